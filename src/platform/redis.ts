import { Redis } from 'ioredis';

/** Producers fail fast: a web request must not wait for a queue that is down, the sweep gives the turn later. */
export function createProducerRedis(url: string): Redis {
  return quiet(
    new Redis(url, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      connectTimeout: 2_000,
      commandTimeout: 2_000,
      retryStrategy,
    }),
  );
}

/** Workers wait for ever, as BullMQ demands. */
export function createWorkerRedis(url: string): Redis {
  return quiet(new Redis(url, { maxRetriesPerRequest: null, retryStrategy }));
}

const retryStrategy = (times: number): number => Math.min(100 * 2 ** Math.min(times, 5), 2_000);

/** ioredis throws "unhandled error event" without a listener; the failed command itself reports the trouble. */
function quiet(redis: Redis): Redis {
  redis.on('error', () => undefined);
  return redis;
}
