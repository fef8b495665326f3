import { expect, test } from 'vitest';
import { matchItem } from './match-items';

const bearers = new Map([
  ['A', ['1']],
  ['B', ['1', '2']],
]);

test.each([
  [
    { code: 'A', fulfilledByLazada: false },
    { kind: 'matched', variantId: '1' },
  ],
  [{ code: 'B', fulfilledByLazada: false }, { kind: 'ambiguous' }],
  [{ code: 'C', fulfilledByLazada: false }, { kind: 'unmatched' }],
  [{ code: null, fulfilledByLazada: false }, { kind: 'unmatched' }],
  [{ code: 'A', fulfilledByLazada: true }, { kind: 'unmatched' }],
])('R2.1 R2.3 %j', (item, expected) => {
  expect(matchItem(item, bearers)).toEqual(expected);
});
