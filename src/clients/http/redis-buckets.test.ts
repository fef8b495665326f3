import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryBuckets } from './memory-buckets';
import { createRedisBuckets, withFallback } from './redis-buckets';
import { createThrottle } from './throttle';
import { BATTERY_LIMITS, throttleBattery } from './throttle-battery';

const LIMITS = BATTERY_LIMITS;

let folder: string;
let server: ChildProcess;
let redis: Redis;

// A server of its own on a socket file: no port to clash, no data of others to touch.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throttle-'));
  const socket = join(folder, 'redis.sock');
  server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder]);
  const failed = new Promise<never>((_resolve, reject) => server.once('error', reject));
  redis = new Redis({ path: socket, retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  redis.on('error', () => undefined);
  await Promise.race([redis.ping(), failed]);
});

afterAll(async () => {
  redis.disconnect();
  server.kill();
  await rm(folder, { recursive: true, force: true });
});

throttleBattery('in Redis', async (clock) => {
  await redis.flushall();
  return createRedisBuckets(redis, LIMITS, () => clock.nowMs);
});

describe('Redis buckets', () => {
  const none = { placeMs: 0, banMs: 0 };
  const draw = (key: 'haravan:shared' | 'haravan:idle') => ({ key, priority: 'interactive' }) as const;

  it('are shared by processes whose clocks differ', async () => {
    const slow = { ...LIMITS, haravan: { capacity: 4, refillPerSecond: 0.001, reserve: 0 } };
    const stores = [createRedisBuckets(redis, slow), createRedisBuckets(redis, slow)];
    const waits = await Promise.all([0, 1, 0, 1, 0].map((index) => stores[index]?.take(draw('haravan:shared'), none)));
    expect(waits.filter((place) => place?.isPromised)).toHaveLength(4);
    expect(waits.find((place) => !place?.isPromised)?.waitMs).toBeGreaterThan(900_000);
  });

  it('do not stay for ever', async () => {
    await createRedisBuckets(redis, LIMITS).take(draw('haravan:idle'), none);
    expect(await redis.pttl('throttle:haravan:idle')).toBeGreaterThan(60_000 - 1_000);
  });

  it('R8.1 give way to memory while Redis is away', async () => {
    const away = createRedisBuckets({ eval: () => Promise.reject(new Error('closed')) }, LIMITS);
    const own = createMemoryBuckets(LIMITS, () => 0);
    const throttle = createThrottle(withFallback(away, own), async () => undefined);
    await throttle.learn({ key: 'lazada:1' }, { kind: 'banned', scope: 'shop', forMs: 900 });
    await expect(throttle.acquire({ key: 'lazada:1' })).rejects.toMatchObject({ kind: 'throttled', retryAfterMs: 900 });
  });
});
