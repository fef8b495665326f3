import { randomUUID } from 'node:crypto';
import type { Encryption } from '@/src/platform/encryption';
import type { HaravanTokens, MerchantStore, MerchantView } from '@/src/sync/ports/connection';
import { haravanRenewalDueAt } from '@/src/domain/connection/renewal';
import type { Merchant } from './generated/client';
import type { SweepDoor, TenantDoor } from './tenant';
import { isUniqueViolation } from './unique-violation';

function toView(row: Merchant): MerchantView {
  const { id, orgId, shop, name, accessExpiresAt, accessRenewAt, installedAt, webhooksCheckAt } = row;
  const status = row.status === 'installed' ? 'installed' : 'uninstalled';
  const tokenState = row.tokenState === 'active' ? 'active' : 'expired';
  return { id, orgId, shop, name, status, tokenState, accessExpiresAt, accessRenewAt, installedAt, webhooksCheckAt };
}

export function createMerchantStore(door: TenantDoor, sweep: SweepDoor, encryption: Encryption): MerchantStore {
  const byOrg = async (orgId: string): Promise<MerchantView | null> => {
    const row = await sweep((tx) => tx.merchant.findUnique({ where: { orgId } }));
    return row && toView(row);
  };

  const sealed = async (tokens: HaravanTokens, at: Date) => ({
    accessToken: await encryption.seal(tokens.accessToken),
    refreshToken: tokens.refreshToken === null ? null : await encryption.seal(tokens.refreshToken),
    accessExpiresAt: tokens.expiresAt,
    accessRenewAt: tokens.expiresAt && new Date(haravanRenewalDueAt(at.getTime(), tokens.expiresAt.getTime())),
    scope: tokens.scope,
    tokenState: 'active',
  });

  const store: MerchantStore = {
    byOrg,
    async find(id) {
      const row = await door(id, (tx) => tx.merchant.findUnique({ where: { id } }));
      return row && toView(row);
    },

    async install({ orgId, shop, name }, tokens, at) {
      const known = await byOrg(orgId);
      const id = known?.id ?? randomUUID();
      const access = await sealed(tokens, at);
      const installed = { shop, name, status: 'installed', installedAt: at, uninstalledAt: null, webhooksCheckAt: at };
      const data = { ...installed, ...access };
      try {
        return toView(
          await door(id, (tx) =>
            known
              ? tx.merchant.update({ where: { id }, data: { ...data, webhooksOkAt: null } })
              : tx.merchant.create({ data: { id, orgId, ...data } }),
          ),
        );
      } catch (error) {
        // Two tabs finished the first install at once: the second finds what the first made.
        if (known || !isUniqueViolation(error)) throw error;
        return store.install({ orgId, shop, name }, tokens, at);
      }
    },

    async saveShop(id, { shop, name }) {
      await door(id, (tx) => tx.merchant.update({ where: { id }, data: shop ? { shop, name } : { name } }));
    },

    async refreshToken(id) {
      const row = await door(id, (tx) => tx.merchant.findUnique({ where: { id }, select: { refreshToken: true } }));
      return row?.refreshToken ? encryption.open(row.refreshToken) : null;
    },

    async saveTokens(id, tokens, at, fence) {
      const data = await sealed(tokens, at);
      // Uninstalled while the answer travelled: the tokens of an ended installation are not kept (R5.2).
      await door(id, (tx) => tx.merchant.updateMany({ where: { id, status: 'installed' }, data }), fence);
    },

    async accessRefused(id, at) {
      const installed = { id, status: 'installed', tokenState: 'active' };
      await door(id, async (tx) => {
        await tx.merchant.updateMany({ where: { ...installed, refreshToken: null }, data: { tokenState: 'expired' } });
        const data = { accessRenewAt: at };
        await tx.merchant.updateMany({ where: { ...installed, NOT: { refreshToken: null } }, data });
      });
    },

    async expire(id, fence) {
      await door(id, (tx) => tx.merchant.update({ where: { id }, data: { tokenState: 'expired' } }), fence);
    },

    async webhooksChecked(id, { okAt, nextAt }, fence) {
      const data = { webhooksCheckAt: nextAt, ...(okAt && { webhooksOkAt: okAt }) };
      await door(id, (tx) => tx.merchant.update({ where: { id }, data }), fence);
    },

    uninstall: (id, at) =>
      door(id, async (tx) => {
        const noTokens = { accessToken: null, refreshToken: null, accessExpiresAt: null };
        await tx.merchant.updateMany({
          where: { id, status: 'installed' },
          data: { ...noTokens, accessRenewAt: null, status: 'uninstalled', uninstalledAt: at, webhooksOkAt: null },
        });
        const ended = await tx.connection.updateManyAndReturn({
          where: { status: { not: 'disconnected' } },
          data: { ...noTokens, status: 'disconnected', disconnectedAt: at, refreshExpiresAt: null, renewAt: null },
          select: { id: true },
        });
        return ended.map((row) => row.id);
      }),
  };
  return store;
}
