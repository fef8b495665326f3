import { expect, it } from 'vitest';
import type { ProductRecord, VariantRecord } from '../ports/catalog';
import { compareProducts } from './compare-products';

const variant = (given: Partial<VariantRecord> = {}): VariantRecord => ({
  variantId: '1',
  title: 'Đen',
  barcode: 'A',
  code: 'A',
  sku: '',
  price: 100,
  tracksInventory: true,
  allowsBackorder: false,
  position: 1,
  available: 5,
  ...given,
});
const product = (...variants: VariantRecord[]): ProductRecord => ({
  productId: 'p',
  title: 'Áo',
  searchText: 'ao',
  image: null,
  vendor: '',
  kind: '',
  tags: '',
  updatedAt: null,
  variants,
});
const NOTHING = { priceOf: [], quantityOf: [], productIds: [], codes: [] };

it.each([
  ['nothing', {}, NOTHING],
  ['the price', { price: 101 }, { ...NOTHING, priceOf: ['1'] }],
  ['inventory management', { tracksInventory: false }, { ...NOTHING, quantityOf: ['1'] }],
  ['selling without stock', { allowsBackorder: true }, { ...NOTHING, quantityOf: ['1'] }],
  ['the stock, unnoticed so far', { available: 4 }, { ...NOTHING, quantityOf: ['1'] }],
  ['a stock that was never told', { available: null }, NOTHING],
  ['the barcode', { barcode: 'B', code: 'B' }, { ...NOTHING, productIds: ['p'], codes: ['A', 'B'] }],
  ['the barcode, taken off', { barcode: null, code: null }, { ...NOTHING, productIds: ['p'], codes: ['A'] }],
  ['the name', { title: 'Đỏ' }, { ...NOTHING, productIds: ['p'] }],
])('R2.6 what follows from a change of %s', (_what, change, expected) => {
  expect(compareProducts([product(variant())], [product(variant(change))], [])).toEqual(expected);
});

it('R2.6 variants added and removed, products new and deleted are matched by their codes', () => {
  const other = variant({ variantId: '2', code: 'C' });
  const touched = { ...NOTHING, productIds: ['p'], codes: ['C'] };
  expect(compareProducts([product(variant())], [product(variant(), other)], [])).toEqual(touched);
  expect(compareProducts([product(variant(), other)], [product(variant())], [])).toEqual(touched);
  expect(compareProducts([], [product(other)], [])).toEqual(touched);
  expect(compareProducts([product(other)], [], [product(other)])).toEqual(touched);
});
