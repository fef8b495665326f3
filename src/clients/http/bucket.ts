import type { BucketRequest, ThrottleLimit, ThrottleSignal } from './throttle';

/** Negative tokens are calls that were promised a place and are waiting for it. */
export type Bucket = { tokens: number; atMs: number; bannedUntilMs: number };

export function fullBucket(limit: ThrottleLimit, nowMs: number): Bucket {
  return { tokens: limit.capacity, atMs: nowMs, bannedUntilMs: 0 };
}

/** A clock that steps back refills nothing. */
function refilled(bucket: Bucket, limit: ThrottleLimit, nowMs: number): Bucket {
  const gained = (Math.max(0, nowMs - bucket.atMs) * limit.refillPerSecond) / 1000;
  return { ...bucket, tokens: Math.min(limit.capacity, bucket.tokens + gained), atMs: Math.max(bucket.atMs, nowMs) };
}

/** Takes the tokens when the wait is short enough. `REDIS_TAKE` says the same in Lua. */
export function takeFrom(
  before: Bucket,
  limit: ThrottleLimit,
  request: BucketRequest,
  nowMs: number,
): { bucket: Bucket; waitMs: number } {
  const bucket = refilled(before, limit, nowMs);
  const kept = request.priority === 'interactive' ? 0 : limit.reserve;
  const missing = request.cost + kept - bucket.tokens;
  const refillMs = missing > 0 ? Math.ceil((missing * 1000) / limit.refillPerSecond) : 0;
  const waitMs = Math.max(refillMs, bucket.bannedUntilMs - nowMs, 0);
  if (waitMs > request.maxWaitMs) return { bucket, waitMs };
  return { bucket: { ...bucket, tokens: bucket.tokens - request.cost }, waitMs };
}

/** The platform's count can only lower ours: calls still on their way are not in it yet. */
export function taught(before: Bucket, limit: ThrottleLimit, signal: ThrottleSignal, nowMs: number): Bucket {
  const bucket = refilled(before, limit, nowMs);
  if (signal.kind === 'level') return { ...bucket, tokens: Math.min(bucket.tokens, signal.size - signal.used) };
  return { ...bucket, bannedUntilMs: Math.max(bucket.bannedUntilMs, nowMs + signal.forMs) };
}
