import { describe, expect, it } from 'vitest';
import { isPlatformError } from './platform-error';
import {
  type BucketStore,
  createThrottle,
  type Priority,
  type Throttle,
  type ThrottleDraw,
  type ThrottleKey,
} from './throttle';

export type BatteryClock = { nowMs: number };

const SMALL = { capacity: 4, refillPerSecond: 2, reserve: 1 };
/** Small figures, so that the tests read: 4 calls at once, 2 a second, 1 kept for people; on Lazada 20 a day. */
export const BATTERY_LIMITS = { haravan: SMALL, lazada: { ...SMALL, perDay: 20 } };

const START_MS = 1_785_000_000_000;
const HOUR_MS = 3_600_000;
let lastKey = 0;

function freshKey(platform: 'haravan' | 'lazada' = 'haravan'): ThrottleKey {
  lastKey += 1;
  return `${platform}:${lastKey}`;
}

/** 0 for a free pass, else the milliseconds it asks for. */
async function ask(throttle: Throttle, draw: ThrottleDraw): Promise<number> {
  try {
    await throttle.acquire(draw);
    return 0;
  } catch (error) {
    if (isPlatformError(error, 'throttled')) return error.retryAfterMs ?? Number.NaN;
    throw error;
  }
}

async function askTimes(throttle: Throttle, times: number, draw: () => ThrottleDraw): Promise<number[]> {
  const waits: number[] = [];
  for (let call = 0; call < times; call += 1) waits.push(await ask(throttle, draw()));
  return waits;
}

/** What every store must do; run for each (design §3.9). `open` starts with an empty store. */
export function throttleBattery(name: string, open: (clock: BatteryClock) => Promise<BucketStore>): void {
  async function start() {
    const clock: BatteryClock = { nowMs: START_MS };
    const throttle = createThrottle(await open(clock), async (ms) => {
      clock.nowMs += ms;
    });
    const key = freshKey();
    return { clock, throttle, key, draw: () => ({ key }), byHand: () => ({ key, priority: 'interactive' as const }) };
  }

  describe(`throttle: ${name}`, () => {
    it('keeps room for people', async () => {
      const { throttle, draw, byHand } = await start();
      expect(await askTimes(throttle, 4, draw)).toEqual([0, 0, 0, 500]);
      expect(await askTimes(throttle, 2, byHand)).toEqual([0, 500]);
    });

    it('refills with time and never beyond its size', async () => {
      const { throttle, draw, clock } = await start();
      await askTimes(throttle, 3, draw);
      clock.nowMs += HOUR_MS;
      expect(await askTimes(throttle, 4, draw)).toEqual([0, 0, 0, 500]);
    });

    it('waits a short wait out instead of refusing', async () => {
      const { throttle, draw, clock } = await start();
      await askTimes(throttle, 3, draw);
      clock.nowMs += 250;
      expect(await ask(throttle, draw())).toBe(0);
      expect(clock.nowMs).toBe(START_MS + 500);
    });

    it('keeps shops apart', async () => {
      const { throttle, draw } = await start();
      await askTimes(throttle, 4, draw);
      expect(await ask(throttle, { key: freshKey() })).toBe(0);
    });

    it("believes the platform's own count when it is lower", async () => {
      const { throttle, draw, byHand } = await start();
      await throttle.learn(draw(), { kind: 'level', used: 4, size: 4 });
      expect(await ask(throttle, byHand())).toBe(500);
      await throttle.learn(draw(), { kind: 'level', used: 0, size: 4 });
      expect(await ask(throttle, byHand())).toBe(500);
    });

    it('R8.1 lets nobody through while a ban lasts, then goes on at the steady rate', async () => {
      const { throttle, draw, byHand, clock } = await start();
      await throttle.learn(draw(), { kind: 'banned', scope: 'shop', forMs: 1_000 });
      await throttle.learn(draw(), { kind: 'banned', scope: 'shop', forMs: 500 });
      expect(await ask(throttle, byHand())).toBe(1_000);
      clock.nowMs += 500;
      expect(await ask(throttle, draw())).toBe(500);
      await throttle.learn(draw(), { kind: 'level', used: 4, size: 4 });
      clock.nowMs += 500;
      expect(await askTimes(throttle, 2, byHand)).toEqual([0, 500]);
    });

    it('R8.1 keeps every shop from an API that is closed to the app, and from no other', async () => {
      const { throttle, draw } = await start();
      const [one, other] = [freshKey('lazada'), freshKey('lazada')];
      await throttle.learn({ key: one, api: '/orders/get' }, { kind: 'banned', scope: 'api', forMs: 1_000 });
      expect(await ask(throttle, { key: other, api: '/orders/get' })).toBe(1_000);
      expect(await ask(throttle, { key: one, api: '/order/get' })).toBe(0);
      expect(await ask(throttle, { ...draw(), api: '/orders/get' })).toBe(0);
    });

    it("counts the app's day over all shops and keeps a tenth for people, a little more for orders", async () => {
      const { throttle, clock } = await start();
      const draw = (priority?: Priority) => ({ key: freshKey('lazada'), priority });
      await askTimes(throttle, 8, () => draw());
      clock.nowMs += 2 * HOUR_MS;
      expect(await askTimes(throttle, 8, () => draw())).toEqual([...Array(7).fill(0), 900_000]);
      expect(await askTimes(throttle, 4, () => draw('feed'))).toEqual([0, 0, 0, 900_000]);
      expect(await askTimes(throttle, 3, () => draw('interactive'))).toEqual([0, 0, 900_000]);
      // The first hour leaves the window 24 hours after it began, 10 minutes from here.
      clock.nowMs = Math.floor(START_MS / HOUR_MS) * HOUR_MS + 24 * HOUR_MS - 600_000;
      expect(await ask(throttle, draw())).toBe(600_000);
      clock.nowMs += 600_000;
      expect(await askTimes(throttle, 4, () => draw())).toEqual([0, 0, 0, 900_000]);
    });

    it('refills nothing when a clock steps back', async () => {
      const { throttle, draw, clock } = await start();
      await askTimes(throttle, 3, draw);
      clock.nowMs -= 60_000;
      expect(await ask(throttle, draw())).toBe(500);
    });
  });
}
