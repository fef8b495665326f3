import { describe, expect, test } from 'vitest';
import { idealSeconds, quantile, throttleReport } from './throttle-report';

const LOAD = { size: 800, rate: 40, calls: 4_000, workers: 2, together: 8 };

describe('idealSeconds', () => {
  test.each([
    [4_000, 80],
    [801, 0.025],
    [800, 0],
    [3, 0],
  ])('%i calls through a bucket of 800 leaking 40 a second: %f s', (calls, seconds) => {
    expect(idealSeconds(LOAD, calls)).toBeCloseTo(seconds, 9);
  });
});

test('quantile: the smallest value that so many do not exceed', () => {
  expect([0.5, 0.95, 1].map((share) => quantile([40, 10, 30, 20], share))).toEqual([20, 40, 40]);
  expect(quantile([], 0.95)).toBe(0);
});

test('refused calls are counted, but neither as answered nor in the ideal', () => {
  const statuses = [...Array.from({ length: 4_000 }, () => 200), 429, 429];
  const reports = [84_000, 82_000].map((endedAtMs) => ({ endedAtMs, interactiveMs: [5, 7], sentAway: 10 }));
  const told = throttleReport(LOAD, 0, reports, statuses);
  expect(told).toContain('(4000 - 800) / 40 = 80.0 s. Ratio 1.050');
  expect(told).toContain('429 from the platform: 2 (goal 0, at most 2). Sent away by our own throttle: 20.');
  expect(told).toContain('median 5 ms, p95 7 ms');
});
