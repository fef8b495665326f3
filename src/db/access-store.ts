import type { Encryption } from '@/src/platform/encryption';
import { AccessEnded, type AccessStore, type HaravanAccess, type LazadaAccess } from '@/src/sync/ports/access';
import { toConnectionView } from './connection-view';
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
  access.beforeCall = async () => {
    const now = await read();
    if (now.sealed === sealed) return;
    access.accessToken = await open(now.sealed);
    sealed = now.sealed;
  };
  return access;
}

function liveConnection(row: { status: string; accessToken: string | null; sellerId: string } | null) {
  if (!row || row.status === 'disconnected') throw new AccessEnded('disconnected');
  if (row.status !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { sellerId: row.sellerId, sealed: row.accessToken };
}

type MerchantRow = { status: string; tokenState: string; accessToken: string | null; orgId: string; shop: string };

function liveMerchant(row: MerchantRow | null) {
  if (row?.status !== 'installed') throw new AccessEnded('uninstalled');
  if (row.tokenState !== 'active' || row.accessToken === null) throw new AccessEnded('expired');
  return { orgId: row.orgId, shop: row.shop, sealed: row.accessToken };
}

export function createAccessStore(door: TenantDoor, encryption: Pick<Encryption, 'open'>): AccessStore {
  const readConnection = (merchantId: string, id: string) => async () => {
    const select = { status: true, accessToken: true, sellerId: true } as const;
    return liveConnection(await door(merchantId, (tx) => tx.connection.findUnique({ where: { id }, select })));
  };
  const readMerchant = (id: string) => async () => {
    const select = { status: true, tokenState: true, accessToken: true, orgId: true, shop: true } as const;
    return liveMerchant(await door(id, (tx) => tx.merchant.findUnique({ where: { id }, select })));
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
      const row = await door(merchantId, (tx) => tx.connection.findUnique({ where: { id: connectionId } }));
      return row && toConnectionView(row);
    },
    async connections(merchantId) {
      const rows = await door(merchantId, (tx) =>
        tx.connection.findMany({ orderBy: [{ connectedAt: 'asc' }, { sellerId: 'asc' }] }),
      );
      return rows.map(toConnectionView);
    },
  };
}
