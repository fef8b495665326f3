import type { Priority, ThrottleLimit } from './throttle';

const HOUR_MS = 3_600_000;
const HOURS_OF_A_DAY = 24;
/** Asked again so often: a quota may be raised, and nobody knows on which hour the platform's day begins. */
export const LONGEST_DAY_WAIT_MS = 900_000;
/** How much of the day each may bring it to. */
const SHARES: Record<Priority, number> = { interactive: 1, orders: 0.9, background: 0.75 };

/** Calls of the app by hour since 1970. */
export type HourCounts = ReadonlyMap<number, number>;

export const hourOf = (nowMs: number): number => Math.floor(nowMs / HOUR_MS);

/** Calls that this priority may bring the last 24 hours to; undefined: no limit. */
export function allowedPerDay(limit: ThrottleLimit, priority: Priority): number | undefined {
  return limit.perDay === undefined ? undefined : Math.floor(limit.perDay * SHARES[priority]);
}

/**
 * Milliseconds until a call fits into the app's quota, 0 for now (lazada.md §4). The window of 24 hours slides: on
 * whatever hour the platform's day begins, no such day holds more. `REDIS_TAKE` says the same in Lua.
 */
export function dayWaitMs(counts: HourCounts, allowed: number | undefined, nowMs: number): number {
  if (allowed === undefined) return 0;
  const hour = hourOf(nowMs);
  const hours = [...counts].filter(([at]) => at > hour - HOURS_OF_A_DAY).sort(([a], [b]) => a - b);
  let excess = hours.reduce((sum, [, calls]) => sum + calls, 1 - allowed);
  if (excess <= 0) return 0;
  for (const [at, calls] of hours) {
    excess -= calls;
    if (excess <= 0) return Math.min(LONGEST_DAY_WAIT_MS, (at + HOURS_OF_A_DAY) * HOUR_MS - nowMs);
  }
  return LONGEST_DAY_WAIT_MS;
}

/** One more call; hours that no longer count are forgotten. */
export function countedCall(counts: HourCounts, nowMs: number): HourCounts {
  const hour = hourOf(nowMs);
  const recent = [...counts].filter(([at]) => at > hour - HOURS_OF_A_DAY);
  return new Map(recent).set(hour, (counts.get(hour) ?? 0) + 1);
}
