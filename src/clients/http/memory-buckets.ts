import { type Bucket, fullBucket, taught, takeFrom } from './bucket';
import type { Platform } from './platform-error';
import { type BucketStore, limitOf, type ThrottleKey, type ThrottleLimit } from './throttle';

/** Buckets of one process: for tests, for one machine, and while Redis is away. */
export function createMemoryBuckets(limits: Record<Platform, ThrottleLimit>, nowMs: () => number): BucketStore {
  const buckets = new Map<ThrottleKey, Bucket>();
  const bucketOf = (key: ThrottleKey) => buckets.get(key) ?? fullBucket(limitOf(limits, key), nowMs());
  return {
    async take(key, request) {
      const { bucket, waitMs } = takeFrom(bucketOf(key), limitOf(limits, key), request, nowMs());
      buckets.set(key, bucket);
      return waitMs;
    },
    async learn(key, signal) {
      buckets.set(key, taught(bucketOf(key), limitOf(limits, key), signal, nowMs()));
    },
  };
}
