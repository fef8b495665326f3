import type { PushEnd } from '@/src/sync/ports/stock';
import type { Tx } from './client';
import { Prisma } from './generated/client';

type Done = Extract<PushEnd, { kind: 'done' }>;
type Parked = Extract<PushEnd, { kind: 'parked' }>;

/** Wishes that no change in Haravan or of an order stands behind: how long they took says nothing of freshness (spec R10.1). */
const NOT_A_CHANGE = ['linked', 'settings_changed', 'locations_changed', 'retry', 'drift'];
const LONGEST_LAG_MS = 2_000_000_000;

/** Ends of one figure, found by their variants. */
type Ended = { figure: string; variantIds: string[]; byVariant: string; links: string };

const objectOf = <End extends PushEnd>(ends: readonly End[], row: (end: End) => object): string =>
  JSON.stringify(Object.fromEntries(ends.map((end) => [end.variantId, row(end)])));

/**
 * Each row finds what it becomes by its variant, in an object. Joined to a list of them, PostgreSQL reads all rows of a shop that it has no
 * statistics of, or sorts the list once more for each of its rows.
 */
function byFigure<End extends PushEnd>(ends: readonly End[], row: (end: End) => object): Ended[] {
  return [...Map.groupBy(ends, ({ figure }) => figure)].map(([figure, those]) => ({
    figure,
    variantIds: those.map(({ variantId }) => variantId),
    byVariant: objectOf(those, row),
    links: objectOf(those, ({ skuId, linkedAt }) => ({ skuId, linkedAt })),
  }));
}

/**
 * The row's link is the one that was read. A match that takes it away meanwhile deletes the row after it and then closes what Lỗi said of
 * it (link-rows.ts), so it waits for us or we find no row.
 */
const stillLinked = (connectionId: string, links: string) => Prisma.sql`EXISTS (
  SELECT 1 FROM jsonb_to_record(${links}::jsonb -> p."variantId") AS r("skuId" text, "linkedAt" timestamptz)
  JOIN "ListingLink" k ON k."skuId" = r."skuId" AND k."linkedAt" = r."linkedAt"
  WHERE k."connectionId" = ${connectionId}::uuid AND k."variantId" = p."variantId" OFFSET 0)`;

/**
 * Only the version that was read is acknowledged; a change that came meanwhile counts from now. What we learned counts only
 * while the belief is the one that was read: if somebody forgot it meanwhile, an order came in and the figure is unknown
 * (design §6).
 */
function settleDone(connectionId: string, ends: readonly Done[], at: Date): Prisma.Sql[] {
  const row = ({ version, outcome, explanation, owed, learned, sent, wasReadBack, readBackAt }: Done) => ({
    ...{ version, outcome, explanation, owed, sent, wasReadBack, readBackAt },
    ...{ learns: learned !== undefined, ...learned },
  });
  return byFigure(ends, row).map(
    ({ figure, variantIds, byVariant, links }) => Prisma.sql`
    UPDATE "Push" p SET (done, outcome, explanation, attempts, "blockedBy", "wantedSince", owed, believed, "believedAt", "lastValue",
      "lastPushedAt", "lastLagMs", "readBackAt") = (
      SELECT greatest(p.done, r.version), r.outcome, r.explanation, 0,
        CASE WHEN p.wanted > r.version THEN p."blockedBy" END,
        CASE WHEN p.wanted > r.version THEN ${at}::timestamptz ELSE p."wantedSince" END,
        r.owed,
        CASE WHEN NOT r.learns THEN p.believed WHEN p."believedAt" IS NOT DISTINCT FROM r.seen THEN r.value END,
        CASE WHEN r.learns AND p."believedAt" IS NOT DISTINCT FROM r.seen THEN ${at}::timestamptz ELSE p."believedAt" END,
        coalesce(r.sent, p."lastValue"),
        CASE WHEN r.sent IS NULL THEN p."lastPushedAt" ELSE ${at}::timestamptz END,
        CASE WHEN r.sent IS NULL THEN p."lastLagMs" WHEN r.explanation->>'cause' <> ALL(${[...NOT_A_CHANGE]}::text[])
          THEN least(extract(epoch FROM ${at}::timestamptz - p."wantedSince") * 1000, ${LONGEST_LAG_MS}) END,
        CASE WHEN r."readBackAt" IS NOT NULL OR r."wasReadBack" THEN r."readBackAt" ELSE p."readBackAt" END
      FROM jsonb_to_record(${byVariant}::jsonb -> p."variantId") AS r(version int, outcome text, explanation jsonb, owed int, learns boolean,
        value numeric, seen timestamptz, sent numeric, "wasReadBack" boolean, "readBackAt" timestamptz))
    WHERE p."connectionId" = ${connectionId}::uuid AND p."variantId" = ANY(${variantIds}::text[]) AND p.figure = ${figure}
      AND ${stillLinked(connectionId, links)}`,
  );
}

/** A change that came meanwhile is not parked: its cause may be mended. */
function park(connectionId: string, ends: readonly Parked[], at: Date): Prisma.Sql[] {
  return byFigure(ends, (end) => end).map(
    ({ figure, variantIds, byVariant, links }) => Prisma.sql`
    UPDATE "Push" p SET (wanted, outcome, explanation, "dueAt", "blockedBy", attempts, owed, believed, "believedAt", "readBackAt") = (
      SELECT greatest(p.wanted, p.done + 1), r.outcome, r.explanation,
        CASE WHEN p.wanted > r.version THEN least(p."dueAt", r."dueAt") ELSE r."dueAt" END,
        CASE WHEN p.wanted > r.version THEN NULL ELSE r."blockedBy" END,
        r.attempts, coalesce(r.owed, p.owed),
        CASE WHEN r."forgetBelief" THEN NULL ELSE p.believed END,
        CASE WHEN r."forgetBelief" THEN greatest(${at}::timestamptz, p."believedAt" + interval '1 millisecond') ELSE p."believedAt" END,
        r."readBackAt"
      FROM jsonb_to_record(${byVariant}::jsonb -> p."variantId") AS r(version int, outcome text, explanation jsonb, "dueAt" timestamptz,
        "blockedBy" text, attempts int, owed int, "forgetBelief" boolean, "readBackAt" timestamptz))
    WHERE p."connectionId" = ${connectionId}::uuid AND p."variantId" = ANY(${variantIds}::text[]) AND p.figure = ${figure}
      AND ${stillLinked(connectionId, links)}`,
  );
}

/** Variants whose link is the one that was read. Once their figures are written, a match that takes it away waits for us. */
export async function standing(tx: Tx, connectionId: string, ends: readonly PushEnd[]): Promise<ReadonlySet<string>> {
  const read = ends.map(({ variantId, skuId, linkedAt }) => ({ variantId, skuId, linkedAt }));
  const rows = await tx.$queryRaw<{ variantId: string }[]>`
    SELECT k."variantId" FROM (
      SELECT * FROM json_to_recordset(${JSON.stringify(read)}::json) AS r("variantId" text, "skuId" text, "linkedAt" timestamptz)
      ORDER BY "variantId") r
    CROSS JOIN LATERAL (SELECT "variantId" FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid
      AND "variantId" = r."variantId" AND "skuId" = r."skuId" AND "linkedAt" = r."linkedAt" LIMIT 1) k`;
  return new Set(rows.map(({ variantId }) => variantId));
}

/** Rows are locked in the order of the key, as by everybody who takes several. */
const IN_ORDER = Prisma.sql`SELECT set_config('enable_bitmapscan', 'off', true)`;

/** Of links that have been lost or made anew since they were read nothing is written. */
export function settling(connectionId: string, ends: readonly PushEnd[], at: Date): Prisma.Sql[] {
  const done = ends.filter((end) => end.kind === 'done');
  const parked = ends.filter((end) => end.kind === 'parked');
  return [IN_ORDER, ...settleDone(connectionId, done, at), ...park(connectionId, parked, at)];
}
