import { z } from 'zod';
import type { ParamValue } from '../http/params';
import { wallTime } from '../wire/local-time';
import { absentable, text } from '../wire/scalars';

/** `"VIP, a"` ↔ `['VIP', 'a']` (haravan.md §2.6). */
export const tagList = absentable(text).transform((tags) => (tags ?? '').split(',').flatMap((tag) => tag.trim() || []));

/** The single key that wraps an answer. */
export function rooted<T>(key: string, schema: z.ZodType<T>): z.ZodType<T> {
  return z.object({ [key]: schema }).transform((body) => body[key] as T);
}

/** GMT+7 wall time without offset, as Haravan compares order dates (haravan.md §2.3). */
export function haravanLocalTime(date: Date): string {
  return wallTime(date, 7);
}

/**
 * For filters whose time zone is unknown: UTC's wall clock is the earlier reading, so that nothing is missed
 * (haravan.md §9).
 */
export function earliestWallTime(date: Date | undefined): ParamValue {
  return date && wallTime(date, 0);
}
