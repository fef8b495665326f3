import { expect, test } from 'vitest';
import { lazadaItem } from '@/tests/builders/orders';
import { mayStillCancel, reasonNamed } from './cancel-order';

const reasons = [
  { reasonId: '1', name: 'Hết hàng' },
  { reasonId: '2', name: 'Out of  Stock' },
];

test('R4.6 reasons are found by name, however it is written', () => {
  expect(reasonNamed(reasons, ' hết HÀNG '.normalize('NFD'))?.reasonId).toBe('1');
  expect(reasonNamed(reasons, 'out of stock')?.reasonId).toBe('2');
  expect(reasonNamed(reasons, '')).toBeUndefined();
});

test.each([
  ['pending', true],
  ['packed', true],
  ['ready_to_ship', true],
  ['shipped', false],
  ['delivered', false],
  ['canceled', false],
  ['teleported', false],
])('R4.6 a seller may cancel %s: %s', (status, expected) => {
  expect(mayStillCancel(lazadaItem({ status }))).toBe(expected);
});
