const HOUR_MS = 3_600_000;

/** `2026-07-25T00:00:00`, the wall clock `hoursEast` of UTC; fractions of a second are dropped. */
export function wallTime(date: Date, hoursEast: number): string {
  return new Date(date.getTime() + hoursEast * HOUR_MS).toISOString().slice(0, 19);
}
