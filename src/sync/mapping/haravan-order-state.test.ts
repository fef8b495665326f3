import { expect, test } from 'vitest';
import { haravanOrder, ITEM_A, ITEM_B } from '@/tests/builders/orders';
import { toHaravanOrderState } from './haravan-order-state';

const linked = [
  { orderItemId: ITEM_A, lineId: '70', variantId: '1' },
  { orderItemId: ITEM_B, lineId: '70', variantId: '1' },
];

test('money: captures and sales, refunds by their size, once', () => {
  const refund = { kind: 'refund', amount: -30_000 };
  const order = haravanOrder({
    transactions: [
      { kind: 'pending', amount: 150_000 },
      { kind: 'Capture', amount: 100_000 },
      { kind: 'sale', amount: 50_000 },
      refund,
    ],
    refunds: [{ id: '1', restock: false, lines: [{ lineItemId: '70', quantity: 1 }], transactions: [refund] }],
  });
  expect(toHaravanOrderState(order, linked)).toMatchObject({
    captured: 150_000,
    refunded: 30_000,
    refundedItemIds: [ITEM_A],
  });
});

test('R5.2 an order that another channel calls paid is paid without a transaction', () => {
  expect(toHaravanOrderState(haravanOrder({ financialStatus: 'paid' }), linked).captured).toBe(150_000);
});

test('fulfillments by age, with the items that their units stand for; an unknown state is null', () => {
  const parcel = (id: string, createdAt: Date, carrierStatusCode: string) => {
    return { id, createdAt, carrierStatusCode, lineItems: [{ id: '70', quantity: 1 }] };
  };
  const order = haravanOrder({
    fulfillments: [parcel('2', new Date(2), 'not_meet_customer'), parcel('1', new Date(1), 'strange')],
  });
  expect(toHaravanOrderState(order, linked).fulfillments).toEqual([
    { fulfillmentId: '1', carrierState: null, itemIds: [ITEM_A] },
    { fulfillmentId: '2', carrierState: 'notmeetcustomer', itemIds: [ITEM_A] },
  ]);
});

test('voided by status or by transaction', () => {
  expect(toHaravanOrderState(haravanOrder({ financialStatus: 'voided' }), linked).voided).toBe(true);
  expect(toHaravanOrderState(haravanOrder({ transactions: [{ kind: 'Void', amount: 1 }] }), linked).voided).toBe(true);
  expect(toHaravanOrderState(haravanOrder(), linked).voided).toBe(false);
});
