import { banned, type Bucket, fullBucket, leveled, placeWaitMs, refilled, taken } from './bucket';
import { allowedPerDay, countedCall, dayWaitMs, type HourCounts } from './day-quota';
import type { Platform } from './platform-error';
import { type BucketStore, platformOf, type ThrottleDraw, type ThrottleKey, type ThrottleLimit } from './throttle';

/** Counts of one process: for tests, for one machine, and while Redis is away. */
export function createMemoryBuckets(limits: Record<Platform, ThrottleLimit>, nowMs: () => number): BucketStore {
  const buckets = new Map<ThrottleKey, Bucket>();
  const bannedApis = new Map<string, number>();
  const days = new Map<Platform, HourCounts>();

  const apiOf = ({ key, api }: ThrottleDraw) => `${platformOf(key)}:${api}`;
  const bucketOf = ({ key }: ThrottleDraw, limit: ThrottleLimit) =>
    refilled(buckets.get(key) ?? fullBucket(limit, nowMs()), limit, nowMs());

  return {
    async take(draw, patience) {
      const platform = platformOf(draw.key);
      const limit = limits[platform];
      const bucket = bucketOf(draw, limit);
      const day = days.get(platform) ?? new Map();
      const { priority = 'background' } = draw;
      const placeMs = placeWaitMs(bucket, limit, priority);
      const bannedUntilMs = Math.max(bucket.bannedUntilMs, bannedApis.get(apiOf(draw)) ?? 0);
      const banMs = Math.max(bannedUntilMs - nowMs(), dayWaitMs(day, allowedPerDay(limit, priority), nowMs()));
      const waitMs = Math.max(placeMs, banMs);
      if (placeMs > patience.placeMs || banMs > patience.banMs) return { isPromised: false, waitMs };
      buckets.set(draw.key, taken(bucket, nowMs(), waitMs));
      if (limit.perDay !== undefined) days.set(platform, countedCall(day, nowMs()));
      return { isPromised: true, waitMs };
    },
    async learn(draw, signal) {
      const limit = limits[platformOf(draw.key)];
      const bucket = bucketOf(draw, limit);
      if (signal.kind === 'level') buckets.set(draw.key, leveled(bucket, limit, signal.size - signal.used, nowMs()));
      else if (signal.scope === 'shop') buckets.set(draw.key, banned(bucket, limit, nowMs() + signal.forMs));
      else bannedApis.set(apiOf(draw), Math.max(bannedApis.get(apiOf(draw)) ?? 0, nowMs() + signal.forMs));
    },
  };
}
