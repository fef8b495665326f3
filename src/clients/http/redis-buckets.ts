import type { Platform } from './platform-error';
import { type BucketStore, limitOf, type ThrottleKey, type ThrottleLimit } from './throttle';

/** The one thing asked of Redis; ioredis has it. Give a connection that fails fast: calls wait for its answer. */
export type RedisEval = { eval(script: string, keyCount: number, ...args: (string | number)[]): Promise<unknown> };

/** Loads a bucket and refills it, as `refilled` in bucket.ts does. ARGV: now, capacity, refill per second. */
const LOAD = `
local now, capacity, rate = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'banned')
local tokens, at, banned = tonumber(kept[1]) or capacity, tonumber(kept[2]) or now, tonumber(kept[3]) or 0
tokens = math.min(capacity, tokens + math.max(0, now - at) * rate / 1000)
at = math.max(at, now)
local function save(expire)
  redis.call('HSET', KEYS[1], 'tokens', tostring(tokens), 'at', string.format('%.0f', at), 'banned', string.format('%.0f', banned))
  redis.call('PEXPIRE', KEYS[1], expire)
end
local untilFull = math.ceil((capacity - tokens) * 1000 / rate) + 60000
`;

/** ARGV 4: cost, 5: tokens to leave, 6: longest wait. Says what `takeFrom` in bucket.ts says. */
const REDIS_TAKE = `${LOAD}
local cost, reserve, longest = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local missing = cost + reserve - tokens
local wait = missing > 0 and math.ceil(missing * 1000 / rate) or 0
wait = math.max(wait, banned - now, 0)
if wait <= longest then tokens = tokens - cost end
save(untilFull + math.max(0, banned - now))
return string.format('%.0f', wait)
`;

/** ARGV 4: tokens at most (or ''), 5: ban in ms. Says what `taught` in bucket.ts says. */
const REDIS_LEARN = `${LOAD}
if ARGV[4] ~= '' then tokens = math.min(tokens, tonumber(ARGV[4])) end
banned = math.max(banned, now + tonumber(ARGV[5]))
save(untilFull + math.max(0, banned - now))
`;

/** Buckets shared by every process, each change atomic. Times are the callers': machines keep theirs in step by NTP. */
export function createRedisBuckets(
  redis: RedisEval,
  limits: Record<Platform, ThrottleLimit>,
  nowMs: () => number,
): BucketStore {
  const run = (script: string, key: ThrottleKey, ...args: (string | number)[]) => {
    const limit = limitOf(limits, key);
    return redis.eval(script, 1, `throttle:${key}`, nowMs(), limit.capacity, limit.refillPerSecond, ...args);
  };
  return {
    async take(key, { cost, priority, maxWaitMs }) {
      const reserve = priority === 'interactive' ? 0 : limitOf(limits, key).reserve;
      return Number(await run(REDIS_TAKE, key, cost, reserve, maxWaitMs));
    },
    async learn(key, signal) {
      if (signal.kind === 'level') await run(REDIS_LEARN, key, signal.size - signal.used, 0);
      else await run(REDIS_LEARN, key, '', signal.forMs);
    },
  };
}

/** Calls go on while Redis is away, paced by this process alone (spec R8.1). */
export function withFallback(shared: BucketStore, own: BucketStore): BucketStore {
  return {
    take: (key, request) => shared.take(key, request).catch(() => own.take(key, request)),
    learn: (key, signal) => shared.learn(key, signal).catch(() => own.learn(key, signal)),
  };
}
