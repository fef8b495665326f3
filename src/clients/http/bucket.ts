import type { Priority, ThrottleLimit } from './throttle';

/** One shop's calls. Negative tokens are calls that were promised a place and are waiting for it. */
export type Bucket = { tokens: number; atMs: number; bannedUntilMs: number };

export function fullBucket(limit: ThrottleLimit, nowMs: number): Bucket {
  return { tokens: limit.capacity, atMs: nowMs, bannedUntilMs: 0 };
}

/** A clock that steps back refills nothing. */
export function refilled(bucket: Bucket, limit: ThrottleLimit, nowMs: number): Bucket {
  const gained = (Math.max(0, nowMs - bucket.atMs) * limit.refillPerSecond) / 1000;
  return { ...bucket, tokens: Math.min(limit.capacity, bucket.tokens + gained), atMs: Math.max(bucket.atMs, nowMs) };
}

/** Milliseconds until a refilled bucket has a place; 0 or less: now. */
export function bucketWaitMs(bucket: Bucket, limit: ThrottleLimit, priority: Priority, nowMs: number): number {
  const missing = 1 + (priority === 'interactive' ? 0 : limit.reserve) - bucket.tokens;
  const refillMs = missing > 0 ? Math.ceil((missing * 1000) / limit.refillPerSecond) : 0;
  return Math.max(refillMs, bucket.bannedUntilMs - nowMs);
}

/** The platform's count can only lower ours: calls on their way have left ours and are not in it yet. */
export function leveled(bucket: Bucket, room: number): Bucket {
  return { ...bucket, tokens: Math.min(bucket.tokens, room) };
}

/** Nothing is left of the burst but the call that comes again: after it the steady rate goes on. */
export function banned(bucket: Bucket, limit: ThrottleLimit, untilMs: number): Bucket {
  return { ...leveled(bucket, limit.reserve + 1), bannedUntilMs: Math.max(bucket.bannedUntilMs, untilMs) };
}
