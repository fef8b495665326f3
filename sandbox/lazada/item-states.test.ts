import { describe, expect, test } from 'vitest';
import { canBecome, ITEM_STATUSES, type ItemStatus, NEXT_STATUSES } from './item-states';

const LOST = 'lost lost_by_3pl damaged damaged_by_3pl';

/** Written out from lazada.md §10.2, not computed from the code. */
const STEPS: [ItemStatus, string][] = [
  ['unpaid', 'pending canceled'],
  ['pending', 'topack packed canceled'],
  ['topack', 'packed canceled'],
  ['packed', 'repacked ready_to_ship_pending ready_to_ship canceled'],
  ['repacked', 'packed canceled'],
  ['ready_to_ship_pending', 'ready_to_ship canceled'],
  ['ready_to_ship', 'toship transit_to_ship shipped canceled'],
  ['toship', 'transit_to_ship shipped canceled'],
  ['transit_to_ship', 'shipped canceled'],
  ['shipped', `delivered failed failed_delivery ${LOST}`],
  ['delivered', 'confirmed rtm_init returned'],
  ['confirmed', 'rtm_init returned'],
  ['failed', `delivered shipped_back return_to_seller ${LOST}`],
  ['failed_delivery', `delivered shipped_back return_to_seller ${LOST}`],
  ['lost', ''],
  ['lost_by_3pl', ''],
  ['damaged', ''],
  ['damaged_by_3pl', ''],
  ['shipped_back', 'shipped_back_success shipped_back_failed returned'],
  ['shipped_back_success', 'returned'],
  ['shipped_back_failed', 'package_scrapped shipped_back_success'],
  ['package_scrapped', ''],
  ['return_to_seller', 'shipped_back_success shipped_back_failed returned'],
  ['rtm_init', 'returned delivered'],
  ['returned', ''],
  ['canceled', ''],
];

describe('steps of an item', () => {
  test('every status has its row', () => {
    expect(STEPS.map(([from]) => from).sort()).toEqual([...ITEM_STATUSES].sort());
    expect(Object.keys(NEXT_STATUSES).sort()).toEqual([...ITEM_STATUSES].sort());
  });

  test.each(STEPS)('%s may become %s, and nothing else', (from, allowed) => {
    const expected = allowed.split(' ').filter((status) => status !== '');
    expect(ITEM_STATUSES.filter((to) => canBecome(from, to)).sort()).toEqual(expected.sort());
  });
});
