import { randomUUID } from 'node:crypto';
import type { Encryption } from '@/src/platform/encryption';
import type { ConnectionStore, Grant, SellerIdentity } from '@/src/sync/ports/connection';
import type { Clock } from '@/src/sync/ports/world';
import { createRenewalStore } from './connection-renewal-store';
import { connectionState } from './connection-view';
import { leaseNow } from './lease-clock';
import { sealTokens } from './lazada-token-columns';
import type { SweepDoor, TenantDoor } from './tenant';
import { isUniqueViolation } from './unique-violation';

/** Everything that a grant changes, for a new row and for one that comes back (spec R1.4, R5.2). */
async function grantColumns(encryption: Encryption, { sellerId: _sellerId, ...shop }: SellerIdentity, grant: Grant) {
  const { tokens, renewAt, at } = grant;
  return {
    ...shop,
    ...(await sealTokens(encryption, tokens)),
    status: 'active',
    statusReason: null,
    disconnectedAt: null,
    authorizedAt: at,
    renewAt,
    renewedAt: at,
    renewAttempts: 0,
    // Sync resumes where it stopped: the feed at once, and both sides are compared.
    ordersPollAt: at,
    listingsPullAt: at,
    reconcileAt: at,
  };
}

export function createConnectionStore(
  door: TenantDoor,
  sweep: SweepDoor,
  encryption: Encryption,
  leaseClock?: Clock,
): ConnectionStore {
  return {
    ...createRenewalStore(door, encryption),

    async list(merchantId) {
      const select = { id: true, sellerId: true, shopName: true, status: true } as const;
      const rows = await door(merchantId, (tx) =>
        tx.connection.findMany({ select, orderBy: [{ connectedAt: 'asc' }, { sellerId: 'asc' }] }),
      );
      return rows.map(({ id, sellerId, shopName, status }) => {
        return { connectionId: id, sellerId, shopName, state: connectionState(status) };
      });
    },

    async heldByOther(merchantId, sellerId) {
      const where = { sellerId, status: { not: 'disconnected' }, merchantId: { not: merchantId } };
      return (await sweep((tx) => tx.connection.count({ where }))) > 0;
    },

    async create(merchantId, seller, grant) {
      const columns = await grantColumns(encryption, seller, grant);
      const id = randomUUID();
      const data = { ...columns, id, merchantId, sellerId: seller.sellerId, connectedAt: grant.at };
      try {
        await door(merchantId, (tx) => tx.connection.create({ data }));
        return { connectionId: id };
      } catch (error) {
        if (isUniqueViolation(error)) return 'seller_taken';
        throw error;
      }
    },

    async resume(merchantId, id, seller, grant) {
      const data = await grantColumns(encryption, seller, grant);
      try {
        await door(merchantId, async (tx) => {
          await tx.connection.update({ where: { id }, data });
          // Lanes that a refused token paused need not wait any longer.
          await tx.$executeRaw`UPDATE "TurnLease" SET "pausedUntil" = NULL, failures = 0 WHERE key LIKE ${`%\\_${id}`}`;
        });
        return 'done';
      } catch (error) {
        if (isUniqueViolation(error)) return 'seller_taken';
        throw error;
      }
    },

    async saveShopName(merchantId, id, shopName) {
      await door(merchantId, (tx) => tx.connection.update({ where: { id }, data: { shopName } }));
    },

    async disconnect(merchantId, id, at) {
      const { count } = await door(merchantId, (tx) =>
        tx.connection.updateMany({
          where: { id, status: { not: 'disconnected' } },
          data: {
            status: 'disconnected',
            statusReason: null,
            disconnectedAt: at,
            accessToken: null,
            refreshToken: null,
            accessExpiresAt: null,
            refreshExpiresAt: null,
            renewAt: null,
          },
        }),
      );
      return count === 1;
    },

    isBusy: (merchantId, id) =>
      door(merchantId, async (tx) => {
        const rows = await tx.$queryRaw<unknown[]>`
          SELECT 1 FROM "TurnLease" WHERE key LIKE ${`%\\_${id}`} AND "expiresAt" > ${leaseNow(leaseClock)} LIMIT 1`;
        return rows.length > 0;
      }),
  };
}
