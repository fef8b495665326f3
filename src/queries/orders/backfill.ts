import type { TenantDoor } from '@/src/db/tenant';

/** Orders from before the connection (R10.14): what was chosen, and how far it is. */
export type BackfillView = {
  connectedAt: Date;
  /** Days before the connection; null: not chosen yet. */
  days: number | null;
  /** Lazada is still asked which orders there were. */
  isReading: boolean;
  /** Orders of those days; grows while they are read. */
  total: number;
  settled: number;
  imported: number;
  failing: number;
};

type Counts = { known: number; settled: number; imported: number; failing: number };

export function createBackfillQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string): Promise<BackfillView | null> =>
    door(merchantId, async (tx) => {
      const shop = await tx.connection.findUnique({ where: { id: connectionId } });
      if (!shop) return null;
      const { connectedAt, backfillDays: days, importFrom } = shop;
      const [counts] = await tx.$queryRaw<Counts[]>`
        SELECT count(*)::int AS known, count(*) FILTER (WHERE decision IN ('imported', 'skipped'))::int AS settled,
          count(*) FILTER (WHERE decision = 'imported')::int AS imported, count(*) FILTER (WHERE decision = 'failing')::int AS failing
        FROM "ChannelOrder" WHERE "merchantId" = ${merchantId}::uuid AND "connectionId" = ${connectionId}::uuid
          AND "lazadaCreatedAt" >= ${importFrom ?? connectedAt} AND "lazadaCreatedAt" < ${connectedAt}`;
      const { known, ...progress } = counts ?? { known: 0, settled: 0, imported: 0, failing: 0 };
      const total = Math.max(shop.backfillTotal ?? 0, known);
      return { connectedAt, days, isReading: shop.backfillCursor !== null, total, ...progress };
    });
}
