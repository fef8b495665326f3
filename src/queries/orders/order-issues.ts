import type { Tx } from '@/src/db/client';
import type { IssueCode, IssueLevel } from '@/src/domain/issue/codes';
import { ISSUE_KINDS } from '@/src/domain/issue/kinds';

export type OrderIssue = {
  id: string;
  code: IssueCode;
  level: IssueLevel;
  facts: Record<string, unknown>;
  platformMessage: string | null;
  firstSeenAt: Date;
  count: number;
};

const isKnown = (code: string): code is IssueCode => code in ISSUE_KINDS;

/** The open issues of one order, gravest first (spec R2.5, R10.2). */
export async function readOrderIssues(
  tx: Tx,
  { connectionId, lazadaOrderId }: { connectionId: string; lazadaOrderId: string },
): Promise<OrderIssue[]> {
  const rows = await tx.syncIssue.findMany({
    where: { connectionId, subjectKind: 'order', subjectId: lazadaOrderId, closedAt: null },
    orderBy: [{ level: 'asc' }, { firstSeenAt: 'desc' }],
  });
  return rows.flatMap(({ id, code, facts, platformMessage, firstSeenAt, count }) =>
    isKnown(code)
      ? [{ id, code, level: ISSUE_KINDS[code].level, facts: Object(facts), platformMessage, firstSeenAt, count }]
      : [],
  );
}
