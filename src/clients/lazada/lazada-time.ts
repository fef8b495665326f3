import { wallTime } from '../wire/local-time';

/** `2026-07-25T00:00:00+07:00`, rounded down: nothing at the edge is missed (lazada.md §9.1). */
export function lazadaTimeFrom(date: Date | undefined): string | undefined {
  return date === undefined ? undefined : `${wallTime(date, 7)}+07:00`;
}

/** The same, rounded up. */
export function lazadaTimeTo(date: Date | undefined): string | undefined {
  return date === undefined ? undefined : lazadaTimeFrom(new Date(date.getTime() + 999));
}
