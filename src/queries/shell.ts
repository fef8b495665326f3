import type { TenantDoor } from '@/src/db/tenant';
import { accessDeadline, daysLeft } from '@/src/domain/connection/deadlines';

export type ShopSummary = {
  connectionId: string;
  sellerId: string;
  shopName: string;
  status: 'active' | 'expired' | 'disconnected';
  /** Lazada refused the access before its time. */
  revoked: boolean;
  authorizedAt: Date;
  /** The merchant must re-authorize until then (R1.4). */
  deadlineAt: Date;
  daysLeft: number;
};

/** `haravanExpired`: Haravan takes our token no more; nothing goes on until the owner grants it again. */
export type ShellView = {
  merchantName: string;
  orgId: string;
  haravanExpired: boolean;
  shops: ShopSummary[];
  openIssues: number;
};

/** What every screen needs: the shops that are not disconnected, and how many issues are open. */
export function createShellQuery(door: TenantDoor, now: () => number) {
  return (merchantId: string): Promise<ShellView> =>
    door(merchantId, async (tx) => {
      const select = { name: true, orgId: true, tokenState: true } as const;
      const merchant = await tx.merchant.findUniqueOrThrow({ where: { id: merchantId }, select });
      const connections = await tx.connection.findMany({
        where: { merchantId, status: { not: 'disconnected' } },
        orderBy: [{ connectedAt: 'asc' }, { sellerId: 'asc' }],
      });
      // As on Lỗi: a disconnected shop has nothing left to mend.
      const ofShops = [{ connectionId: null }, { connectionId: { in: connections.map((row) => row.id) } }];
      const openIssues = await tx.syncIssue.count({
        where: { merchantId, closedAt: null, level: { not: 'info' }, OR: ofShops },
      });
      const { name: merchantName, orgId, tokenState } = merchant;
      const shops = connections.map((row) => shopSummary(row, now()));
      return { merchantName, orgId, haravanExpired: tokenState !== 'active', shops, openIssues };
    });
}

type ConnectionRow = {
  id: string;
  sellerId: string;
  shopName: string;
  status: string;
  statusReason: string | null;
  authorizedAt: Date;
  accessExpiresAt: Date | null;
  refreshExpiresAt: Date | null;
  refreshSupported: boolean;
};

export function shopSummary(row: ConnectionRow, nowMs: number): ShopSummary {
  const deadline = accessDeadline({
    authorizedAtMs: row.authorizedAt.getTime(),
    accessExpiresAtMs: (row.accessExpiresAt ?? row.authorizedAt).getTime(),
    refreshExpiresAtMs: row.refreshExpiresAt?.getTime() ?? null,
    refreshSupported: row.refreshSupported,
  });
  return {
    connectionId: row.id,
    sellerId: row.sellerId,
    shopName: row.shopName,
    status: row.status === 'active' || row.status === 'expired' ? row.status : 'disconnected',
    revoked: row.statusReason === 'revoked',
    authorizedAt: row.authorizedAt,
    deadlineAt: new Date(deadline.atMs),
    daysLeft: daysLeft(deadline.atMs, nowMs),
  };
}
