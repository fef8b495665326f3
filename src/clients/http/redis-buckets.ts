import { allowedPerDay, LONGEST_DAY_WAIT_MS } from './day-quota';
import type { Platform } from './platform-error';
import { REDIS_LEARN, REDIS_TAKE } from './redis-scripts';
import { type BucketStore, platformOf, type ThrottleDraw, type ThrottleLimit, type ThrottleSignal } from './throttle';

/** The one thing asked of Redis; ioredis has it. Give a connection that fails fast: calls wait for its answer. */
export type RedisEval = { eval(script: string, keyCount: number, ...args: (string | number)[]): Promise<unknown> };

type Lesson = [room: number, shopBanMs: number | '', apiBanMs: number | ''];

function lessonOf(signal: ThrottleSignal, limit: ThrottleLimit): Lesson {
  if (signal.kind === 'level') return [signal.size - signal.used, '', ''];
  return signal.scope === 'shop' ? [limit.reserve + 1, signal.forMs, ''] : [limit.capacity, '', signal.forMs];
}

/**
 * Counts shared by every process, each change atomic.
 * @param nowMs the Redis server's clock when absent: machines whose clocks differ then still share one bucket
 */
export function createRedisBuckets(
  redis: RedisEval,
  limits: Record<Platform, ThrottleLimit>,
  nowMs?: () => number,
): BucketStore {
  const run = (script: string, { key, api }: ThrottleDraw, ...args: (string | number)[]) => {
    const platform = platformOf(key);
    const { capacity, refillPerSecond } = limits[platform];
    const keys = [`throttle:${key}`, `throttle:api:${platform}:${api}`, `throttle:day:${platform}`];
    return redis.eval(script, keys.length, ...keys, nowMs?.() ?? '', capacity, refillPerSecond, ...args);
  };
  return {
    async take(draw, maxWaitMs) {
      const { key, priority = 'background' } = draw;
      const limit = limits[platformOf(key)];
      const reserve = priority === 'interactive' ? 0 : limit.reserve;
      const allowed = allowedPerDay(limit, priority) ?? '';
      return Number(await run(REDIS_TAKE, draw, reserve, maxWaitMs, allowed, LONGEST_DAY_WAIT_MS));
    },
    async learn(draw, signal) {
      await run(REDIS_LEARN, draw, ...lessonOf(signal, limits[platformOf(draw.key)]));
    },
  };
}

/** Calls go on while Redis is away, paced by this process alone (spec R8.1). */
export function withFallback(shared: BucketStore, own: BucketStore): BucketStore {
  return {
    take: (draw, maxWaitMs) => shared.take(draw, maxWaitMs).catch(() => own.take(draw, maxWaitMs)),
    learn: (draw, signal) => shared.learn(draw, signal).catch(() => own.learn(draw, signal)),
  };
}
