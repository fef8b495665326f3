import { expect, it } from 'vitest';
import { HARAVAN_DELIVERY } from './delivery-policy';

it('tries at once and 19 times more within 48 hours, each wait longer than the one before', () => {
  const [first, ...retries] = HARAVAN_DELIVERY.attemptDelaysMs;
  expect([first, retries.length]).toEqual([0, 19]);
  expect(retries).toEqual([...retries].sort((a, b) => a - b));
  const hours = retries.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect(hours).toBeGreaterThan(47);
  expect(hours).toBeLessThanOrEqual(48);
});
