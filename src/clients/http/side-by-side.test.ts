import { describe, expect, it } from 'vitest';
import { createMemoryBuckets } from './memory-buckets';
import { PATIENCE_MS, type Priority, SHORT_WAIT_MS, THROTTLE_LIMITS } from './throttle';

const MINUTES = 5;
const KEY = 'haravan:200000244883';

/**
 * Lanes of one shop whose bucket is used up, on a clock that jumps. Each needs several calls in a row and, sent away from
 * one of them, begins again.
 */
async function play(lanes: { priority: Priority; callsInARow: number }[], placeMs: number) {
  let nowMs = 0;
  const buckets = createMemoryBuckets(THROTTLE_LIMITS, () => nowMs);
  await buckets.learn({ key: KEY }, { kind: 'level', used: 80, size: 80 });
  const done = lanes.map(() => 0);
  let calls = 0;
  const events: { atMs: number; run: () => Promise<void> }[] = [];
  const after = (ms: number, run: () => Promise<void>) => events.push({ atMs: nowMs + ms, run });

  async function turn(lane: number, callsMade: number): Promise<void> {
    const { priority, callsInARow } = lanes[lane] ?? { priority: 'background', callsInARow: 1 };
    const place = await buckets.take({ key: KEY, priority }, { placeMs, banMs: SHORT_WAIT_MS });
    if (!place.isPromised) return void after(place.waitMs, () => turn(lane, 0));
    calls += 1;
    const isDone = callsMade + 1 === callsInARow;
    if (isDone) done[lane] = (done[lane] ?? 0) + 1;
    after(place.waitMs + 80, () => turn(lane, isDone ? 0 : callsMade + 1));
  }
  for (const lane of lanes.keys()) await turn(lane, 0);
  while (nowMs < MINUTES * 60_000) {
    const next = events.sort((a, b) => b.atMs - a.atMs).pop();
    if (next === undefined) break;
    nowMs = next.atMs;
    await next.run();
  }
  return { perMinute: done.map((turns) => turns / MINUTES), callsPerMinute: calls / MINUTES };
}

const catalog = { priority: 'background', callsInARow: 2 } as const;
const orders = { priority: 'orders', callsInARow: 4 } as const;

describe('R7.2 lanes of one shop at its limit of 240 calls a minute', () => {
  it('go on side by side, and no call is made in vain', async () => {
    const { perMinute, callsPerMinute } = await play([catalog, catalog, orders], PATIENCE_MS);
    expect(perMinute.map(Math.round)).toEqual([40, 40, 20]);
    expect(callsPerMinute).toBeGreaterThan(235);
  });

  it('would get nowhere if they left for a short wait: an order would never be finished', async () => {
    const { perMinute } = await play([catalog, catalog, orders], SHORT_WAIT_MS);
    expect(perMinute[2]).toBe(0);
  });
});
