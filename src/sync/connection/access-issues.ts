import { type AccessFacts, accessDeadline, daysLeft, dueWarning } from '@/src/domain/connection/deadlines';
import type { Issue } from '@/src/domain/issue/codes';
import { reportKey, reportOf } from '../issues/report-of';
import type { IssueStore } from '../ports/issues';
import type { Fence } from '../ports/turn';

const expired = (expiredAtMs: number): Issue => ({ code: 'access_expired', facts: { expiredAtMs } });
const expiring = (deadlineAtMs: number, left: number): Issue => ({
  code: 'access_expiring',
  facts: { deadlineAtMs, daysLeft: left },
});

const revoked = (refusedAtMs: number): Issue => ({ code: 'access_revoked', facts: { refusedAtMs } });
const unrenewable = (deadlineAtMs: number): Issue => ({ code: 'access_unrenewable', facts: { deadlineAtMs } });

/** Why access ended: its time was over, or Lazada refused it before (spec R1.4). */
export type AccessEnd = 'lapsed' | 'revoked';

export function reportAccessEnded(
  issues: IssueStore,
  owner: { merchantId: string; connectionId: string },
  end: AccessEnd,
  atMs: number,
  fence: Fence,
) {
  const issue = end === 'lapsed' ? expired(atMs) : revoked(atMs);
  return issues.report(owner.merchantId, [reportOf(owner.connectionId, issue)], fence);
}

/** A subscription app's access lives as long as its token: the merchant must know the date. */
export function reportUnrenewable(
  issues: IssueStore,
  owner: { merchantId: string; connectionId: string },
  deadlineAtMs: number,
  fence?: Fence,
) {
  return issues.report(owner.merchantId, [reportOf(owner.connectionId, unrenewable(deadlineAtMs))], fence);
}

/** The merchant consented again, or the shop is gone: neither date matters any more. */
export function closeAccessIssues(issues: IssueStore, merchantId: string, connectionId: string): Promise<void> {
  const all = [expired(0), revoked(0), expiring(0, 0), unrenewable(0)];
  return issues.close(
    merchantId,
    all.map((issue) => reportKey(connectionId, issue)),
  );
}

/** Warns 30, 7 and 1 days before the merchant must authorize again (spec R1.4). */
export async function warnOfDeadline(
  issues: IssueStore,
  owner: { merchantId: string; connectionId: string },
  access: AccessFacts,
  nowMs: number,
  fence: Fence,
): Promise<void> {
  const { atMs } = accessDeadline(access);
  const issue = expiring(atMs, daysLeft(atMs, nowMs));
  if (dueWarning(atMs, nowMs, []) === null) {
    await issues.close(owner.merchantId, [reportKey(owner.connectionId, issue)], fence);
  } else {
    await issues.report(owner.merchantId, [reportOf(owner.connectionId, issue)], fence);
  }
}
