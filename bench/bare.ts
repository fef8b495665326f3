import { readFileSync } from 'node:fs';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { RecordedCall } from './recorder';

// A program of its own, as the worker is. What nothing but BullMQ and fetch reach: one job for each recorded call; no
// database, no decision, no look at the answer.

const QUEUE = { prefix: 'bench' };

async function repeat({ method, url, headers, body }: RecordedCall): Promise<void> {
  const answer = await fetch(url, { method, headers, ...(body === '' ? {} : { body }) });
  await answer.text();
}

/** Resolves when every job ended. */
function workOff(connection: Redis, calls: readonly RecordedCall[], concurrency: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = calls.length;
    const work = async ({ data }: { data: { index: number } }) => {
      const call = calls[data.index];
      if (call) await repeat(call);
    };
    const worker = new Worker('bare', work, { ...QUEUE, connection, concurrency });
    worker.on('failed', (_job, error) => reject(error));
    worker.on('completed', () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
}

const { callsFile, concurrency } = z
  .object({ callsFile: z.string(), concurrency: z.number() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const redisUrl = process.env.REDIS_URL ?? '';
const calls = JSON.parse(readFileSync(callsFile, 'utf8')) as RecordedCall[];
const queue = new Queue('bare', { ...QUEUE, connection: new Redis(redisUrl, { maxRetriesPerRequest: null }) });
await queue.waitUntilReady();

const startedAt = performance.now();
const computedBefore = process.cpuUsage();
await queue.addBulk(calls.map((_, index) => ({ name: 'call', data: { index }, opts: { removeOnComplete: true } })));
await workOff(new Redis(redisUrl, { maxRetriesPerRequest: null }), calls, concurrency);
const { user, system } = process.cpuUsage(computedBefore);
const seconds = (performance.now() - startedAt) / 1_000;
console.log(`bare ${JSON.stringify({ seconds, processorSeconds: (user + system) / 1e6 })}`);
process.exit(0);
