import type { ApiContext } from './api';
import type { Store } from './store';

type Dated = { createdAt: number; updatedAt: number };
type Moment = (at: number) => number;
export type PageRequest = { limit: number; page: number; sinceId: number | undefined };

/** The shop's time zone, GMT+7. */
const SHOP_OFFSET_MS = 7 * 3_600_000;

/** `limit` is capped in silence (haravan.md §2.3). */
export function pageRequest(c: ApiContext, cap: number): PageRequest {
  const limit = numberQuery(c, 'limit') ?? cap;
  return {
    limit: Math.min(Math.max(1, limit), cap),
    page: Math.max(1, numberQuery(c, 'page') ?? 1),
    sinceId: numberQuery(c, 'since_id'),
  };
}

/** `since_id` walks upwards by id; without it the given order stays. */
export function pageOf<T extends { id: number }>(rows: readonly T[], { limit, page, sinceId }: PageRequest): T[] {
  const start = (page - 1) * limit;
  if (sinceId === undefined) return rows.slice(start, start + limit);
  const after = rows.filter(({ id }) => id > sinceId).sort((a, b) => a.id - b.id);
  return after.slice(start, start + limit);
}

export function numberQuery(c: ApiContext, name: string): number | undefined {
  const value = Number(c.req.query(name) || Number.NaN);
  return Number.isNaN(value) ? undefined : value;
}

/** A comma list of ids. */
export function idsQuery(c: ApiContext, name: string): number[] | undefined {
  const list = c.req.query(name);
  return list === undefined || list === '' ? undefined : list.split(',').map(Number);
}

/** Filters `created_at_min` … `updated_at_max`. What counts as the moment of a row is the caller's. */
export function dateFilter(c: ApiContext, moment: Moment): (row: Dated) => boolean {
  const [isCreated, isUpdated] = [momentFilter(c, 'created_at', moment), momentFilter(c, 'updated_at', moment)];
  return (row) => isCreated(row.createdAt) && isUpdated(row.updatedAt);
}

/** Filters `{field}_min` and `{field}_max`. A row without that moment is left out as soon as either is asked for. */
export function momentFilter(c: ApiContext, field: string, moment: Moment): (at: number | null) => boolean {
  const [min, max] = [parseMoment(c.req.query(`${field}_min`)), parseMoment(c.req.query(`${field}_max`))];
  if (min === undefined && max === undefined) return () => true;
  return (at) => at !== null && moment(at) >= (min ?? -Infinity) && moment(at) <= (max ?? Infinity);
}

const inUtc: Moment = (at) => at;

/**
 * The trap of haravan.md §2.3: rows of orders are compared by their local wall time, while the bound is read as if
 * it were UTC. So a bound without offset, or with Z, means local time, and one with +07:00 is 7 hours off.
 */
export const inShopTime: Moment = (at) => at + SHOP_OFFSET_MS;

/** How lists other than orders compare: not known, so a mode says (haravan.md §9). */
export const usualMoment = ({ modes }: Store): Moment => (modes.localTimeOn === 'all' ? inShopTime : inUtc);

/** `2008-12-31 03:00` is accepted as well. Nonsense filters nothing. */
function parseMoment(value: string | undefined): number | undefined {
  if (!value) return undefined;
  // An unescaped plus sign arrives as a blank.
  const iso = value
    .trim()
    .replace(/^(\S+T\S+) (\d\d:\d\d)$/, '$1+$2')
    .replace(' ', 'T');
  const at = Date.parse(/([zZ]|[+-]\d\d:?\d\d)$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`);
  return Number.isNaN(at) ? undefined : at;
}

/** `fields=id,name`: only those. */
export function project<T extends object>(c: ApiContext, row: T): Partial<T> {
  const fields = c.req
    .query('fields')
    ?.split(',')
    .map((field) => field.trim());
  if (!fields) return row;
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))) as Partial<T>;
}
