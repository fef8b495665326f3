import { expect, test } from 'vitest';
import { THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { leastPushCalls } from './least-calls';
import { dictatedSeconds, productLimits } from './limits';

test('R7.2 what the limits dictate: the calls beyond those that may go at once, at the steady rate, by platform', () => {
  const [haravan, lazada] = dictatedSeconds(leastPushCalls(100_000), 10);
  expect(haravan).toEqual({ platform: 'haravan', calls: 2_500, atOnce: 800, perSecond: 40, seconds: 42.5 });
  expect(lazada).toEqual({ platform: 'lazada', calls: 4_501, atOnce: 200, perSecond: 100, seconds: 43.01 });
});

test('the product goes as much faster as the platforms; what it keeps for people stays as it is', () => {
  expect(productLimits(10).haravan).toEqual({ capacity: 780, refillPerSecond: 40, reserve: 6 });
  expect(productLimits(1)).toEqual(THROTTLE_LIMITS);
});

test('what may go at once takes no time', () => {
  expect(dictatedSeconds(leastPushCalls(50), 1).map(({ seconds }) => seconds)).toEqual([0, 0]);
});
