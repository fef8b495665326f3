import { AccessEnded, type AccessStore, type HaravanAccess, type LazadaAccess } from '@/src/sync/ports/access';
import { inOrder } from './instants';
import type { MemoryDatabase } from './memory-database';
import type { ConnectionRow, MerchantRow } from './tenant-rows';

function liveConnection(row: ConnectionRow | undefined) {
  if (!row || row.view.status === 'disconnected') throw new AccessEnded('disconnected');
  if (row.view.status !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { sellerId: row.view.sellerId, accessToken: row.accessToken };
}

function liveMerchant(row: MerchantRow | null) {
  if (row?.status !== 'installed') throw new AccessEnded('uninstalled');
  if (row.tokenState !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { orgId: row.orgId, shop: row.shop, accessToken: row.accessToken };
}

/** As on Postgres: the row is read again before every call. */
async function follow<Access extends LazadaAccess | HaravanAccess>(read: () => Promise<Access>): Promise<Access> {
  const access = await read();
  access.beforeCall = async () => {
    access.accessToken = (await read()).accessToken;
  };
  return access;
}

export function createAccessStore({ door }: MemoryDatabase): AccessStore {
  return {
    haravan: (merchantId) => follow<HaravanAccess>(() => door(merchantId, ({ merchant }) => liveMerchant(merchant))),
    lazada: (merchantId, connectionId) =>
      follow<LazadaAccess>(() => door(merchantId, (rows) => liveConnection(rows.connections.get(connectionId)))),
    connection: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        return row ? { ...row.view } : null;
      }),
    connections: (merchantId) =>
      door(merchantId, (rows) =>
        [...rows.connections.values()].map((row) => ({ ...row.view })).sort(inOrder((view) => view.connectedAt)),
      ),
  };
}
