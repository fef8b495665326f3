import { describe, expect, it } from 'vitest';
import { createThrottle, type Patience, type Place } from './throttle';

function start(place: Place) {
  const sleptMs: number[] = [];
  const asked: Patience[] = [];
  const take = async (_draw: unknown, patience: Patience) => {
    asked.push(patience);
    return place;
  };
  const sleep = async (ms: number) => {
    sleptMs.push(ms);
  };
  const throttle = createThrottle({ take, learn: async () => undefined }, sleep);
  return { sleptMs, asked, acquire: () => throttle.acquire({ key: 'haravan:1' }) };
}

describe('a throttle', () => {
  it.each([
    [0, []],
    [250, [250]],
  ])('waits %i ms for a promised place', async (waitMs, slept) => {
    const { acquire, sleptMs, asked } = start({ isPromised: true, waitMs });
    await acquire();
    expect(sleptMs).toEqual(slept);
    expect(asked).toEqual([{ placeMs: 2_000, banMs: 300 }]);
  });

  it('says when to come back where none is promised', async () => {
    const { acquire, sleptMs } = start({ isPromised: false, waitMs: 2_500 });
    await expect(acquire()).rejects.toMatchObject({ kind: 'throttled', code: 'own_throttle', retryAfterMs: 2_500 });
    expect(sleptMs).toEqual([]);
  });
});
