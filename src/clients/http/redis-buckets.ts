import { allowedPerDay, LONGEST_DAY_WAIT_MS } from './day-quota';
import type { Platform } from './platform-error';
import { REDIS_LEARN, REDIS_TAKE } from './redis-scripts';
import { type BucketStore, platformOf, type ThrottleDraw, type ThrottleLimit, type ThrottleSignal } from './throttle';

/** The one thing asked of Redis; ioredis has it. Give a connection that fails fast: calls wait for its answer. */
export type RedisEval = { eval(script: string, keyCount: number, ...args: (string | number)[]): Promise<unknown> };

type Lesson = [room: number | '', shopBanMs: number | '', apiBanMs: number | ''];

function lessonOf(signal: ThrottleSignal): Lesson {
  if (signal.kind === 'level') return [signal.size - signal.used, '', ''];
  return signal.scope === 'shop' ? ['', signal.forMs, ''] : ['', '', signal.forMs];
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
    async take(draw, { placeMs, banMs }) {
      const { key, priority = 'background' } = draw;
      const limit = limits[platformOf(key)];
      const reserve = priority === 'interactive' ? 0 : limit.reserve;
      const allowed = allowedPerDay(limit, priority) ?? '';
      const waitMs = Number(await run(REDIS_TAKE, draw, reserve, placeMs, banMs, allowed, LONGEST_DAY_WAIT_MS));
      return waitMs < 0 ? { isPromised: false, waitMs: -waitMs } : { isPromised: true, waitMs };
    },
    async learn(draw, signal) {
      const { reserve } = limits[platformOf(draw.key)];
      await run(REDIS_LEARN, draw, ...lessonOf(signal), reserve + 1);
    },
  };
}

/** Calls go on while Redis is away, paced by this process alone (spec R8.1). */
export function withFallback(shared: BucketStore, own: BucketStore): BucketStore {
  return {
    take: (draw, patience) => shared.take(draw, patience).catch(() => own.take(draw, patience)),
    learn: (draw, signal) => shared.learn(draw, signal).catch(() => own.learn(draw, signal)),
  };
}
