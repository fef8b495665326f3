import type { PushEnd } from '@/src/sync/ports/stock';
import { Prisma } from './generated/client';

type Done = Extract<PushEnd, { kind: 'done' }>;
const NOT_A_CHANGE = ['linked', 'settings_changed', 'locations_changed', 'retry', 'drift'];
const LONGEST_LAG_MS = 2_000_000_000;

const arr = (v: readonly (string | number | boolean | Date | null | undefined)[]) =>
  `{${v.map((x) => (x === null || x === undefined ? 'NULL' : x instanceof Date ? `"${x.toISOString()}"` : typeof x === 'string' ? `"${x.replaceAll(/["\\]/g, '\\$&')}"` : String(x))).join(',')}}`;

function settleDone(connectionId: string, ends: readonly Done[], at: Date): Prisma.Sql[] {
  return [...Map.groupBy(ends, ({ figure }) => figure)].map(
    ([figure, those]) => Prisma.sql`
    UPDATE "Push" p SET done = greatest(p.done, r.version), outcome = r.outcome, explanation = r.explanation, attempts = 0,
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
    FROM (SELECT k."connectionId", ${figure}::text AS figure, e.* FROM (
      SELECT * FROM ROWS FROM (
        unnest(${arr(those.map((e) => e.variantId))}::text[], ${arr(those.map((e) => e.skuId))}::text[], ${arr(those.map((e) => e.linkedAt))}::timestamptz[],
          ${arr(those.map((e) => e.version))}::int[], ${arr(those.map((e) => e.outcome))}::text[], ${arr(those.map((e) => e.owed))}::int[],
          ${arr(those.map((e) => e.learned !== undefined))}::boolean[], ${arr(those.map((e) => e.learned?.value))}::numeric[], ${arr(those.map((e) => e.learned?.seen))}::timestamptz[],
          ${arr(those.map((e) => e.sent))}::numeric[], ${arr(those.map((e) => e.wasReadBack))}::boolean[], ${arr(those.map((e) => e.readBackAt))}::timestamptz[], ${arr(those.map((e) => !NOT_A_CHANGE.includes(String(e.explanation.cause))))}::boolean[]),
        ${process.env.JSONCOL ? Prisma.sql`json_array_elements(${JSON.stringify(those.map((e) => e.explanation))}::json)` : Prisma.sql`jsonb_array_elements(${JSON.stringify(those.map((e) => e.explanation))}::jsonb)`})
      AS r("variantId", "skuId", "linkedAt", version, outcome, owed, learns, value, seen, sent, "wasReadBack", "readBackAt", "isChange", explanation)
      ORDER BY "variantId") e
      CROSS JOIN LATERAL (SELECT "connectionId" FROM "ListingLink" WHERE "connectionId" = ${connectionId}::uuid AND "variantId" = e."variantId"
        AND "skuId" = e."skuId" AND "linkedAt" = e."linkedAt" LIMIT 1) k OFFSET 0) r
    WHERE p."connectionId" = r."connectionId" AND p."variantId" = r."variantId" AND p.figure = r.figure`,
  );
}
const IN_ORDER = Prisma.sql`SELECT set_config('enable_bitmapscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)`;
export function settling(connectionId: string, ends: readonly PushEnd[], at: Date): Prisma.Sql[] {
  const done = ends.filter((end) => end.kind === 'done');
  return [IN_ORDER, ...settleDone(connectionId, done, at)];
}
