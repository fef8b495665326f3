import { expect, test } from 'vitest';
import { readItemStatus } from '../order/item-status';
import { countOfExcluded } from './excluded-unit';

test.each([
  ['unpaid', 'not_created'],
  ['pending', 'not_created'],
  ['ready_to_ship', 'not_created'],
  ['teleported', 'not_created'],
  ['shipped', 'excluded'],
  ['delivered', 'excluded'],
  ['canceled', 'excluded'],
  ['returned', 'excluded'],
  ['rtm_init', 'excluded'],
])('R3.5 an order older than the import days, %s: %s', (status, kind) => {
  expect(countOfExcluded(readItemStatus(status)).kind).toBe(kind);
});
