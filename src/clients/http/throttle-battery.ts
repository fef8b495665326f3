import { describe, expect, it } from 'vitest';
import { isPlatformError } from './platform-error';
import { type BucketStore, createThrottle, type Throttle, type ThrottleKey } from './throttle';

export type BatteryClock = { nowMs: number };

/** Small figures, so that the tests read: 4 calls at once, 2 a second, 1 kept for people. */
export const BATTERY_LIMIT = { capacity: 4, refillPerSecond: 2, reserve: 1 };

/** What every store must do; run for each (design §3.9). `open` starts with an empty store. */
export function throttleBattery(name: string, open: (clock: BatteryClock) => Promise<BucketStore>): void {
  let lastKey = 0;
  const freshKey = (): ThrottleKey => {
    lastKey += 1;
    return `haravan:${lastKey}`;
  };

  async function start() {
    const clock: BatteryClock = { nowMs: 1_785_000_000_000 };
    const store = await open(clock);
    const sleep = async (ms: number) => {
      clock.nowMs += ms;
    };
    return { clock, throttle: createThrottle(store, sleep), key: freshKey() };
  }

  /** 0 for a free pass, else the milliseconds it asks for. */
  async function ask(throttle: Throttle, key: ThrottleKey, priority?: 'interactive'): Promise<number> {
    try {
      await throttle.acquire(key, 1, priority);
      return 0;
    } catch (error) {
      if (isPlatformError(error, 'throttled')) return error.retryAfterMs ?? Number.NaN;
      throw error;
    }
  }

  describe(`throttle: ${name}`, () => {
    it('keeps room for people', async () => {
      const { throttle, key } = await start();
      const asked = [await ask(throttle, key), await ask(throttle, key), await ask(throttle, key)];
      expect(asked).toEqual([0, 0, 0]);
      expect(await ask(throttle, key)).toBe(500);
      expect(await ask(throttle, key, 'interactive')).toBe(0);
      expect(await ask(throttle, key, 'interactive')).toBe(500);
    });

    it('refills with time and never beyond its size', async () => {
      const { throttle, key, clock } = await start();
      for (let call = 0; call < 3; call += 1) await ask(throttle, key);
      clock.nowMs += 3_600_000;
      const asked: number[] = [];
      for (let call = 0; call < 4; call += 1) asked.push(await ask(throttle, key));
      expect(asked).toEqual([0, 0, 0, 500]);
    });

    it('waits a short wait out instead of refusing', async () => {
      const { throttle, key, clock } = await start();
      for (let call = 0; call < 3; call += 1) await ask(throttle, key);
      clock.nowMs += 250;
      const before = clock.nowMs;
      expect(await ask(throttle, key)).toBe(0);
      expect(clock.nowMs - before).toBe(250);
    });

    it('keeps shops apart', async () => {
      const { throttle, key } = await start();
      for (let call = 0; call < 4; call += 1) await ask(throttle, key);
      expect(await ask(throttle, freshKey())).toBe(0);
    });

    it("believes the platform's own count when it is lower", async () => {
      const { throttle, key } = await start();
      await throttle.learn(key, { kind: 'level', used: 4, size: 4 });
      expect(await ask(throttle, key, 'interactive')).toBe(500);
      await throttle.learn(key, { kind: 'level', used: 0, size: 4 });
      expect(await ask(throttle, key, 'interactive')).toBe(500);
    });

    it('R8.1 lets nobody through while a ban lasts, and everybody after', async () => {
      const { throttle, key, clock } = await start();
      await throttle.learn(key, { kind: 'banned', forMs: 2_000 });
      await throttle.learn(key, { kind: 'banned', forMs: 1_000 });
      expect(await ask(throttle, key, 'interactive')).toBe(2_000);
      clock.nowMs += 2_000;
      expect(await ask(throttle, key)).toBe(0);
    });

    it('refills nothing when a clock steps back', async () => {
      const { throttle, key, clock } = await start();
      for (let call = 0; call < 3; call += 1) await ask(throttle, key);
      clock.nowMs -= 60_000;
      expect(await ask(throttle, key)).toBe(500);
    });
  });
}
