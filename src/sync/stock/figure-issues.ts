import type { Issue } from '@/src/domain/issue/codes';
import { reportKey, reportOf } from '../issues/report-of';
import type { DuePush, IssueNews } from '../ports/stock';
import { namedVariant } from './refusal-issue';

const CODES = {
  price: ['price_invalid', 'price_out_of_range', 'price_below_promotion', 'push_rejected'],
  quantity: ['campaign_locked', 'quantity_untracked', 'quantity_fulfilled_by_lazada', 'push_rejected'],
} as const;

/** Only what decides the key counts here. */
function keysOf(connectionId: string, push: DuePush): string[] {
  const facts = { ...namedVariant(push), field: push.figure };
  return CODES[push.figure].map((code) => reportKey(connectionId, { code, facts } as unknown as Issue));
}

/**
 * Makes the open issues of these figures what this batch found: an error goes away by itself once its cause is gone
 * (spec R2.5). @param found by variant; a row that is missing has no trouble, one in `open` keeps what it had
 */
export function figureIssues(
  connectionId: string,
  rows: readonly DuePush[],
  found: ReadonlyMap<string, Issue>,
  open: ReadonlySet<string>,
): IssueNews {
  const reports = [...found.values()].map((issue) => reportOf(connectionId, issue));
  const kept = new Set(reports.map((report) => report.key));
  const judged = rows.filter((push) => !open.has(push.variantId));
  const closed = judged.flatMap((push) => keysOf(connectionId, push)).filter((key) => !kept.has(key));
  return { closed, found: reports };
}
