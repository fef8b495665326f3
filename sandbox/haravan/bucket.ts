import type { Clock } from '../core/clock';

/** Leaky bucket per app and shop: 80 deep, leaking 4 a second (haravan.md §4). */
export type Bucket = {
  /** Takes a place. `false`: refuse the call. */
  take(orgId: string): boolean;
  /** Calls in the bucket now. */
  used(orgId: string): number;
  clear(): void;
};

export const BUCKET_SIZE = 80;
const LEAK_PER_SECOND = 4;
/** A refused client must stay away so long: what comes earlier is refused too. */
export const RETRY_AFTER_SECONDS = 2;

type State = { level: number; at: number; refusedUntil: number };

export function createBucket(clock: Clock): Bucket {
  const states = new Map<string, State>();
  const current = (orgId: string): State => {
    const now = clock.now();
    const { level, at, refusedUntil } = states.get(orgId) ?? { level: 0, at: now, refusedUntil: 0 };
    // A clock that was set back must not lock the bucket for ever.
    if (now < at) return { level, at: now, refusedUntil: 0 };
    return { level: Math.max(0, level - ((now - at) / 1000) * LEAK_PER_SECOND), at: now, refusedUntil };
  };
  return {
    take(orgId) {
      const state = current(orgId);
      const isFull = state.level + 1 > BUCKET_SIZE;
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
