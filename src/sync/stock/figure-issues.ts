import type { Issue } from '@/src/domain/issue/codes';
import { reportOf } from '../issues/report-of';
import type { DuePush, IssueNews } from '../ports/stock';
import type { Figure } from '../ports/wishes';

/**
 * Makes the open issues of these figures what this batch found: an error goes away by itself once its cause is gone
 * (spec R2.5). @param found by variant; a row that is missing has no trouble, one in `open` keeps what it had
 */
export function figureIssues(
  connectionId: string,
  figure: Figure,
  rows: readonly DuePush[],
  found: ReadonlyMap<string, Issue>,
  open: ReadonlySet<string>,
): IssueNews {
  const judged = rows.map(({ variantId }) => variantId).filter((variantId) => !open.has(variantId));
  return { figure, judged, found: [...found.values()].map((issue) => reportOf(connectionId, issue)) };
}
