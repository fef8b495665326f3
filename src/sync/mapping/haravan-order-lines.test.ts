import { expect, test } from 'vitest';
import { haravanLine, ITEM_A, ITEM_B, itemRecord } from '@/tests/builders/orders';
import { linkLines } from './haravan-order-lines';

const bare = (more: object) => haravanLine({ properties: [], ...more });
const items = [itemRecord(), itemRecord({ orderItemId: ITEM_B })];

test('our lines are named by the item', () => {
  const lines = [
    haravanLine({ id: '71', properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: ITEM_B }] }),
    haravanLine(),
  ];
  expect(linkLines(lines, items)).toEqual([
    { orderItemId: ITEM_A, lineId: '70', variantId: '1' },
    { orderItemId: ITEM_B, lineId: '71', variantId: '1' },
  ]);
});

test("R5.2 another channel's line of quantity 2 stands for two items, not for a third", () => {
  const linked = linkLines([bare({ quantity: 2 })], [...items, itemRecord({ orderItemId: '3' })]);
  expect(linked.map((line) => line.orderItemId)).toEqual([ITEM_A, ITEM_B]);
});

test('R5.2 lines without a variant are told by their code', () => {
  const line = bare({ variantId: undefined, sku: 'AO-DEN-M' });
  expect(linkLines([line], [itemRecord({ variantId: null })])).toEqual([
    { orderItemId: ITEM_A, lineId: '70', variantId: null },
  ]);
  expect(linkLines([bare({ variantId: '8', sku: 'KHAC' })], items)).toEqual([]);
});
