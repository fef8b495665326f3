import { describe, expect, it } from 'vitest';
import type { BucketStore, Priority, ThrottleDraw, ThrottleKey } from './throttle';

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

/** Milliseconds to wait, of a call that does not wait at all: 0 for a free pass. */
async function ask(store: BucketStore, draw: ThrottleDraw): Promise<number> {
  const { isPromised, waitMs } = await store.take(draw, { placeMs: 0, banMs: 0 });
  expect(isPromised).toBe(waitMs === 0);
  return waitMs;
}

async function askTimes(store: BucketStore, times: number, draw: () => ThrottleDraw): Promise<number[]> {
  const waits: number[] = [];
  for (let call = 0; call < times; call += 1) waits.push(await ask(store, draw()));
  return waits;
}

/** What every store must do; run for each (design §3.9). `open` starts with an empty store. */
export function throttleBattery(name: string, open: (clock: BatteryClock) => Promise<BucketStore>): void {
  async function start() {
    const clock: BatteryClock = { nowMs: START_MS };
    const store = await open(clock);
    const key = freshKey();
    return { clock, store, draw: () => ({ key }), byHand: () => ({ key, priority: 'interactive' as const }) };
  }

  describe(`throttle: ${name}`, () => {
    it('keeps room for people', async () => {
      const { store, draw, byHand } = await start();
      expect(await askTimes(store, 4, draw)).toEqual([0, 0, 0, 500]);
      expect(await askTimes(store, 2, byHand)).toEqual([0, 500]);
    });

    it('refills with time and never beyond its size', async () => {
      const { store, draw, clock } = await start();
      await askTimes(store, 3, draw);
      clock.nowMs += HOUR_MS;
      expect(await askTimes(store, 4, draw)).toEqual([0, 0, 0, 500]);
    });

    it('promises a place to who will wait for it, and the next one to the next', async () => {
      const { store, draw, clock } = await start();
      await askTimes(store, 3, draw);
      clock.nowMs += 250;
      const asked = [249, 250, 750, 750].map((placeMs) => store.take(draw(), { placeMs, banMs: 0 }));
      expect(await Promise.all(asked)).toEqual([
        { isPromised: false, waitMs: 250 },
        { isPromised: true, waitMs: 250 },
        { isPromised: true, waitMs: 750 },
        { isPromised: false, waitMs: 1_250 },
      ]);
    });

    it('counts those who wait here when the platform tells its own count', async () => {
      const { store, draw, byHand } = await start();
      await askTimes(store, 3, draw);
      for (const placeMs of [500, 1_000]) await store.take(draw(), { placeMs, banMs: 0 });
      expect(await ask(store, byHand())).toBe(1_000);
      // The platform has room for none, and two are about to leave.
      await store.learn(draw(), { kind: 'level', used: 4, size: 4 });
      expect(await ask(store, byHand())).toBe(1_500);
    });

    it('does not wait for the end of a ban as long as for a place', async () => {
      const { store, draw } = await start();
      await store.learn(draw(), { kind: 'banned', scope: 'shop', forMs: 400 });
      const patience = { placeMs: 2_000, banMs: 300 };
      expect(await store.take(draw(), patience)).toEqual({ isPromised: false, waitMs: 400 });
      expect(await store.take(draw(), { ...patience, banMs: 400 })).toEqual({ isPromised: true, waitMs: 400 });
    });

    it('keeps shops apart', async () => {
      const { store, draw } = await start();
      await askTimes(store, 4, draw);
      expect(await ask(store, { key: freshKey() })).toBe(0);
    });

    it("believes the platform's own count when it is lower", async () => {
      const { store, draw, byHand } = await start();
      await store.learn(draw(), { kind: 'level', used: 4, size: 4 });
      expect(await ask(store, byHand())).toBe(500);
      await store.learn(draw(), { kind: 'level', used: 0, size: 4 });
      expect(await ask(store, byHand())).toBe(500);
    });

    it('R8.1 lets nobody through while a ban lasts, then goes on at the steady rate', async () => {
      const { store, draw, byHand, clock } = await start();
      await store.learn(draw(), { kind: 'banned', scope: 'shop', forMs: 1_000 });
      await store.learn(draw(), { kind: 'banned', scope: 'shop', forMs: 500 });
      expect(await ask(store, byHand())).toBe(1_000);
      clock.nowMs += 500;
      expect(await ask(store, draw())).toBe(500);
      await store.learn(draw(), { kind: 'level', used: 4, size: 4 });
      clock.nowMs += 500;
      expect(await askTimes(store, 2, byHand)).toEqual([0, 500]);
    });

    it('R8.1 keeps every shop from an API that is closed to the app, and from no other', async () => {
      const { store, draw } = await start();
      const [one, other] = [freshKey('lazada'), freshKey('lazada')];
      await store.learn({ key: one, api: '/orders/get' }, { kind: 'banned', scope: 'api', forMs: 1_000 });
      expect(await ask(store, { key: other, api: '/orders/get' })).toBe(1_000);
      expect(await ask(store, { key: one, api: '/order/get' })).toBe(0);
      expect(await ask(store, { ...draw(), api: '/orders/get' })).toBe(0);
    });

    it("counts the app's day over all shops and keeps a tenth for people, a little more for orders", async () => {
      const { store, clock } = await start();
      const draw = (priority?: Priority) => ({ key: freshKey('lazada'), priority });
      await askTimes(store, 8, () => draw());
      clock.nowMs += 2 * HOUR_MS;
      expect(await askTimes(store, 8, () => draw())).toEqual([...Array(7).fill(0), 900_000]);
      expect(await askTimes(store, 4, () => draw('orders'))).toEqual([0, 0, 0, 900_000]);
      expect(await askTimes(store, 3, () => draw('interactive'))).toEqual([0, 0, 900_000]);
      // The first hour leaves the window 24 hours after it began, 10 minutes from here.
      clock.nowMs = Math.floor(START_MS / HOUR_MS) * HOUR_MS + 24 * HOUR_MS - 600_000;
      expect(await ask(store, draw())).toBe(600_000);
      clock.nowMs += 600_000;
      expect(await askTimes(store, 4, () => draw())).toEqual([0, 0, 0, 900_000]);
    });

    it('refills nothing when a clock steps back', async () => {
      const { store, draw, clock } = await start();
      await askTimes(store, 3, draw);
      clock.nowMs -= 60_000;
      expect(await ask(store, draw())).toBe(500);
    });
  });
}
