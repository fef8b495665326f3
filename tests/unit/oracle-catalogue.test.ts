import { describe, expect, test } from 'vitest';
import { expectedCatalogue } from '../oracle/expected-catalogue';
import { expectedLinks } from '../oracle/expected-links';
import { expectedPrice } from '../oracle/expected-price';
import { expectedQuantity } from '../oracle/expected-quantity';
import { figureDifferences, unlike } from '../oracle/figure-differences';
import { DAMAGED, HANOI, HCM, ON_THE_ROAD, order, org, seller, sku, variant } from './oracle-scene';

const pairs = ({ links }: ReturnType<typeof expectedLinks>) =>
  links.map((link) => `${link.variant.id}=${link.sku.skuId}`);
const issues = (found: { issues: { code: string; subjectId: string }[] }) =>
  found.issues.map(({ code, subjectId }) => `${code} ${subjectId}`);
const BOTH = { price: true, quantity: true, stock: 'all' } as const;

describe('R2.1, R2.3 the oracle links by code', () => {
  test('whatever the Unicode form, and not by near misses', () => {
    const haravan = org({ 1: [variant(1, 'TÚI-ĐỎ'.normalize('NFC')), variant(2, 'AO-M')] });
    const lazada = seller([sku(10, 'TÚI-ĐỎ'.normalize('NFD')), sku(11, 'ao-m')]);
    const found = expectedLinks(haravan, lazada);
    expect(pairs(found)).toEqual(['1=10']);
    expect(issues(found)).toEqual(['seller_sku_not_found 2']);
  });

  test('a code repeated within a product stops all of it, one repeated across stops its bearers', () => {
    const haravan = org({
      1: [variant(1, 'A'), variant(2, 'A'), variant(3, 'B')],
      2: [variant(4, 'C'), variant(5, 'D')],
      3: [variant(6, 'C'), variant(7, ' ')],
    });
    const found = expectedLinks(haravan, seller(['A', 'B', 'C', 'D'].map((code, at) => sku(at, code))));
    expect(pairs(found)).toEqual(['5=3']);
    expect(issues(found)).toEqual([
      'variant_duplicate_barcode_in_product 1',
      'variant_duplicate_barcode_across_products 4',
      'variant_duplicate_barcode_across_products 6',
      'variant_missing_barcode 7',
    ]);
  });

  test('a SellerSku that Lazada holds twice links nothing, and products off the channel say nothing', () => {
    const haravan = org({ 1: [variant(1, 'A')], 2: [variant(2, null)] });
    const found = expectedLinks(haravan, seller([sku(1, 'A'), sku(2, 'A')]), new Set([1]));
    expect(pairs(found)).toEqual([]);
    expect(issues(found)).toEqual(['seller_sku_duplicate 1']);
  });
});

describe('R3.2, R3.3, R3.5 the quantity that the oracle expects', () => {
  test.each([
    ['deny', 5, 5],
    ['deny', 0, 0],
    ['deny', -3, 0],
    ['continue', 5, 5],
    ['continue', 0, 100_000],
    ['continue', -3, 100_000],
  ])('%s with %i in stock is %i', (inventory_policy, units, sent) => {
    const each = variant(1, 'A', { inventory_policy });
    expect(expectedQuantity(each, org({ 1: [each] }, { 1: [[HCM, units]] }), seller([]), 'all')).toBe(sent);
  });

  test('adds up what may be sold, or the chosen warehouses', () => {
    const each = variant(1, 'A');
    const rows: [number, number][] = [
      [HCM, 5],
      [HANOI, 3],
      [ON_THE_ROAD, 90],
      [DAMAGED, 2],
    ];
    const haravan = org({ 1: [each] }, { 1: rows });
    expect(expectedQuantity(each, haravan, seller([]), 'all')).toBe(8);
    expect(expectedQuantity(each, haravan, seller([]), [HANOI])).toBe(3);
    expect(expectedQuantity(each, haravan, seller([]), [DAMAGED])).toBe(0);
  });

  test('takes off what Lazada sold in orders that Haravan does not have', () => {
    const each = variant(1, 'A');
    const haravan = org({ 1: [each] }, { 1: [[HCM, 5]] });
    const lazada = seller(
      [],
      [
        order([
          ['A', 'unpaid'],
          ['A', 'canceled'],
          ['B', 'unpaid'],
        ]),
      ],
    );
    expect(expectedQuantity(each, haravan, lazada, 'all')).toBe(4);
  });

  test('is none without inventory management', () => {
    const each = variant(1, 'A', { inventory_management: null });
    expect(expectedQuantity(each, org({ 1: [each] }), seller([]), 'all')).toBeNull();
  });
});

describe('R2.5 the price that the oracle expects', () => {
  test.each([
    [{}, 100_000, { kind: 'price', price: 100_000 }],
    [{}, 0, { kind: 'refused', code: 'price_invalid' }],
    [{}, 100_000.5, { kind: 'refused', code: 'price_invalid' }],
    [{ priceRange: [120_000, 200_000] as [number, number] }, 100_000, { kind: 'refused', code: 'price_out_of_range' }],
    [{ priceRange: [0.5, 1] as [number, number], price: 150_000 }, 100_000, { kind: 'price', price: 100_000 }],
    [
      { priceRange: [0.5, 1] as [number, number], price: 90_000 },
      100_000,
      { kind: 'refused', code: 'price_out_of_range' },
    ],
    [{ specialPrice: 100_000 }, 100_000, { kind: 'refused', code: 'price_below_promotion' }],
  ])('%o at %d', (more, price, expected) => {
    expect(expectedPrice(variant(1, 'A', { price }), sku(1, 'A', more))).toEqual(expected);
  });
});

describe('R2.4 counts and differences', () => {
  const refused = sku(2, 'B', { priceRange: [1, 2] });
  const haravan = org(
    { 1: [variant(1, 'A'), variant(2, 'B'), variant(3, 'C', { inventory_management: null }), variant(4, null)] },
    { 1: [[HCM, 7]], 2: [[HCM, 2]] },
  );

  test('what is stopped counts as an error, what is only said does not', () => {
    const found = expectedCatalogue(haravan, seller([sku(1, 'A'), refused, sku(3, 'C')]), BOTH);
    expect(found.counts).toEqual({ all: 4, synced: 2, issue: 2 });
    expect(issues(found).sort()).toEqual(['price_out_of_range 2', 'quantity_untracked 3', 'variant_missing_barcode 4']);
  });

  test('names each figure that is not as it must be', () => {
    const lazada = seller([
      sku(1, 'A', { price: 100_000, sellable: 6 }),
      { ...refused, sellable: 2, priceWrites: 1 },
      sku(3, 'C', { price: 100_000, quantityWrites: 1 }),
      sku(4, 'X', { priceWrites: 1 }),
    ]);
    expect(figureDifferences(expectedCatalogue(haravan, lazada, BOTH), lazada)).toEqual([
      'A: sellable 6, not 7',
      'B: its price was written',
      'C: its quantity was written',
      'X: written, though it is not linked',
    ]);
  });

  test('R3.1 a switch that is off lets nothing through', () => {
    const lazada = seller([sku(1, 'A', { quantityWrites: 1 })]);
    const off = expectedCatalogue(haravan, lazada, { ...BOTH, quantity: false });
    expect(figureDifferences(off, lazada)).toEqual(['A: price 1, not 100000', 'A: its quantity was written']);
  });

  test('lists what stands on one side only', () => {
    expect(unlike(['a', 'a', 'b'], ['a', 'c'])).toEqual(['too many: a', 'too many: b', 'missing: c']);
  });
});
