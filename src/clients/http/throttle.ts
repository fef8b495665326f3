import type { Platform } from './platform-error';

/** A merchant waiting at the screen goes before work that nobody watches. */
export type Priority = 'interactive' | 'background';

/** One bucket, e.g. `lazada:200012345678`. The part before the colon chooses the limit. */
export type ThrottleKey = `${Platform}:${string}`;

/** What an answer teaches about a bucket. */
export type ThrottleSignal =
  /** The platform's own count, from Haravan's `X-Haravan-Api-Call-Limit: used/size` (haravan.md §4). */
  | { kind: 'level'; used: number; size: number }
  /** Every call is refused for this long: `Retry-After`, or Lazada's "this ban will last N seconds". */
  | { kind: 'banned'; forMs: number };

/** Shared by all processes that call for the same shop. */
export type Throttle = {
  /** Waits while the wait is short; else throws a PlatformError of kind `throttled` with `retryAfterMs`. */
  acquire(key: ThrottleKey, cost?: number, priority?: Priority): Promise<void>;
  learn(key: ThrottleKey, signal: ThrottleSignal): Promise<void>;
};
