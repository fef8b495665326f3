import { type Platform, PlatformError } from './platform-error';

/**
 * A merchant waiting at the screen goes before work that nobody watches; of the latter, orders still have a place in a
 * day that a large catalog has used up: stock is computed from them.
 */
export type Priority = 'interactive' | 'orders' | 'background';

/** One shop's bucket, e.g. `lazada:200012345678`. The part before the colon chooses the limit. */
export type ThrottleKey = `${Platform}:${string}`;

/** What one call draws on. */
export type ThrottleDraw = {
  key: ThrottleKey;
  /** The API within the platform, e.g. `/orders/get`: some limits are the app's, per API (lazada.md §4). */
  api?: string;
  /** `background` when absent. */
  priority?: Priority;
};

/** Who is kept out: the shop, or one API for every shop of the app. */
export type BanScope = 'shop' | 'api';

/** What an answer teaches. */
export type ThrottleSignal =
  /** The platform's own count, from Haravan's `X-Haravan-Api-Call-Limit: used/size` (haravan.md §4). */
  | { kind: 'level'; used: number; size: number }
  /** Every call is refused for this long: `Retry-After`, or Lazada's "this ban will last N seconds". */
  | { kind: 'banned'; forMs: number; scope: BanScope };

/** Shared by all processes that call for the same shop. */
export type Throttle = {
  /** Waits while the wait is short; else throws a PlatformError of kind `throttled` with `retryAfterMs`. */
  acquire(draw: ThrottleDraw): Promise<void>;
  learn(draw: ThrottleDraw, signal: ThrottleSignal): Promise<void>;
};

/** A ban that is longer ends the turn: nothing can be done for the shop meanwhile (design §6). */
export const SHORT_WAIT_MS = 300;

/**
 * A place in the bucket is worth waiting for: places are promised in turn, so that the lanes of a shop go on side by side.
 * Sent away from each of several calls in a row, a turn would begin again and again and get nowhere, while the calls it
 * made are spent (docs/decisions/calls-counted-in-one-place.md).
 */
export const PATIENCE_MS = 2_000;

/** How a platform's calls are paced: per shop, and for the whole app per day. */
export type ThrottleLimit = {
  /** Calls that may go at once. */
  capacity: number;
  refillPerSecond: number;
  /** Tokens kept back for `interactive` calls. */
  reserve: number;
  /** Calls of the app within 24 hours, over all shops; unlimited when absent. A quarter is kept, see day-quota.ts. */
  perDay?: number;
};

/**
 * Haravan: 80, leaking 4 a second (haravan.md §4); two less here, since calls that left apart may arrive together.
 * The reserve is small: what is kept for people is missing to a shop's first minute. Lazada: unpublished; 10 a second
 * holds in practice (lazada.md §4).
 */
export const THROTTLE_LIMITS: Record<Platform, ThrottleLimit> = {
  haravan: { capacity: 78, refillPerSecond: 4, reserve: 6 },
  lazada: { capacity: 20, refillPerSecond: 10, reserve: 4 },
};

/** `isPromised`: the call is counted and may leave after `waitMs`; else it is sent away for as long. */
export type Place = { isPromised: boolean; waitMs: number };

/** How long a call would wait for its turn in the bucket, and for the end of a ban or a used-up day. */
export type Patience = { placeMs: number; banMs: number };

/** Where the counts live. */
export type BucketStore = {
  take(draw: ThrottleDraw, patience: Patience): Promise<Place>;
  learn(draw: ThrottleDraw, signal: ThrottleSignal): Promise<void>;
};

export function platformOf(key: ThrottleKey): Platform {
  return key.startsWith('lazada:') ? 'lazada' : 'haravan';
}

/** Waits out short waits and turns long ones into a refusal. */
export function createThrottle(store: BucketStore, sleep: (ms: number) => Promise<void>): Throttle {
  return {
    async acquire(draw) {
      const { isPromised, waitMs } = await store.take(draw, { placeMs: PATIENCE_MS, banMs: SHORT_WAIT_MS });
      if (!isPromised) throw refusal(draw.key, waitMs);
      if (waitMs > 0) await sleep(waitMs);
    },
    learn: (draw, signal) => store.learn(draw, signal),
  };
}

function refusal(key: ThrottleKey, retryAfterMs: number): PlatformError {
  const facts = { platform: platformOf(key), operation: 'throttle', code: 'own_throttle' };
  return new PlatformError({ kind: 'throttled', ...facts, retryAfterMs });
}
