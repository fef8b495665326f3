import type { Priority, ThrottleLimit } from './throttle';

/** One shop's calls. Calls that were promised a place have left `tokens`; the last of them leaves us at `leavesAtMs`. */
export type Bucket = { tokens: number; atMs: number; bannedUntilMs: number; leavesAtMs: number };

export function fullBucket(limit: ThrottleLimit, nowMs: number): Bucket {
  return { tokens: limit.capacity, atMs: nowMs, bannedUntilMs: 0, leavesAtMs: 0 };
}

/** A clock that steps back refills nothing. */
export function refilled(bucket: Bucket, limit: ThrottleLimit, nowMs: number): Bucket {
  const gained = (Math.max(0, nowMs - bucket.atMs) * limit.refillPerSecond) / 1000;
  return { ...bucket, tokens: Math.min(limit.capacity, bucket.tokens + gained), atMs: Math.max(bucket.atMs, nowMs) };
}

/** Milliseconds until a refilled bucket has a place; 0: now. */
export function placeWaitMs(bucket: Bucket, limit: ThrottleLimit, priority: Priority): number {
  const missing = 1 + (priority === 'interactive' ? 0 : limit.reserve) - bucket.tokens;
  return missing > 0 ? Math.ceil((missing * 1000) / limit.refillPerSecond) : 0;
}

export function taken(bucket: Bucket, nowMs: number, waitMs: number): Bucket {
  const leavesAtMs = waitMs > 0 ? Math.max(bucket.leavesAtMs, nowMs + waitMs) : bucket.leavesAtMs;
  return { ...bucket, tokens: bucket.tokens - 1, leavesAtMs };
}

/**
 * The platform's count can only lower ours: calls on their way have left ours and are not in it yet. Those that still
 * wait here leave one by one at the rate of the refill, and will need what room there is.
 */
export function leveled(bucket: Bucket, limit: ThrottleLimit, room: number, nowMs: number): Bucket {
  const waiting = Math.ceil((Math.max(0, bucket.leavesAtMs - nowMs) * limit.refillPerSecond) / 1000);
  return { ...bucket, tokens: Math.min(bucket.tokens, room - waiting) };
}

/** Nothing is left of the burst but the call that comes again: after it the steady rate goes on. */
export function banned(bucket: Bucket, limit: ThrottleLimit, untilMs: number): Bucket {
  const tokens = Math.min(bucket.tokens, limit.reserve + 1);
  return { ...bucket, tokens, bannedUntilMs: Math.max(bucket.bannedUntilMs, untilMs) };
}
