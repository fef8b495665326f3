import type { Tx } from '@/src/db/client';
import type { TenantDoor } from '@/src/db/tenant';
import type { Issue, IssueCode, IssueLevel, IssueTurn } from '@/src/domain/issue/codes';
import { firstLine } from '@/src/domain/issue/first-line';
import { ISSUE_KINDS } from '@/src/domain/issue/kinds';

export type IssueRow = {
  id: string;
  code: IssueCode;
  subjectKind: string;
  subjectId: string;
  /** What the words of the message are written with. */
  facts: Record<string, unknown>;
  /** The line merchants know from the help page, or the platform's own words (R2.5). */
  line: string | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  count: number;
};
export type IssueGroup = { code: IssueCode; level: IssueLevel; turn: IssueTurn; total: number; rows: IssueRow[] };
export type IssueListView = {
  total: number;
  /** What somebody must do, by whose turn it is; `notes`: nothing must be done. */
  ofTurn: Record<IssueTurn, number>;
  notes: number;
  groups: IssueGroup[];
};

/** Rows drawn of one cause; the rest is counted, and opened by its cause. */
const ROWS_PER_GROUP = 20;
const ROWS_OF_ONE_GROUP = 500;

/** Open issues of one shop and of the merchant, grouped by cause, gravest and largest first (R2.5, R10.10). */
export function createIssueListQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string, onlyCode: string | null): Promise<IssueListView> =>
    door(merchantId, async (tx) => {
      const totals = (await countByCode(tx, connectionId)).filter((group) => isKnown(group.code));
      const shown = onlyCode === null ? totals : totals.filter((group) => group.code === onlyCode);
      const rows = await readRows(tx, connectionId, onlyCode);
      const groups = shown.map(({ code, total }) => ({
        code,
        total,
        ...ISSUE_KINDS[code],
        rows: rows.filter((row) => row.code === code),
      }));
      const tasks = totals.filter((each) => !isNote(each));
      const total = sumOf(totals);
      return { total, ofTurn: byTurn(tasks), notes: total - sumOf(tasks), groups: groups.sort(byGravity) };
    });
}

type Total = { code: IssueCode; total: number };

const isKnown = (code: string): code is IssueCode => code in ISSUE_KINDS;
const isNote = ({ code }: Total): boolean => ISSUE_KINDS[code].level === 'info';
const sumOf = (totals: readonly Total[]): number => totals.reduce((sum, { total }) => sum + total, 0);

function byTurn(totals: readonly Total[]): Record<IssueTurn, number> {
  const result = { haravan: 0, lazada: 0, wait: 0 };
  for (const { code, total } of totals) result[ISSUE_KINDS[code].turn] += total;
  return result;
}

const GRAVITY: Record<IssueLevel, number> = { error: 0, warning: 1, info: 2 };
const byGravity = (a: IssueGroup, b: IssueGroup): number => GRAVITY[a.level] - GRAVITY[b.level] || b.total - a.total;

function countByCode(tx: Tx, connectionId: string): Promise<Total[]> {
  return tx.$queryRaw<Total[]>`
    SELECT code, count(*)::int AS total FROM "SyncIssue"
    WHERE "closedAt" IS NULL AND ("connectionId" = ${connectionId}::uuid OR "connectionId" IS NULL) GROUP BY code`;
}

type StoredRow = Omit<IssueRow, 'line' | 'code'> & { code: string; platformMessage: string | null };

async function readRows(tx: Tx, connectionId: string, onlyCode: string | null): Promise<IssueRow[]> {
  const limit = onlyCode === null ? ROWS_PER_GROUP : ROWS_OF_ONE_GROUP;
  const rows = await tx.$queryRaw<StoredRow[]>`
    SELECT id, code, "subjectKind", "subjectId", facts, "platformMessage", "firstSeenAt", "lastSeenAt", count FROM (
      SELECT *, row_number() OVER (PARTITION BY code ORDER BY "firstSeenAt" DESC, id) AS place FROM "SyncIssue"
      WHERE "closedAt" IS NULL AND ("connectionId" = ${connectionId}::uuid OR "connectionId" IS NULL)
        AND (${onlyCode}::text IS NULL OR code = ${onlyCode})) ranked
    WHERE place <= ${limit} ORDER BY "firstSeenAt" DESC, id`;
  return rows.flatMap(({ platformMessage, code, ...row }) =>
    isKnown(code) ? [{ ...row, code, line: lineOf(code, row.facts) ?? platformMessage }] : [],
  );
}

/** Facts were written by the same code in the domain's shape; a row of an older version may lack some. */
function lineOf(code: IssueCode, facts: Record<string, unknown>): string | null {
  try {
    return firstLine({ code, facts } as unknown as Issue);
  } catch {
    return null;
  }
}
