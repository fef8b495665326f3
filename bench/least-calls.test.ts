import { expect, test } from 'vitest';
import { leastPushCalls } from './least-calls';

const least = (skus: number) => leastPushCalls(skus).map((row) => row.least);

test('two writes and a stock reading for every 50 SKUs, a page for every 50 products, and the feed around each four batches', () => {
  expect(least(5_000)).toEqual([100, 100, 100, 25, 26]);
  expect(least(51)).toEqual([2, 2, 2, 1, 2]);
});
