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

export type ShellView = { merchantName: string; shops: ShopSummary[]; openIssues: number };

/** What every screen needs: the shops that are not disconnected, and how many issues are open. */
export function createShellQuery(door: TenantDoor, now: () => number) {
  return (merchantId: string): Promise<ShellView> =>
    door(merchantId, async (tx) => {
      const merchant = await tx.merchant.findUniqueOrThrow({ where: { id: merchantId }, select: { name: true } });
      const connections = await tx.connection.findMany({
        where: { merchantId, status: { not: 'disconnected' } },
        orderBy: { connectedAt: 'asc' },
      });
      // As on Lỗi: a disconnected shop has nothing left to mend.
      const ofShops = [{ connectionId: null }, { connectionId: { in: connections.map((row) => row.id) } }];
      const openIssues = await tx.syncIssue.count({
        where: { merchantId, closedAt: null, level: { not: 'info' }, OR: ofShops },
      });
      return { merchantName: merchant.name, shops: connections.map((row) => shopSummary(row, now())), openIssues };
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
