import { z } from 'zod';
import { absentable } from './scalars';

const MINUTE_MS = 60_000;
/** Lazada's Vietnamese times without offset are shop time (lazada.md §9.7). */
export const VIETNAM_OFFSET_MINUTES = 7 * 60;

/** Below this an epoch is in seconds: 1e11 s is the year 5138, 1e11 ms is 1973 (lazada.md §14.3). */
const SECONDS_BELOW = 1e11;
const EPOCH = /^\d{9,14}$/;
const CALENDAR =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** What both platforms mostly send; a page of products holds hundreds, and the language reads them several times as fast. */
const ISO_UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** 31 February is refused, not rolled over. */
function fromIso(value: string): Date | undefined {
  const date = new Date(value);
  return date.getUTCDate() === Number(value.slice(8, 10)) ? date : undefined;
}

function offsetMinutes(written: string | undefined, naive: number): number {
  if (written === undefined) return naive;
  if (written.toUpperCase() === 'Z') return 0;
  const sign = written.startsWith('-') ? -1 : 1;
  return sign * (Number(written.slice(1, 3)) * 60 + Number(written.slice(-2)));
}

function fromCalendar(value: string, naiveOffsetMinutes: number): Date | undefined {
  const match = CALENDAR.exec(value);
  if (match === null) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = new Date(Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5), part(6), milliseconds));
  // Date.UTC rolls 31 February over; a day or an hour that does not exist is refused instead.
  const exists = wall.getUTCMonth() === part(2) - 1 && wall.getUTCDate() === part(3) && part(5) < 60 && part(6) < 60;
  return exists ? new Date(wall.getTime() - offsetMinutes(match[8], naiveOffsetMinutes) * MINUTE_MS) : undefined;
}

/**
 * Reads seconds, milliseconds (by magnitude), ISO and `2023-11-29 22:23:20 +0700`.
 * @param naiveOffsetMinutes what a time without offset means, in minutes east of UTC
 */
export function parseInstant(value: unknown, naiveOffsetMinutes: number): Date | undefined {
  const written = typeof value === 'string' ? value.trim() : value;
  if (typeof written === 'string' && ISO_UTC.test(written)) return fromIso(written);
  if (typeof written === 'string' && !EPOCH.test(written)) return fromCalendar(written, naiveOffsetMinutes);
  const epoch = Number(written);
  if (written === null || typeof written === 'boolean' || !Number.isFinite(epoch) || epoch <= 0) return undefined;
  const date = new Date(epoch < SECONDS_BELOW ? epoch * 1000 : epoch);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function instant(naiveOffsetMinutes: number) {
  return z.unknown().transform((value, context) => {
    const date = parseInstant(value, naiveOffsetMinutes);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message: 'not a time' });
    return z.NEVER;
  });
}

/** A time without offset is GMT+7. */
export const vietnamInstant = instant(VIETNAM_OFFSET_MINUTES);
/** A time without offset is UTC (haravan.md §2.1). */
export const utcInstant = instant(0);

const absentTime = (schema: typeof utcInstant) =>
  z.preprocess((value) => (value === 0 || value === '0' ? undefined : value), absentable(schema));
/** 0 and '' mean: never. */
export const optionalVietnamInstant = absentTime(vietnamInstant);
export const optionalUtcInstant = absentTime(utcInstant);
