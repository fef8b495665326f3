import { expect, test } from 'vitest';
import { haravanOrder, itemRecord, ORDER_ID, orderRecord } from '@/tests/builders/orders';
import { issuesOf } from './order-issues';

const matches = () => true;
const differs = () => false;

test('R4.1 a total that differs by one đồng is an issue, for orders that we made', () => {
  const ours = orderRecord({ createStartedAt: new Date(1) });
  expect(issuesOf(ours, haravanOrder({ totalPrice: 150_001 }), [], matches)).toEqual([
    { code: 'order_total_mismatch', facts: { orderId: ORDER_ID, linesTotal: 150_000, platformTotal: 150_001 } },
  ]);
  expect(issuesOf(ours, haravanOrder(), [], matches)).toEqual([]);
  expect(issuesOf(orderRecord(), haravanOrder({ totalPrice: 1 }), [], matches)).toEqual([]);
});

test('R4.1 an unmatched line is an issue while the order is open; goods at Lazada never are', () => {
  const codes = (more: object) =>
    issuesOf(orderRecord({ items: [itemRecord(more)] }), haravanOrder(), [], differs).map(({ code }) => code);
  expect(codes({})).toEqual(['order_line_unmatched']);
  expect(codes({ status: 'delivered' })).toEqual([]);
  expect(codes({ fulfilledByLazada: true })).toEqual([]);
});
