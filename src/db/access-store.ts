import type { Encryption } from '@/src/platform/encryption';
import { AccessEnded, type AccessStore, type HaravanAccess, type LazadaAccess } from '@/src/sync/ports/access';
import { toConnectionView } from './connection-view';
import { type Connection, Prisma } from './generated/client';
import { shareNext } from './share-next';
import type { TenantDoor } from './tenant';

type Opened<Facts> = Facts & { sealed: string };

/**
 * One access object serves a whole turn. Before every call the row is read again: an ended connection refuses the call (R5.1),
 * and a token that was renewed meanwhile replaces the old one, which may be dead (lazada.md §2.6).
 */
async function follow<Access extends { accessToken: string; beforeCall?: () => Promise<void> }>(
  read: () => Promise<Opened<Omit<Access, 'accessToken' | 'beforeCall'>>>,
  open: (sealed: string) => Promise<string>,
  make: (facts: Omit<Access, 'accessToken' | 'beforeCall'>, accessToken: string) => Access,
): Promise<Access> {
  const first = await read();
  let sealed = first.sealed;
  const access = make(first, await open(sealed));
  const readAgain = shareNext(read);
  access.beforeCall = async () => {
    const now = await readAgain();
    if (now.sealed === sealed) return;
    access.accessToken = await open(now.sealed);
    sealed = now.sealed;
  };
  return access;
}

type ConnectionRow = { status: string; accessToken: string | null; sellerId: string };

function liveConnection(row: ConnectionRow | undefined) {
  if (!row || row.status === 'disconnected') throw new AccessEnded('disconnected');
  if (row.status !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { sellerId: row.sellerId, sealed: row.accessToken };
}

type MerchantRow = { status: string; tokenState: string; accessToken: string | null; orgId: string; shop: string };

function liveMerchant(row: MerchantRow | undefined) {
  if (row?.status !== 'installed') throw new AccessEnded('uninstalled');
  if (row.tokenState !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { orgId: row.orgId, shop: row.shop, sealed: row.accessToken };
}

export function createAccessStore(door: TenantDoor, encryption: Pick<Encryption, 'open'>): AccessStore {
  const readConnection = (merchantId: string, id: string) => async () => {
    const [row] = await door.ask<ConnectionRow>(
      merchantId,
      Prisma.sql`SELECT status, "accessToken", "sellerId" FROM "Connection" WHERE id = ${id}::uuid`,
    );
    return liveConnection(row);
  };
  const readMerchant = (id: string) => async () => {
    const [row] = await door.ask<MerchantRow>(
      id,
      Prisma.sql`SELECT status, "tokenState", "accessToken", "orgId", shop FROM "Merchant" WHERE id = ${id}::uuid`,
    );
    return liveMerchant(row);
  };
  return {
    haravan: (merchantId) =>
      follow<HaravanAccess>(readMerchant(merchantId), encryption.open, ({ orgId, shop }, accessToken) => ({
        orgId,
        shop,
        accessToken,
      })),
    lazada: (merchantId, connectionId) =>
      follow<LazadaAccess>(readConnection(merchantId, connectionId), encryption.open, ({ sellerId }, accessToken) => ({
        sellerId,
        accessToken,
      })),
    async connection(merchantId, connectionId) {
      const [row] = await door.ask<Connection>(
        merchantId,
        Prisma.sql`SELECT * FROM "Connection" WHERE id = ${connectionId}::uuid`,
      );
      return row ? toConnectionView(row) : null;
    },
    async connections(merchantId) {
      const rows = await door.ask<Connection>(
        merchantId,
        Prisma.sql`SELECT * FROM "Connection" ORDER BY "connectedAt", "sellerId"`,
      );
      return rows.map(toConnectionView);
    },
  };
}
