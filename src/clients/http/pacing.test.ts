import { describe, expect, it } from 'vitest';
import { createMemoryBuckets } from './memory-buckets';
import { PATIENCE_MS, SHORT_WAIT_MS, THROTTLE_LIMITS } from './throttle';

const KEY = 'haravan:200000244883';
const SIZE = 80;
const LEAK_PER_MS = 4 / 1_000;

/** The platform's bucket (haravan.md §4): pass or fail, and refused calls stay out for two seconds. */
function platform() {
  let [level, atMs, closedUntilMs] = [0, 0, 0];
  return (nowMs: number) => {
    level = Math.max(0, level - (nowMs - atMs) * LEAK_PER_MS);
    atMs = nowMs;
    const isRefused = nowMs < closedUntilMs || level + 1 > SIZE;
    if (!isRefused) level += 1;
    else if (nowMs >= closedUntilMs) closedUntilMs = nowMs + 2_000;
    return { isRefused, used: Math.ceil(level) };
  };
}

type Load = { calls: number; callers: number; others?: { everyMs: number }; forgottenAtMs?: number };

/** Plays callers, wire and platform on a clock that jumps from event to event. */
async function play({ calls, callers, others, forgottenAtMs }: Load) {
  let [nowMs, left, answered, refused] = [0, calls, 0, 0];
  const latencyMs = jitter();
  const emptied = () => createMemoryBuckets(THROTTLE_LIMITS, () => nowMs);
  let buckets = emptied();
  const arrive = platform();
  const events: { atMs: number; run: () => Promise<void> | void }[] = [];
  const after = (ms: number, run: () => Promise<void> | void) => events.push({ atMs: nowMs + ms, run });

  async function ask(): Promise<void> {
    const { isPromised, waitMs } = await buckets.take({ key: KEY }, { placeMs: PATIENCE_MS, banMs: SHORT_WAIT_MS });
    if (isPromised) after(waitMs + latencyMs(), send);
    else after(waitMs, ask);
  }
  function send(): void {
    const { isRefused, used } = arrive(nowMs);
    after(latencyMs(), async () => {
      await buckets.learn({ key: KEY }, { kind: 'level', used, size: SIZE });
      if (isRefused) await buckets.learn({ key: KEY }, { kind: 'banned', scope: 'shop', forMs: 2_000 });
      refused += isRefused ? 1 : 0;
      answered += isRefused ? 0 : 1;
      if (isRefused) await ask();
      else await next();
    });
  }
  async function next(): Promise<void> {
    if (left === 0) return;
    left -= 1;
    await ask();
  }
  function interfere(): void {
    arrive(nowMs);
    if (answered < calls) after(others?.everyMs ?? 0, interfere);
  }

  if (others !== undefined) interfere();
  if (forgottenAtMs !== undefined) {
    after(forgottenAtMs, () => {
      buckets = emptied();
    });
  }
  for (let caller = 0; caller < callers; caller += 1) await next();
  while (answered < calls) {
    events.sort((a, b) => b.atMs - a.atMs);
    const event = events.pop();
    if (event === undefined) throw new Error('nothing left to happen');
    nowMs = event.atMs;
    await event.run();
  }
  return { seconds: nowMs / 1_000, refused };
}

/** Spreads over 20–420 ms without luck. */
function jitter() {
  let turn = 0;
  return () => {
    turn += 1;
    return 20 + ((turn * 7_919) % 401);
  };
}

describe('many callers on one bucket', () => {
  it('R8.1 are not refused, and lose less than a twentieth of what the limit allows', async () => {
    const calls = 1_000;
    const { seconds, refused } = await play({ calls, callers: 24 });
    expect(refused).toBe(0);
    expect(seconds / ((calls - SIZE) / 4)).toBeLessThan(1.05);
  });

  it('R8.1 make room for another program that takes half of it', async () => {
    const calls = 500;
    const { seconds, refused } = await play({ calls, callers: 24, others: { everyMs: 500 } });
    expect(refused).toBe(0);
    expect(seconds / ((calls - SIZE) / 2)).toBeLessThan(1.1);
  });

  it('R8.1 find their place again when Redis was emptied: at most the calls under way are refused', async () => {
    const { seconds, refused } = await play({ calls: 500, callers: 6, forgottenAtMs: 40_000 });
    expect(refused).toBeLessThanOrEqual(6);
    expect(seconds / ((500 - SIZE) / 4)).toBeLessThan(1.1);
  });
});
