import { describe, expect, test } from 'vitest';
import { ITEM_STATUSES, readItemStatus } from './item-status';
import { orderTab } from './tab';

function tab(...statuses: string[]) {
  return orderTab(statuses.map(readItemStatus));
}

describe('R4.6 the tabs of Đơn hàng, by what is left to do', () => {
  test.each([
    [['unpaid'], null],
    [['pending'], 'to_confirm'],
    [['packed'], 'to_confirm'],
    [['ready_to_ship'], 'to_hand_over'],
    [['toship'], 'to_hand_over'],
    [['shipped'], 'in_transit'],
    [['delivered'], 'done'],
    [['confirmed'], 'done'],
    [['failed_delivery'], 'canceled_or_returned'],
    [['lost_by_3pl'], 'canceled_or_returned'],
    [['shipped_back'], 'canceled_or_returned'],
    [['shipped_back_failed'], 'canceled_or_returned'],
    [['rtm_init'], 'canceled_or_returned'],
    [['returned'], 'canceled_or_returned'],
    [['canceled'], 'canceled_or_returned'],
    [['never_heard_of'], null],
    [[], null],
    [['delivered', 'pending'], 'to_confirm'],
    [['shipped', 'ready_to_ship'], 'to_hand_over'],
    [['delivered', 'shipped'], 'in_transit'],
    [['delivered', 'returned'], 'canceled_or_returned'],
    [['delivered', 'canceled'], 'done'],
    [['canceled', 'unpaid'], null],
    [['never_heard_of', 'shipped'], 'in_transit'],
  ])('%j → %s', (statuses, expected) => {
    expect(tab(...statuses)).toBe(expected);
    expect(tab(...statuses.toReversed())).toBe(expected);
  });

  test('every status but unpaid has a tab', () => {
    const without = Object.keys(ITEM_STATUSES).filter((status) => tab(status) === null);
    expect(without).toEqual(['unpaid']);
  });
});
