import { expect, test } from 'vitest';
import { ITEM_A, ITEM_B, lazadaItem, lazadaOrder } from '@/tests/builders/orders';
import { toFeedOrder } from './lazada-order';

const readAt = new Date('2026-03-10T02:05:00Z');
const two = [lazadaItem(), lazadaItem({ orderItemId: ITEM_B, itemPrice: 99_000.4 })];

test('R4.2 the same content hashes alike, whatever the order of the items and the time of the reading', () => {
  const first = toFeedOrder(lazadaOrder(), two, readAt);
  const again = toFeedOrder(lazadaOrder({ updatedAt: readAt }), two.toReversed(), new Date(0));
  expect(again.hash).toBe(first.hash);
  expect(toFeedOrder(lazadaOrder(), [lazadaItem({ status: 'packed' }), ...two.slice(1)], readAt).hash).not.toBe(
    first.hash,
  );
});

test('R4.1 the total is what the buyer pays, in whole đồng', () => {
  const order = lazadaOrder({ voucher: 4_600, shippingFee: 17_700 });
  expect(toFeedOrder(order, [lazadaItem({ itemPrice: 92_000 })], readAt).total).toBe(105_100);
  expect(toFeedOrder(lazadaOrder(), two, readAt).total).toBe(249_000);
});

test.each([
  ['unpaid', {}, { isUnpaid: true, wasPaid: false, tab: 'none' }],
  ['pending', {}, { isUnpaid: false, wasPaid: true, tab: 'to_confirm' }],
  ['canceled', {}, { isUnpaid: false, wasPaid: false, ended: true }],
  ['canceled', { paymentTime: readAt }, { wasPaid: true, ended: true }],
  ['delivered', {}, { wasPaid: true, ended: true, tab: 'done' }],
])('design §4 %s tells whether it was paid and whether it ended', (status, more, expected) => {
  expect(toFeedOrder(lazadaOrder(), [lazadaItem({ status, ...more })], readAt)).toMatchObject(expected);
});

test('R10.9 the deadline is the earliest of the items that still wait', () => {
  const early = new Date('2026-03-11T00:00:00Z');
  const late = new Date('2026-03-12T00:00:00Z');
  const items = [
    lazadaItem({ slaTimeStamp: late }),
    lazadaItem({ orderItemId: ITEM_B, slaTimeStamp: early, status: 'ready_to_ship' }),
  ];
  expect(toFeedOrder(lazadaOrder(), items, readAt).deadlineAt).toEqual(late);
  expect(toFeedOrder(lazadaOrder(), items.slice(1), readAt).deadlineAt).toBeNull();
});

test('design §4 a payment time that is missing is told apart from an empty one', () => {
  const timeOf = (more: object) =>
    toFeedOrder(lazadaOrder(), [lazadaItem(more)], readAt).detail.items[ITEM_A]?.paymentTime;
  expect(timeOf({ paymentTime: readAt })).toBe(readAt.getTime());
  expect(timeOf({})).toBe('empty');
  expect(timeOf({ hasPaymentTimeField: false })).toBe('absent');
});

test('R2.1 an empty SellerSku matches nothing; codes are compared in one Unicode form', () => {
  const codes = (sellerSku: string) => toFeedOrder(lazadaOrder(), [lazadaItem({ sellerSku })], readAt).items[0]?.code;
  expect(codes('  ')).toBeNull();
  expect(codes('ÁO'.normalize('NFD'))).toBe('ÁO'.normalize('NFC'));
});
