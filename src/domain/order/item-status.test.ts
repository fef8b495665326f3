import { describe, expect, test } from 'vitest';
import { hasEnded, ITEM_STATUSES, itemState, reachedState, readItemStatus } from './item-status';

/** They keep Haravan's state; how far the goods came says the road of lazada.md §10.2. */
const REACHED: Readonly<Record<string, string>> = { shipped_back_failed: 'waiting_for_return', rtm_init: 'delivered' };

/** Written from design §4 and lazada.md §10.1, not from the table under test. */
const ROWS = [
  ['unpaid', 'in_flight_only', null, false],
  ['pending', 'pending', null, false],
  ['paid', 'pending', null, false],
  ['topack', 'pending', null, false],
  ['packed', 'pending', null, false],
  ['repacked', 'pending', null, false],
  ['ready_to_ship', 'ready_to_ship', null, false],
  ['ready_to_ship_pending', 'ready_to_ship', null, false],
  ['toship', 'ready_to_ship', null, false],
  ['transit_to_ship', 'ready_to_ship', null, false],
  ['shipped', 'in_transit', null, false],
  ['shipping', 'in_transit', null, false],
  ['delivered', 'delivered', null, true],
  ['confirmed', 'delivered', null, true],
  ['failed', 'delivery_failed', null, false],
  ['failed_delivery', 'delivery_failed', null, false],
  ['failed_delivered', 'delivery_failed', null, false],
  ['lost', 'delivery_failed', 'package_lost', true],
  ['lost_by_3pl', 'delivery_failed', 'package_lost', true],
  ['damaged', 'delivery_failed', 'package_damaged', true],
  ['damaged_by_3pl', 'delivery_failed', 'package_damaged', true],
  ['package_scrapped', 'delivery_failed', 'package_scrapped', true],
  ['shipped_back', 'waiting_for_return', null, false],
  ['return_to_seller', 'waiting_for_return', null, false],
  ['shipped_back_failed', 'keep', 'return_failed', true],
  ['rtm_init', 'keep', null, false],
  ['shipped_back_success', 'returned', null, true],
  ['returned', 'returned', null, true],
  ['canceled', 'canceled', null, true],
] as const;

describe('R4.2 every Lazada item status', () => {
  test.each(ROWS)('%s → %s, issue %s, ended %s', (status, state, raisesIssue, ended) => {
    const reached = REACHED[status] ?? state;
    expect(readItemStatus(status)).toEqual({ kind: 'known', status, state, raisesIssue, ended, reached });
    expect(reachedState(readItemStatus(status))).toBe(reached);
    expect(readItemStatus(status.toUpperCase())).toEqual(readItemStatus(status));
  });

  test('the table has no other row', () => {
    expect(Object.keys(ITEM_STATUSES).sort()).toEqual(ROWS.map(([status]) => status).sort());
  });
});

describe('R8.4 an unknown status', () => {
  test.each(['', 'cancelled', 'ready to ship', 'constructor', '__proto__', 'LOST_IN_SPACE'])(
    '%j changes nothing',
    (raw) => {
      const reading = readItemStatus(raw);
      expect(reading).toEqual({ kind: 'unknown', status: raw });
      expect(itemState(reading)).toBe('keep');
      expect(reachedState(reading)).toBe('keep');
      expect(hasEnded(reading)).toBe(false);
    },
  );
});
