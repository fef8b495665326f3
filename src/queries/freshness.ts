import type { Tx } from '@/src/db/client';

/** Seconds, of today: the newest one, and what 95 of 100 stayed below. Null: nothing came today. */
export type Lag = { lastSeconds: number | null; p95Seconds: number | null };

/** How old a shop's knowledge is, from real timestamps (spec R10.1). */
export type Freshness = {
  /** From an order on Lazada until we knew of it. */
  orders: Lag;
  /** From a change in Haravan until Lazada had answered the write. */
  stock: Lag;
  lastPushedAt: Date | null;
  /** The oldest change that is on its way to Lazada. */
  changedSince: Date | null;
  /** Orders that are known and not in Haravan yet. */
  ordersWaiting: number;
};

type Row = {
  ordersLast: number | null;
  ordersP95: number | null;
  stockLast: number | null;
  stockP95: number | null;
  lastPushedAt: Date | null;
  changedSince: Date | null;
  ordersWaiting: number;
};

const lagOf = (lastSeconds: number | null, p95Seconds: number | null): Lag => ({ lastSeconds, p95Seconds });

/** @param today midnight in Vietnam */
export async function readFreshness(tx: Tx, connectionId: string, today: Date): Promise<Freshness> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT o.last AS "ordersLast", o.p95 AS "ordersP95", s.last AS "stockLast", s.p95 AS "stockP95", s.at AS "lastPushedAt",
      (SELECT min(p."wantedSince") FROM "Push" p JOIN "Connection" c ON c.id = p."connectionId"
        WHERE p."connectionId" = ${connectionId}::uuid AND p.wanted > p.done AND p."blockedBy" IS NULL
          AND CASE p.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END) AS "changedSince",
      (SELECT count(*)::int FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND wanted > done
        AND decision = 'waiting') AS "ordersWaiting"
    FROM (
      SELECT (array_agg(late ORDER BY seen DESC))[1]::float8 AS last,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY late)::float8 AS p95
      FROM (SELECT "firstSeenAt" AS seen, greatest(0, extract(epoch FROM "firstSeenAt" - "lazadaCreatedAt")) AS late
            FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND "firstSeenAt" >= ${today}
              AND "firstSeenBy" IN ('push', 'poll')) seen
    ) o, (
      SELECT max("lastPushedAt") AS at,
        (array_agg("lastLagMs" ORDER BY "lastPushedAt" DESC) FILTER (WHERE "lastPushedAt" >= ${today} AND "lastLagMs" IS NOT NULL))[1]
          / 1000.0::float8 AS last,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY "lastLagMs") FILTER (WHERE "lastPushedAt" >= ${today} AND "lastLagMs" IS NOT NULL)
          / 1000.0::float8 AS p95
      FROM "Push" WHERE "connectionId" = ${connectionId}::uuid
    ) s`;
  const row = rows[0];
  if (!row) throw new Error('the freshness query gave no row');
  const { lastPushedAt, changedSince, ordersWaiting } = row;
  const orders = lagOf(row.ordersLast, row.ordersP95);
  return { orders, stock: lagOf(row.stockLast, row.stockP95), lastPushedAt, changedSince, ordersWaiting };
}
