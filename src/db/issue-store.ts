import { randomUUID } from 'node:crypto';
import { CODES_OF_FIGURE } from '@/src/domain/issue/figure-codes';
import type { IssueReport, IssueStore } from '@/src/sync/ports/issues';
import type { IssueNews } from '@/src/sync/ports/stock';
import type { Clock } from '@/src/sync/ports/world';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import type { TenantDoor } from './tenant';

/** A statement may carry one key once: the last report of a key wins. */
const lastPerKey = (issues: readonly IssueReport[]): IssueReport[] => [
  ...new Map(issues.map((issue) => [issue.key, issue])).values(),
];

export async function closeIssues(tx: Tx, keys: readonly string[], at: Date): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`
    UPDATE "SyncIssue" SET "closedAt" = ${at} WHERE key = ANY(${[...keys]}::text[]) AND "closedAt" IS NULL`;
}

/** Upsert against the partial unique index: one open record per key; seeing it again counts (spec R2.5). */
export async function reportIssues(
  tx: Tx,
  merchantId: string,
  issues: readonly IssueReport[],
  at: Date,
): Promise<void> {
  if (issues.length === 0) return;
  const rows = lastPerKey(issues).map((issue) => ({ ...issue, id: randomUUID() }));
  await tx.$executeRaw`
    INSERT INTO "SyncIssue" (id, "merchantId", "connectionId", code, key, level, "subjectKind", "subjectId", facts,
      "platformMessage", "firstSeenAt", "lastSeenAt")
    SELECT r.id, ${merchantId}::uuid, r."connectionId", r.code, r.key, r.level, r."subjectKind", r."subjectId",
      coalesce(r.facts, '{}'), r."platformMessage", ${at}, ${at}
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r(id uuid, "connectionId" uuid, code text, key text,
      level text, "subjectKind" text, "subjectId" text, facts jsonb, "platformMessage" text)
    ORDER BY r.key
    ON CONFLICT ("merchantId", key) WHERE "closedAt" IS NULL DO UPDATE SET
      "connectionId" = excluded."connectionId", code = excluded.code, level = excluded.level, facts = excluded.facts,
      "subjectKind" = excluded."subjectKind", "subjectId" = excluded."subjectId",
      "platformMessage" = excluded."platformMessage", "lastSeenAt" = excluded."lastSeenAt",
      count = "SyncIssue".count + 1`;
}

type Scope = Parameters<IssueStore['replace']>[1];

/** Closes what is open of these subjects and codes, but for these keys. By the subjects: the shop as it is asked for here has no index. */
const closingOthers = ({ connectionId, subjectKind, subjectIds, codes }: Scope, keys: readonly string[], at: Date) =>
  Prisma.sql`
  UPDATE "SyncIssue" SET "closedAt" = ${at} WHERE "connectionId" IS NOT DISTINCT FROM ${connectionId}::uuid
    AND "subjectKind" = ${subjectKind} AND "subjectId" = ANY(${[...subjectIds]}::text[]) AND code = ANY(${[...codes]}::text[])
    AND key <> ALL(${[...keys]}::text[]) AND "closedAt" IS NULL`;

/** What Lỗi said of a figure of these variants is over where it was not found again; a hundred of them are one condition. */
export function closingFigure(connectionId: string, { figure, judged, found }: IssueNews, at: Date): Prisma.Sql {
  const scope = { connectionId, subjectKind: 'variant', subjectIds: judged, codes: CODES_OF_FIGURE[figure] } as const;
  const keys = found.map((issue) => issue.key);
  return Prisma.sql`${closingOthers(scope, keys, at)} AND coalesce(facts->>'field', ${figure}) = ${figure}`;
}

export function createIssueStore(door: TenantDoor, clock: Clock): IssueStore {
  const now = () => new Date(clock.now());
  return {
    async report(merchantId, issues, fence) {
      if (issues.length > 0) await door(merchantId, (tx) => reportIssues(tx, merchantId, issues, now()), fence);
    },

    async close(merchantId, keys, fence) {
      if (keys.length > 0) await door(merchantId, (tx) => closeIssues(tx, keys, now()), fence);
    },

    async replace(merchantId, scope, issues, fence) {
      const keys = issues.map((issue) => issue.key);
      const close = closingOthers(scope, keys, now());
      if (fence && issues.length === 0) return door.tell(merchantId, [close], fence);
      await door(
        merchantId,
        async (tx) => {
          await tx.$executeRaw(close);
          await reportIssues(tx, merchantId, issues, now());
        },
        fence,
      );
    },
  };
}
