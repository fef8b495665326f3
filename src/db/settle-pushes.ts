import type { PushEnd } from '@/src/sync/ports/stock';
import type { Tx } from './client';

type Done = Extract<PushEnd, { kind: 'done' }>;
type Parked = Extract<PushEnd, { kind: 'parked' }>;

/** Wishes that no change in Haravan or of an order stands behind: how long they took says nothing of freshness (spec R10.1). */
const NOT_A_CHANGE = ['linked', 'settings_changed', 'locations_changed', 'retry', 'drift'];
/** Named beside the join: a plan that knows nothing of a shop yet would else read all its rows and pick these. */
const variantsOf = (ends: readonly PushEnd[]): string[] => [...new Set(ends.map((end) => end.variantId))];

const LONGEST_LAG_MS = 2_000_000_000;

/**
 * Only the version that was read is acknowledged; a change that came meanwhile counts from now. What we learned counts only
 * while the belief is the one that was read: if somebody forgot it meanwhile, an order came in and the figure is unknown
 * (design §6).
 */
async function settleDone(tx: Tx, connectionId: string, ends: readonly Done[], at: Date): Promise<void> {
  const rows = ends.map(({ learned, ...end }) => ({ ...end, learns: learned !== undefined, ...learned }));
  await tx.$executeRaw`
    UPDATE "Push" p SET done = greatest(p.done, r.version), outcome = r.outcome, explanation = r.explanation, attempts = 0,
      "blockedBy" = CASE WHEN p.wanted > r.version THEN p."blockedBy" END,
      "wantedSince" = CASE WHEN p.wanted > r.version THEN ${at}::timestamptz ELSE p."wantedSince" END,
      owed = r.owed,
      believed = CASE WHEN NOT r.learns THEN p.believed WHEN p."believedAt" IS NOT DISTINCT FROM r.seen THEN r.value END,
      "believedAt" = CASE WHEN r.learns AND p."believedAt" IS NOT DISTINCT FROM r.seen THEN ${at}::timestamptz ELSE p."believedAt" END,
      "lastValue" = coalesce(r.sent, p."lastValue"),
      "lastPushedAt" = CASE WHEN r.sent IS NULL THEN p."lastPushedAt" ELSE ${at}::timestamptz END,
      "lastLagMs" = CASE WHEN r.sent IS NULL THEN p."lastLagMs" WHEN r.explanation->>'cause' <> ALL(${[...NOT_A_CHANGE]}::text[])
        THEN least(extract(epoch FROM ${at}::timestamptz - p."wantedSince") * 1000, ${LONGEST_LAG_MS}) END,
      "readBackAt" = CASE WHEN r."readBackAt" IS NOT NULL OR r."wasReadBack" THEN r."readBackAt" ELSE p."readBackAt" END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r("variantId" text, figure text, version int, outcome text,
      explanation jsonb, owed int, learns boolean, value numeric, seen timestamptz, sent numeric, "wasReadBack" boolean,
      "readBackAt" timestamptz)
    WHERE p."connectionId" = ${connectionId}::uuid AND p."variantId" = ANY(${variantsOf(ends)}::text[])
      AND p."variantId" = r."variantId" AND p.figure = r.figure`;
}

/** A change that came meanwhile is not parked: its cause may be mended. */
async function park(tx: Tx, connectionId: string, ends: readonly Parked[], at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Push" p SET wanted = greatest(p.wanted, p.done + 1), outcome = r.outcome, explanation = r.explanation,
      "dueAt" = CASE WHEN p.wanted > r.version THEN least(p."dueAt", r."dueAt") ELSE r."dueAt" END,
      "blockedBy" = CASE WHEN p.wanted > r.version THEN NULL ELSE r."blockedBy" END,
      attempts = r.attempts, owed = coalesce(r.owed, p.owed),
      believed = CASE WHEN r."forgetBelief" THEN NULL ELSE p.believed END,
      "believedAt" = CASE WHEN r."forgetBelief" THEN greatest(${at}::timestamptz, p."believedAt" + interval '1 millisecond')
        ELSE p."believedAt" END,
      "readBackAt" = r."readBackAt"
    FROM jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) AS r("variantId" text, figure text, version int, outcome text,
      explanation jsonb, "dueAt" timestamptz, "blockedBy" text, attempts int, owed int, "forgetBelief" boolean,
      "readBackAt" timestamptz)
    WHERE p."connectionId" = ${connectionId}::uuid AND p."variantId" = ANY(${variantsOf(ends)}::text[])
      AND p."variantId" = r."variantId" AND p.figure = r.figure`;
}

/** Variants whose link is the one that was read; it stays so until this transaction has ended. */
export async function standing(tx: Tx, connectionId: string, ends: readonly PushEnd[]): Promise<ReadonlySet<string>> {
  const read = ends.map(({ variantId, skuId, linkedAt }) => ({ variantId, skuId, linkedAt }));
  const rows = await tx.$queryRaw<{ variantId: string }[]>`
    SELECT k."variantId" FROM (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(read)}::jsonb) AS r("variantId" text, "skuId" text, "linkedAt" timestamptz)
      ORDER BY "variantId") r
    CROSS JOIN LATERAL (SELECT "variantId" FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid
      AND "variantId" = r."variantId" AND "skuId" = r."skuId" AND "linkedAt" = r."linkedAt" LIMIT 1 FOR KEY SHARE) k`;
  return new Set(rows.map(({ variantId }) => variantId));
}

export async function settlePushes(tx: Tx, connectionId: string, ends: readonly PushEnd[], at: Date): Promise<void> {
  const done = ends.filter((end) => end.kind === 'done');
  const parked = ends.filter((end) => end.kind === 'parked');
  if (done.length > 0) await settleDone(tx, connectionId, done, at);
  if (parked.length > 0) await park(tx, connectionId, parked, at);
}
