/** Where the walk over changed orders stands: `update_after` and `offset` of `/orders/get` (lazada.md §9.1). */
export type PagePosition = { after: Date; offset: number };

export type PageSeen = {
  rows: number;
  /** All matches as Lazada counts them; not to be trusted alone. */
  countTotal: number;
  /** Newest `updated_at` of the page; null when it was empty. */
  newest: Date | null;
  /** Orders that no earlier page of this walk had shown in this state. */
  fresh: number;
};

export const PAGE_ROWS = 100;
/** Lazada's times have whole seconds, and nobody says whether `update_after` includes its own. */
const SECOND_MS = 1_000;

function reachedEnd({ offset }: PagePosition, seen: PageSeen): boolean {
  if (seen.rows === 0) return true;
  return seen.rows < PAGE_ROWS && (seen.fresh === 0 || offset + seen.rows >= seen.countTotal);
}

/**
 * Pages by time, since `limit` and `offset` may be ignored and orders change between pages; the offset is used only where a page
 * does not get past one second. Null: everything was seen.
 */
export function nextPage(position: PagePosition, seen: PageSeen): PagePosition | null {
  if (reachedEnd(position, seen) || seen.newest === null) return null;
  const resumeAt = seen.newest.getTime() - SECOND_MS;
  if (resumeAt > position.after.getTime()) return { after: new Date(resumeAt), offset: 0 };
  if (seen.fresh > 0) return { after: position.after, offset: position.offset + seen.rows };
  // A full page that repeats itself: the offset is ignored. Going on is better than never ending.
  return { after: new Date(Math.max(seen.newest.getTime(), position.after.getTime() + SECOND_MS)), offset: 0 };
}
