import type { Clock } from '../core/clock';

/** Leaky bucket per app and shop. */
export type Bucket = {
  /** Calls that it holds. */
  readonly size: number;
  /** Takes a place. `false`: refuse the call. */
  take(orgId: string): boolean;
  /** Calls in the bucket now. */
  used(orgId: string): number;
  clear(): void;
};

/** 80 deep, leaking 4 a second (haravan.md §4). */
const HARAVAN_BUCKET = { size: 80, leakPerSecond: 4 };
/** A refused client must stay away so long: what comes earlier is refused too. */
export const RETRY_AFTER_SECONDS = 2;

type State = { level: number; at: number; refusedUntil: number };

export function createBucket(clock: Clock, { size, leakPerSecond } = HARAVAN_BUCKET): Bucket {
  const states = new Map<string, State>();
  const current = (orgId: string): State => {
    const now = clock.now();
    const { level, at, refusedUntil } = states.get(orgId) ?? { level: 0, at: now, refusedUntil: 0 };
    // A clock that was set back must not lock the bucket for ever.
    if (now < at) return { level, at: now, refusedUntil: 0 };
    return { level: Math.max(0, level - ((now - at) / 1000) * leakPerSecond), at: now, refusedUntil };
  };
  return {
    size,
    take(orgId) {
      const state = current(orgId);
      const isFull = state.level + 1 > size;
      const isRefused = state.at < state.refusedUntil;
      if (isFull && !isRefused) state.refusedUntil = state.at + RETRY_AFTER_SECONDS * 1000;
      if (!isFull && !isRefused) state.level += 1;
      states.set(orgId, state);
      return !isFull && !isRefused;
    },
    used: (orgId) => Math.ceil(current(orgId).level),
    clear: () => states.clear(),
  };
}
