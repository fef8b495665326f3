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

export function reportAccessExpired(
  issues: IssueStore,
  merchantId: string,
  connectionId: string,
  atMs: number,
  fence: Fence,
) {
  return issues.report(merchantId, [reportOf(connectionId, expired(atMs))], fence);
}

/** The merchant consented again, or the shop is gone: neither date matters any more. */
export function closeAccessIssues(issues: IssueStore, merchantId: string, connectionId: string): Promise<void> {
  return issues.close(merchantId, [reportKey(connectionId, expired(0)), reportKey(connectionId, expiring(0, 0))]);
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
