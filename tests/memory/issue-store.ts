import { CODES_OF_FIGURE } from '@/src/domain/issue/figure-codes';
import type { IssueReport, IssueStore } from '@/src/sync/ports/issues';
import type { IssueNews } from '@/src/sync/ports/stock';
import type { MemoryDatabase } from './memory-database';
import type { IssueRow, TenantRows } from './tenant-rows';

function closeIssue(rows: TenantRows, issue: IssueRow, at: Date): void {
  issue.closedAt = at;
  rows.openIssues.delete(issue.key);
}

/** Closes the open issues that a test chooses. */
export function closeIssues(rows: TenantRows, isGone: (issue: IssueRow) => boolean, at: Date): void {
  for (const issue of [...rows.openIssues.values()]) if (isGone(issue)) closeIssue(rows, issue, at);
}

export function closeKeys(rows: TenantRows, keys: readonly string[], at: Date): void {
  for (const key of keys) {
    const open = rows.openIssues.get(key);
    if (open) closeIssue(rows, open, at);
  }
}

type Scope = Parameters<IssueStore['replace']>[1];

/** Open issues of these subjects and codes, but for those that were found. */
function othersThan(found: readonly IssueReport[], scope: Scope): (open: IssueRow) => boolean {
  const kept = new Set(found.map(({ key }) => key));
  const subjects = new Set(scope.subjectIds);
  return (open) =>
    open.connectionId === scope.connectionId &&
    open.subjectKind === scope.subjectKind &&
    subjects.has(open.subjectId) &&
    scope.codes.includes(open.code) &&
    !kept.has(open.key);
}

/** Of these variants Lỗi says of this figure what was found, and nothing else. */
export function closeFigure(
  rows: TenantRows,
  connectionId: string,
  { figure, judged, found }: IssueNews,
  at: Date,
): void {
  const scope = { connectionId, subjectKind: 'variant', subjectIds: judged, codes: CODES_OF_FIGURE[figure] } as const;
  const isOther = othersThan(found, scope);
  closeIssues(rows, (open) => isOther(open) && (open.facts.field ?? figure) === figure, at);
}

/** One open record per key; seeing it again counts (spec R2.5). The last report of a key wins. */
export function reportIssues(rows: TenantRows, newId: () => string, issues: readonly IssueReport[], at: Date): void {
  for (const [key, issue] of new Map(issues.map((one) => [one.key, one]))) {
    const open = rows.openIssues.get(key);
    if (open) {
      const { platformMessage, ...report } = issue;
      Object.assign(open, report, { platformMessage, lastSeenAt: at, count: open.count + 1 });
      continue;
    }
    const row = { ...issue, id: newId(), firstSeenAt: at, lastSeenAt: at, count: 1, closedAt: null };
    rows.issues.set(row.id, row);
    rows.openIssues.set(key, row);
  }
}

export function createIssueStore({ door, newId }: MemoryDatabase, clock: { now(): number }): IssueStore {
  const now = () => new Date(clock.now());
  return {
    async report(merchantId, issues, fence) {
      if (issues.length > 0) await door(merchantId, (rows) => reportIssues(rows, newId, issues, now()), fence);
    },
    async close(merchantId, keys, fence) {
      if (keys.length === 0) return;
      await door(merchantId, (rows) => closeKeys(rows, keys, now()), fence);
    },
    replace: (merchantId, scope, issues, fence) =>
      door(
        merchantId,
        (rows) => {
          closeIssues(rows, othersThan(issues, scope), now());
          reportIssues(rows, newId, issues, now());
        },
        fence,
      ),
  };
}
