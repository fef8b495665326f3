import { describe, expect, test } from 'vitest';
import { orderItemId, packageId } from '../ids';
import { readItemStatus } from './item-status';
import type { OrderItem } from './order-item';
import { combinedState, packageStates } from './order-state';

function items(...statuses: string[]) {
  return statuses.map((status) => ({ status: readItemStatus(status) }));
}

function item(id: string, status: string, parcel: string | null, tracking: string | null = null): OrderItem {
  return {
    orderItemId: orderItemId(id),
    status: readItemStatus(status),
    packageId: parcel === null ? null : packageId(parcel),
    trackingNumber: tracking,
    carrier: tracking === null ? null : 'LEX VN',
    everShipped: false,
    cancelCause: null,
  };
}

describe('R4.2 items that travel together: the least advanced decides', () => {
  test.each([
    [['pending'], 'pending'],
    [['packed', 'ready_to_ship'], 'pending'],
    [['ready_to_ship', 'shipped'], 'ready_to_ship'],
    [['shipped', 'delivered'], 'in_transit'],
    [['delivered', 'returned'], 'delivered'],
    [['delivered', 'failed_delivery'], 'delivered'],
    [['failed_delivery', 'shipped_back'], 'delivery_failed'],
    [['shipped_back', 'returned'], 'waiting_for_return'],
    [['returned', 'shipped_back_success'], 'returned'],
    [['canceled', 'shipped'], 'in_transit'],
    [['canceled', 'canceled'], 'canceled'],
    [['rtm_init'], 'delivered'],
    [['rtm_init', 'shipped'], 'in_transit'],
    [['rtm_init', 'canceled'], 'delivered'],
    [['rtm_init', 'returned'], 'delivered'],
    [['shipped_back_failed'], 'waiting_for_return'],
    [['shipped_back_failed', 'returned'], 'waiting_for_return'],
    [['shipped_back_failed', 'package_scrapped'], 'waiting_for_return'],
    [['shipped_back_failed', 'failed'], 'delivery_failed'],
    [['never_heard_of', 'shipped_back_failed'], 'keep'],
    [['never_heard_of', 'failed'], 'keep'],
    [['shipped_back_failed', 'shipped_back'], 'waiting_for_return'],
    [['never_heard_of', 'shipped'], 'in_transit'],
    [['never_heard_of', 'shipped'], 'in_transit'],
    [['never_heard_of'], 'keep'],
    [['unpaid', 'shipped'], 'pending'],
    [[], 'keep'],
  ])('%j → %s', (statuses, state) => {
    expect(combinedState(items(...statuses))).toBe(state);
    expect(combinedState(items(...statuses.toReversed()))).toBe(state);
  });
});

describe('R4.2 split packages', () => {
  test('each package has its own state and tracking number', () => {
    const parcels = packageStates([
      item('1', 'shipped', 'P1', 'LEX1'),
      item('2', 'ready_to_ship', 'P2', 'LEX2'),
      item('3', 'delivered', 'P1'),
      item('4', 'pending', null),
    ]);
    expect(parcels).toEqual([
      { packageId: 'P1', itemIds: ['1', '3'], state: 'in_transit', trackingNumber: 'LEX1', carrier: 'LEX VN' },
      { packageId: 'P2', itemIds: ['2'], state: 'ready_to_ship', trackingNumber: 'LEX2', carrier: 'LEX VN' },
      { packageId: null, itemIds: ['4'], state: 'pending', trackingNumber: null, carrier: null },
    ]);
  });

  test('digital goods go without a package, apart from what is still to be packed', () => {
    const parcels = packageStates([item('1', 'delivered', null), item('2', 'pending', null)]);
    expect(parcels.map(({ itemIds, state }) => [itemIds, state])).toEqual([
      [['1'], 'delivered'],
      [['2'], 'pending'],
    ]);
  });
});
