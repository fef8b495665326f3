import { describe, expect, test } from 'vitest';
import { haravanLine, haravanOrder, orderRecord } from '@/tests/builders/orders';
import { isSameOrder } from './same-order';

const shop = { sellerId: '200012345678', shopName: 'Áo Đẹp Shop' };
const branch = (name: 'Id' | 'Name', value: string) => ({ name: `X-Haravan-SalesChannel-Branch${name}`, value });
const bareLine = haravanLine({ properties: [] });

describe('R5.2 a Haravan order with the number of a Lazada order', () => {
  test.each([
    ['another number', haravanOrder({ name: '1' }), false],
    ['this shop', haravanOrder({ noteAttributes: [branch('Id', shop.sellerId)] }), true],
    ['one of our lines, shop written otherwise', haravanOrder({ noteAttributes: [branch('Id', 'VN10ABC')] }), true],
    [
      "the same checkout's part of the merchant's other shop, its items numbered alike",
      haravanOrder({ noteAttributes: [branch('Id', '200099999999'), branch('Name', 'Giày Tốt')] }),
      false,
    ],
    [
      'one of our lines, shop numbered otherwise but of our name',
      haravanOrder({ noteAttributes: [branch('Id', '77'), branch('Name', shop.shopName)] }),
      true,
    ],
    [
      'lines of another order',
      haravanOrder({
        lineItems: [haravanLine({ properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: '1' }] })],
      }),
      false,
    ],
    [
      'shop of another name',
      haravanOrder({ lineItems: [bareLine], noteAttributes: [branch('Name', 'Giày Tốt')] }),
      false,
    ],
    ['nothing but the goods', haravanOrder({ lineItems: [bareLine] }), true],
    ['nothing but other goods', haravanOrder({ lineItems: [haravanLine({ properties: [], variantId: '8' })] }), false],
  ])('%s', (_title, order, expected) => {
    expect(isSameOrder(order, shop, orderRecord())).toBe(expected);
  });
});
