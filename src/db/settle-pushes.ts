import type { PushEnd } from '@/src/sync/ports/stock';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { rowsAsTable } from './rows-as-table';

type Done = Extract<PushEnd, { kind: 'done' }>;
type Parked = Extract<PushEnd, { kind: 'parked' }>;

/** Wishes that no change in Haravan or of an order stands behind: how long they took says nothing of freshness (spec R10.1). */
const NOT_A_CHANGE = ['linked', 'settings_changed', 'locations_changed', 'retry', 'drift'];
const LONGEST_LAG_MS = 2_000_000_000;

const LINK_COLUMNS = {
  variantId: ['text', (end: PushEnd) => end.variantId],
  skuId: ['text', (end: PushEnd) => end.skuId],
  linkedAt: ['timestamptz', (end: PushEnd) => end.linkedAt],
} as const;

const COLUMNS = {
  ...LINK_COLUMNS,
  figure: ['text', (end: PushEnd) => end.figure],
  version: ['int', (end: PushEnd) => end.version],
  outcome: ['text', (end: PushEnd) => end.outcome],
  owed: ['int', (end: PushEnd) => end.owed],
  readBackAt: ['timestamptz', (end: PushEnd) => end.readBackAt],
} as const;

const EXPLANATION = { name: 'explanation', of: (end: PushEnd) => end.explanation };

const DONE_COLUMNS = {
  ...COLUMNS,
  sent: ['numeric', (end: Done) => end.sent],
  learns: ['boolean', (end: Done) => end.learned !== undefined],
  value: ['numeric', (end: Done) => end.learned?.value],
  seen: ['timestamptz', (end: Done) => end.learned?.seen],
  wasReadBack: ['boolean', (end: Done) => end.wasReadBack],
  isChange: ['boolean', (end: Done) => !NOT_A_CHANGE.includes(String(end.explanation.cause))],
} as const;

const PARKED_COLUMNS = {
  ...COLUMNS,
  dueAt: ['timestamptz', (end: Parked) => end.dueAt],
  blockedBy: ['text', (end: Parked) => end.blockedBy],
  attempts: ['int', (end: Parked) => end.attempts],
  forgetBelief: ['boolean', (end: Parked) => end.forgetBelief],
} as const;

/**
 * Ends whose link is the one that was read, in the order of the key. A match that takes a link away meanwhile deletes the figures after
 * it and then closes what Lỗi said of them (link-rows.ts), so it waits for us or we find no row.
 */
const linkedOf = (connectionId: string, ends: Prisma.Sql) => Prisma.sql`
  (SELECT k."connectionId", e.* FROM (SELECT * FROM ${ends} ORDER BY "variantId", figure) e
  CROSS JOIN LATERAL (SELECT "connectionId" FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid
    AND "variantId" = e."variantId" AND "skuId" = e."skuId" AND "linkedAt" = e."linkedAt" LIMIT 1) k OFFSET 0) r`;

/**
 * Each end looks up its row, and there is no other way: the shop is the one that the link names, so no plan begins with the shop's figures,
 * which it takes for a few where it has no statistics of them; and it is asked for as one of several, so the key gives no order to merge
 * by, for which its index would be read from one end to the other.
 */
const ITS_ROW = Prisma.sql`p."connectionId" = ANY(ARRAY[r."connectionId"]) AND p."variantId" = r."variantId" AND p.figure = r.figure`;

/**
 * Only the version that was read is acknowledged; a change that came meanwhile counts from now. What we learned counts only
 * while the belief is the one that was read: if somebody forgot it meanwhile, an order came in and the figure is unknown
 * (design §6).
 */
const settleDone = (connectionId: string, ends: readonly Done[], at: Date) => Prisma.sql`
  UPDATE "Push" p SET done = greatest(p.done, r.version), outcome = r.outcome, explanation = r.explanation::json, attempts = 0,
    "blockedBy" = CASE WHEN p.wanted > r.version THEN p."blockedBy" END,
    "wantedSince" = CASE WHEN p.wanted > r.version THEN ${at}::timestamptz ELSE p."wantedSince" END,
    owed = r.owed,
    believed = CASE WHEN NOT r.learns THEN p.believed WHEN p."believedAt" IS NOT DISTINCT FROM r.seen THEN r.value END,
    "believedAt" = CASE WHEN r.learns AND p."believedAt" IS NOT DISTINCT FROM r.seen THEN ${at}::timestamptz ELSE p."believedAt" END,
    "lastValue" = coalesce(r.sent, p."lastValue"),
    "lastPushedAt" = CASE WHEN r.sent IS NULL THEN p."lastPushedAt" ELSE ${at}::timestamptz END,
    "lastLagMs" = CASE WHEN r.sent IS NULL THEN p."lastLagMs" WHEN r."isChange"
      THEN least(extract(epoch FROM ${at}::timestamptz - p."wantedSince") * 1000, ${LONGEST_LAG_MS}) END,
    "readBackAt" = CASE WHEN r."readBackAt" IS NOT NULL OR r."wasReadBack" THEN r."readBackAt" ELSE p."readBackAt" END
  FROM ${linkedOf(connectionId, rowsAsTable(ends, DONE_COLUMNS, EXPLANATION))} WHERE ${ITS_ROW}`;

/** A change that came meanwhile is not parked: its cause may be mended. */
const park = (connectionId: string, ends: readonly Parked[], at: Date) => Prisma.sql`
  UPDATE "Push" p SET wanted = greatest(p.wanted, p.done + 1), outcome = r.outcome, explanation = r.explanation::json,
    "dueAt" = CASE WHEN p.wanted > r.version THEN least(p."dueAt", r."dueAt") ELSE r."dueAt" END,
    "blockedBy" = CASE WHEN p.wanted > r.version THEN NULL ELSE r."blockedBy" END,
    attempts = r.attempts, owed = coalesce(r.owed, p.owed),
    believed = CASE WHEN r."forgetBelief" THEN NULL ELSE p.believed END,
    "believedAt" = CASE WHEN r."forgetBelief" THEN greatest(${at}::timestamptz, p."believedAt" + interval '1 millisecond') ELSE p."believedAt" END,
    "readBackAt" = r."readBackAt"
  FROM ${linkedOf(connectionId, rowsAsTable(ends, PARKED_COLUMNS, EXPLANATION))} WHERE ${ITS_ROW}`;

/** Variants whose link is the one that was read. Once their figures are written, a match that takes it away waits for us. */
export async function standing(tx: Tx, connectionId: string, ends: readonly PushEnd[]): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ variantId: string }[]>`
    SELECT k."variantId" FROM ${rowsAsTable(ends, LINK_COLUMNS)}
    CROSS JOIN LATERAL (SELECT "variantId" FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid
      AND "variantId" = r."variantId" AND "skuId" = r."skuId" AND "linkedAt" = r."linkedAt" LIMIT 1) k`;
  return new Set(rows.map(({ variantId }) => variantId));
}

/** Rows are locked in the order of the key, as by everybody who takes several, and looked up one after the other. */
const ONE_BY_ONE = Prisma.sql`SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true),
  set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/** Of links that have been lost or made anew since they were read nothing is written. */
export function settling(connectionId: string, ends: readonly PushEnd[], at: Date): Prisma.Sql[] {
  const done = ends.filter((end) => end.kind === 'done');
  const parked = ends.filter((end) => end.kind === 'parked');
  return [
    ONE_BY_ONE,
    ...(done.length > 0 ? [settleDone(connectionId, done, at)] : []),
    ...(parked.length > 0 ? [park(connectionId, parked, at)] : []),
  ];
}
