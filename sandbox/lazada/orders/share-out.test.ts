import { expect, test } from 'vitest';
import { shareOut } from './share-out';

test.each([
  [4_600, [46_000, 46_000], [2_300, 2_300]],
  [100, [1, 1, 1], [34, 33, 33]],
  [1_000, [1, 2], [333, 667]],
  [0, [5, 5], [0, 0]],
  [7, [0, 0], [4, 3]],
])('%i over %o is %o', (amount, weights, parts) => {
  expect(shareOut(amount, weights)).toEqual(parts);
});
