import { type Platform, PlatformError } from './platform-error';

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

/** A turn never sleeps longer than this for a throttle; beyond it, it leaves (design §6). */
export const SHORT_WAIT_MS = 300;

/** How a platform's calls are paced per shop. */
export type ThrottleLimit = {
  /** Calls that may go at once. */
  capacity: number;
  refillPerSecond: number;
  /** Tokens kept back for `interactive` calls. */
  reserve: number;
};

/** Haravan: 80, leaking 4 a second (haravan.md §4). Lazada: unpublished; 10 a second holds in practice (lazada.md §4). */
export const THROTTLE_LIMITS: Record<Platform, ThrottleLimit> = {
  haravan: { capacity: 80, refillPerSecond: 4, reserve: 16 },
  lazada: { capacity: 20, refillPerSecond: 10, reserve: 4 },
};

/** Where buckets live. `take` answers the milliseconds to wait; the tokens are taken only when it is short. */
export type BucketStore = {
  take(key: ThrottleKey, request: BucketRequest): Promise<number>;
  learn(key: ThrottleKey, signal: ThrottleSignal): Promise<void>;
};

export type BucketRequest = { cost: number; priority: Priority; maxWaitMs: number };

const platformOf = (key: ThrottleKey): Platform => (key.startsWith('lazada:') ? 'lazada' : 'haravan');

/** The limit that a key's platform sets. */
export function limitOf(limits: Record<Platform, ThrottleLimit>, key: ThrottleKey): ThrottleLimit {
  return limits[platformOf(key)];
}

/** Waits out short waits and turns long ones into a refusal. */
export function createThrottle(store: BucketStore, sleep: (ms: number) => Promise<void>): Throttle {
  return {
    async acquire(key, cost = 1, priority = 'background') {
      const waitMs = await store.take(key, { cost, priority, maxWaitMs: SHORT_WAIT_MS });
      if (waitMs > SHORT_WAIT_MS) throw refusal(key, waitMs);
      if (waitMs > 0) await sleep(waitMs);
    },
    learn: (key, signal) => store.learn(key, signal),
  };
}

function refusal(key: ThrottleKey, retryAfterMs: number): PlatformError {
  const facts = { platform: platformOf(key), operation: 'throttle', code: 'own_throttle' };
  return new PlatformError({ kind: 'throttled', ...facts, retryAfterMs });
}
