import type { Issue } from '@/src/domain/issue/codes';
import { issueKey } from '@/src/domain/issue/key';
import { ISSUE_KINDS, issueSubject } from '@/src/domain/issue/kinds';
import type { IssueReport } from '../ports/issues';

/** The stored key of an issue: the same trouble on two shops is two issues (spec R10.12). */
export function reportKey(connectionId: string | null, issue: Issue): string {
  return `${connectionId ?? 'merchant'}:${issueKey(issue)}`;
}

/** An issue of the domain as a record of one connection, or of the merchant when `connectionId` is null. */
export function reportOf(connectionId: string | null, issue: Issue, platformMessage?: string): IssueReport {
  const subject = issueSubject(issue);
  return {
    connectionId,
    code: issue.code,
    key: reportKey(connectionId, issue),
    level: ISSUE_KINDS[issue.code].level,
    subjectKind: subject.kind,
    subjectId: subject.kind === 'connection' ? (connectionId ?? '') : subject.id,
    facts: { ...issue.facts },
    platformMessage: platformMessage ?? wordsOf(issue),
  };
}

function wordsOf(issue: Issue): string | undefined {
  return 'platformMessage' in issue.facts ? issue.facts.platformMessage : undefined;
}
