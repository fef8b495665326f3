import type { LazadaProductQuery } from '@/src/clients/lazada/products';
import type { CreationWindow, ListingPosition } from './listing-position';

export const PAGE = 50;
/** `offset` ends here (lazada.md §6.1): what is longer is split by creation time. */
const OFFSET_LIMIT = 10_000;
/** Lazada Vietnam opened in 2012. */
const EARLIEST_MS = Date.UTC(2012, 0, 1);
/** An item changed in the same second as the last reading began may have been missed by it. */
const OVERLAP_MS = 60_000;

type Paging = Extract<ListingPosition, { mode: 'whole' | 'changed' }>;

export function queryOf(position: Paging): LazadaProductQuery {
  const { offset } = position;
  if (position.mode === 'changed') {
    return { filter: position.filter, limit: PAGE, offset, updateAfter: new Date(position.since - OVERLAP_MS) };
  }
  const window = position.windows[0];
  const created = window && { createAfter: new Date(window.after), createBefore: new Date(window.before) };
  return { filter: 'all', limit: PAGE, offset, ...created };
}

function halves({ after, before }: CreationWindow): CreationWindow[] {
  const middle = Math.floor((after + before) / 2);
  return [
    { after, before: middle },
    { after: middle, before },
  ];
}

/** Too long for `offset`: the same position, split, or everything instead of what changed; null when it need not or cannot be. */
function split(position: Paging, totalItems: number, now: number): ListingPosition | null {
  if (position.offset > 0 || totalItems <= OFFSET_LIMIT) return null;
  if (position.mode === 'changed') return { mode: 'whole', windows: [], offset: 0 };
  const window = position.windows[0] ?? { after: EARLIEST_MS, before: now };
  if (window.before - window.after < 2_000) return null;
  return { mode: 'whole', windows: [...halves(window), ...position.windows.slice(1)], offset: 0 };
}

function afterList(position: Paging): ListingPosition | 'done' {
  if (position.mode === 'changed') {
    return position.filter === 'all' ? { ...position, filter: 'deleted', offset: 0 } : 'done';
  }
  const windows = position.windows.slice(1);
  return windows.length > 0 ? { mode: 'whole', windows, offset: 0 } : { mode: 'verify' };
}

/** The position after a page. `rows`: items it held, readable or not; the platform may give fewer than were asked for. */
export function afterPage(
  position: Paging,
  page: { rows: number; totalItems: number },
  now: number,
): ListingPosition | 'done' {
  const narrower = split(position, page.totalItems, now);
  if (narrower !== null) return narrower;
  const offset = position.offset + page.rows;
  // Beyond the last offset Lazada only refuses, for ever: more in one second than it lists is left to the readings by name.
  if (page.rows === 0 || offset >= page.totalItems || offset > OFFSET_LIMIT) return afterList(position);
  return { ...position, offset };
}
