import { randomUUID } from 'node:crypto';
import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findDueTurns } from '@/src/db/due-turns';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { createTurnQueues, type TurnQueues } from '@/src/jobs/turn-queue';
import { QUEUE_PREFIX, queueName, TURN_LOCK, turnPayload } from '@/src/jobs/turn-job';
import { createProducerRedis, createWorkerRedis } from '@/src/platform/redis';
import { LeaseLost, type TurnHandler, type TurnKey, type TurnLeases, turnKeyText } from '@/src/sync/ports/turn';
import { sweepOnce } from '@/workers/sweep';
import { createTurnRunner } from '@/workers/turn-runner';
import { type FreshDatabase, freshDatabase } from './database';

const log = { info() {}, warn() {}, error() {} };

function redisUrl(): string {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('Set TEST_REDIS_URL to a Redis >= 7 or Valkey.');
  // A database of its own: other test files use queues of the same names.
  return `${url}/7`;
}

let database: FreshDatabase;
let leases: TurnLeases;
let redis: Redis;
let queues: TurnQueues;

beforeAll(async () => {
  database = await freshDatabase();
  leases = createTurnLeases(database.db);
  redis = createProducerRedis(redisUrl());
  await new Promise((ready) => redis.once('ready', ready));
  queues = createTurnQueues(redis, Date.now);
});
beforeEach(() => redis.flushdb());
afterAll(async () => {
  await queues.close();
  redis.disconnect();
  await database.close();
});

const keyOf = (lane: TurnKey['lane'] = 'stock'): TurnKey => ({
  lane,
  merchantId: randomUUID(),
  connectionId: randomUUID(),
});

function runnerOf(handler: TurnHandler, holder = 'worker-a') {
  const asked: { key: TurnKey; notBefore?: Date }[] = [];
  const renewed: string[] = [];
  let courtesies = 0;
  const run = createTurnRunner({
    leases,
    queue: { request: async (key, notBefore) => void asked.push({ key, notBefore }) },
    handlers: () => handler,
    renewAccess: async (_key, platform) => void renewed.push(platform),
    letOthersGo: async () => void courtesies++,
    holder,
    now: Date.now,
    stopping: () => false,
    log,
  });
  return { run, asked, renewed, courtesies: () => courtesies };
}

describe('R8.1 one turn at a time, under a lease with a fence', () => {
  test('two workers given the same turn run it once', async () => {
    const key = keyOf();
    let running = 0;
    let most = 0;
    let release = () => {};
    const gate = new Promise<void>((open) => {
      release = open;
    });
    const handler: TurnHandler = async () => {
      running += 1;
      most = Math.max(most, running);
      await gate;
      running -= 1;
      return { more: false };
    };
    const first = runnerOf(handler).run(key);
    await expect.poll(() => running, { timeout: 10_000 }).toBe(1);
    await runnerOf(handler, 'worker-b').run(key);
    release();
    await first;
    expect(most).toBe(1);
  });

  test('a worker that lost its lease cannot write any more', async () => {
    const merchantId = randomUUID();
    const fence = await leases.acquire(`stock_${merchantId}_x`, 'worker-a');
    if (!fence) throw new Error('no lease');
    await database.db
      .$executeRaw`UPDATE "TurnLease" SET "expiresAt" = now() - interval '1 second' WHERE key = ${fence.key}`;
    const stolen = await leases.acquire(fence.key, 'worker-b');
    expect(stolen?.token).toBe(fence.token + 1n);
    const write = database.door(
      merchantId,
      (tx) => tx.location.create({ data: { merchantId, locationId: '1', name: 'Kho' } }),
      fence,
    );
    await expect(write).rejects.toBeInstanceOf(LeaseLost);
    expect(await leases.prolong(fence)).toBe(false);
    expect(await database.door(merchantId, (tx) => tx.location.count())).toBe(0);
  });

  test('what remains goes to the back of the line; a failure pauses the lane and is tried again', async () => {
    const key = keyOf();
    const well = runnerOf(async () => ({ more: true }));
    await well.run(key);
    expect(well.asked).toEqual([{ key, notBefore: undefined }]);
    const ill = runnerOf(async () => {
      throw new Error('boom');
    });
    await ill.run(key);
    expect(ill.asked).toHaveLength(1);
    expect(await leases.acquire(turnKeyText(key), 'worker-b')).toBeNull();
  });
});

describe('R7.2 a turn is asked for as often as one likes and waits once', () => {
  test('a hundred requests make one job; a request during the turn makes exactly one more', async () => {
    const key = keyOf();
    const { lane, ...payload } = key;
    const seen: unknown[] = [];
    let enter = () => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    await Promise.all(Array.from({ length: 100 }, () => queues.request(key)));
    const worker = new Worker(
      queueName(lane),
      async (job) => {
        seen.push(turnPayload.parse(job.data));
        enter();
        if (seen.length === 1) await gate;
      },
      { connection: createWorkerRedis(redisUrl()), prefix: QUEUE_PREFIX },
    );
    await entered;
    await Promise.all(Array.from({ length: 50 }, () => queues.request(key)));
    release();
    await expect.poll(() => seen.length).toBe(2);
    const queue = new Queue(queueName(lane), { connection: createWorkerRedis(redisUrl()), prefix: QUEUE_PREFIX });
    await expect
      .poll(async () => await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized'))
      .toMatchObject({
        waiting: 0,
        active: 0,
        delayed: 0,
      });
    expect(seen).toEqual([payload, payload]);
    await worker.close();
    await queue.close();
  });
});

test('R7.2 a turn can let others go first; how many run is known across processes', async () => {
  const key = keyOf('orders');
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const worker = new Worker(queueName(key.lane), () => gate, {
    connection: createWorkerRedis(redisUrl()),
    prefix: QUEUE_PREFIX,
  });
  await queues.request(key);
  await expect.poll(() => queues.running(['orders', 'actions'])).toBe(1);
  expect(await queues.running(['actions', 'intake'])).toBe(0);
  release();
  await expect.poll(() => queues.running(['orders'])).toBe(0);
  await worker.close();

  const { run, courtesies } = runnerOf(async (turn) => {
    await turn.letOthersGo();
    return { more: false };
  });
  await run(keyOf('catalog'));
  expect(courtesies()).toBe(1);
});

test('R8.1 the turn of a killed worker is given to another about when its lease ends, not a minute later', async () => {
  const key = keyOf();
  const workOn = (name: string, seen: string[], until: Promise<void>) =>
    new Worker(queueName(key.lane), async () => seen.push(name) && until, {
      ...{ connection: createWorkerRedis(redisUrl()), prefix: QUEUE_PREFIX },
      ...TURN_LOCK,
    });
  const seen: string[] = [];
  const killed = workOn('killed', seen, new Promise(() => undefined));
  await queues.request(key);
  await expect.poll(() => seen).toEqual(['killed']);
  // Without a goodbye: what it holds in Redis stays.
  await killed.close(true);
  const heir = workOn('heir', seen, Promise.resolve());
  await queues.request(key);
  await expect.poll(() => seen.includes('heir'), { timeout: 20_000 }).toBe(true);
  await heir.close();
});

describe('R8.1 Redis may be emptied: wishes are rows', () => {
  test('the sweep finds every wish due, gives no turn to a lane that has one or is paused, and none to a lapsed shop', async () => {
    const merchantId = randomUUID();
    const [active, expired] = [randomUUID(), randomUUID()];
    const past = new Date(Date.now() - 1_000);
    await database.door(merchantId, async (tx) => {
      await tx.merchant.create({
        data: {
          id: merchantId,
          orgId: merchantId,
          shop: 'a',
          name: 'A',
          webhooksCheckAt: new Date(Date.now() + 60_000),
        },
      });
      for (const [id, status] of [
        [active, 'active'],
        [expired, 'expired'],
      ] as const) {
        await tx.connection.create({
          data: {
            id,
            merchantId,
            sellerId: id,
            shopName: 'S',
            status,
            authorizedAt: past,
            pushQuantity: true,
            ordersPollAt: new Date(Date.now() + 60_000),
          },
        });
        await tx.push.create({
          data: { merchantId, connectionId: id, variantId: '1', figure: 'quantity', dueAt: past },
        });
        await tx.push.create({ data: { merchantId, connectionId: id, variantId: '1', figure: 'price', dueAt: past } });
      }
    });
    await redis.flushall();
    const requested: TurnKey[] = [];
    const deps = {
      findDue: (now: Date, limit: number) => findDueTurns(database.sweep, now, limit),
      leases,
      queue: { request: async (key: TurnKey) => void requested.push(key) },
      holder: 'worker-a',
      now: Date.now,
      log,
    };
    await sweepOnce(deps);
    const stock: TurnKey = { lane: 'stock', merchantId, connectionId: active };
    expect(requested.filter((key) => key.merchantId === merchantId)).toEqual([stock]);

    const lease = await leases.acquire(turnKeyText(stock), 'worker-b');
    requested.length = 0;
    await sweepOnce(deps);
    expect(requested).toEqual([]);

    if (lease) await leases.release(lease, { pausedUntil: new Date(Date.now() + 60_000), failed: 'throttled' });
    await sweepOnce(deps);
    expect(requested).toEqual([]);
  });

  test('a queue that is down is not an error for whoever asks', async () => {
    const nowhere = createProducerRedis('redis://127.0.0.1:1');
    const down = createTurnQueues(nowhere, Date.now);
    await expect(down.request(keyOf())).resolves.toBeUndefined();
    expect(await down.running(['orders'])).toBe(0);
    nowhere.disconnect();
  });
});
