import type { ApiContext } from './api';

type Dated = { createdAt: number; updatedAt: number };
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
export function dateFilter(c: ApiContext, moment: (at: number) => number): (row: Dated) => boolean {
  const bound = (name: string) => parseMoment(c.req.query(name));
  const [createdMin, createdMax] = [bound('created_at_min'), bound('created_at_max')];
  const [updatedMin, updatedMax] = [bound('updated_at_min'), bound('updated_at_max')];
  const within = (at: number, min = -Infinity, max = Infinity) => moment(at) >= min && moment(at) <= max;
  return (row) => within(row.createdAt, createdMin, createdMax) && within(row.updatedAt, updatedMin, updatedMax);
}

export const inUtc = (at: number): number => at;

/**
 * The trap of haravan.md §2.3: rows of orders are compared by their local wall time, while the bound is read as if
 * it were UTC. So a bound without offset, or with Z, means local time, and one with +07:00 is 7 hours off.
 */
export const inShopTime = (at: number): number => at + SHOP_OFFSET_MS;

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
