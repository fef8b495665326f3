import { expect, test } from 'vitest';
import { toDocTypes } from './doc-types';
import { maskPhone, maskText } from './mask';
import { endOfShopDay, shopTime } from './shop-time';

test('times are those of the shop, seven hours ahead', () => {
  const at = Date.UTC(2023, 10, 29, 20, 23, 20);
  expect(shopTime(at)).toBe('2023-11-30 03:23:20 +0700');
  expect(shopTime(at, true)).toBe('2023-11-30 03:23:20');
  expect(endOfShopDay(at, 2)).toBe('2023-12-02T23:59:59+07:00');
});

test.each([
  ['Nguyễn', 'N****n'],
  ['Mỹ', 'M*ỹ'],
  ['', ''],
])('a masked name: %s is %s', (text, masked) => {
  expect(maskText(text, 'partial')).toBe(masked);
  expect(maskText(text, 'full')).toBe(text && '*****');
});

test('a masked phone', () => {
  expect(maskPhone('84912345659', 'partial')).toBe('84******59');
  expect(maskPhone('84912345659', 'full')).toBe('*****');
});

test('doc types leave no number or boolean', () => {
  const live = { order_id: 5, price: 2000, ok: true, list: [{ n: 1 }], images: ['a'], text: 'x', none: null };
  expect(toDocTypes(live)).toEqual({
    order_id: '5',
    price: '2000.00',
    ok: 'true',
    list: [{ n: '1' }],
    images: '["a"]',
    text: 'x',
    none: null,
  });
});
