import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { createBasics } from '@/src/compose/basics';
import { createClients } from '@/src/compose/clients';
import { parseEnv } from '@/src/platform/env';
import { createMetrics } from '@/src/platform/metrics';
import type { CallerReport } from './throttle-report';
import { ORG, START_KEY } from './throttle-shop';

// One worker of several: the product's own clients and throttle, sharing Redis with its brothers and nothing else.
const load = z
  .object({
    size: z.number(),
    rate: z.number(),
    calls: z.number(),
    together: z.number(),
    accessToken: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const PERSON_EVERY_MS = 3_000;
/** haravan.md §4. */
const HARAVAN_BUCKET_SIZE = 80;

const basics = createBasics(parseEnv(process.env));
// The product's own limit, with what it leaves to chance and to people, at the size and speed of this platform.
const own = THROTTLE_LIMITS.haravan;
const scale = load.size / HARAVAN_BUCKET_SIZE;
const limit = { capacity: own.capacity * scale, refillPerSecond: load.rate, reserve: own.reserve * scale };
const { haravan } = createClients(basics, createMetrics(), { ...THROTTLE_LIMITS, haravan: limit });
const auth = { ...ORG, accessToken: load.accessToken };

let left = load.calls;
let sentAway = 0;

/** As a turn does: when the throttle says later, it leaves and comes back then. */
async function patiently(call: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await call();
      return;
    } catch (error) {
      if (!isPlatformError(error, 'throttled')) throw error;
      sentAway += 1;
      await sleep(error.retryAfterMs ?? 100);
    }
  }
}

async function callOn(): Promise<void> {
  while (left > 0) {
    left -= 1;
    await patiently(() => haravan.getShop(auth));
  }
}

async function person(): Promise<number[]> {
  const took: number[] = [];
  while (left > 0) {
    await sleep(PERSON_EVERY_MS);
    const begun = performance.now();
    await patiently(() => haravan.getShop({ ...auth, priority: 'interactive' }));
    took.push(performance.now() - begun);
  }
  return took;
}

async function startTime(): Promise<number> {
  for (;;) {
    const set = await basics.redis.get(START_KEY);
    if (set !== null) return Number(set);
    await sleep(50);
  }
}

// A connection of this kind does not wait for itself to open.
await once(basics.redis, 'ready');
console.log('ready');
await sleep(Math.max(0, (await startTime()) - Date.now()));
const people = person();
await Promise.all(Array.from({ length: load.together }, callOn));
const endedAtMs = Date.now();
const report: CallerReport = { endedAtMs, interactiveMs: await people, sentAway };
console.log(`caller ${JSON.stringify(report)}`);

await basics.queue.close();
basics.redis.disconnect();
await basics.db.$disconnect();
