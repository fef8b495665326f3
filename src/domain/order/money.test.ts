import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderItemId } from '../ids';
import { dong, sumDong } from '../money';
import { itemShares, type OrderMoneyFacts, orderTotals, type PricedItem } from './money';

function item(id: number, itemPrice: number, voucher = 0, shippingFee = 0): PricedItem {
  return {
    orderItemId: orderItemId(`${id}`),
    itemPrice: dong(itemPrice),
    voucher: dong(voucher),
    shippingFee: dong(shippingFee),
  };
}

function order(items: PricedItem[], voucher: number, shippingFee: number): OrderMoneyFacts {
  return { items, voucher: dong(voucher), shippingFee: dong(shippingFee) };
}

function shares(facts: OrderMoneyFacts): number[] {
  return [...itemShares(facts).values()];
}

describe('R4.1 the order total is what the buyer paid', () => {
  test('the real order of lazada.md §9.5: 92 000 − 4 600 + 17 700 = 105 100', () => {
    const facts = order([item(1, 46_000), item(2, 46_000)], 4_600, 17_700);
    expect(orderTotals(facts)).toEqual({ subtotal: 92_000, discount: 4_600, shippingFee: 17_700, total: 105_100 });
  });

  test('a voucher beyond the goods comes off the shipping fee', () => {
    const facts = order([item(1, 10_000)], 15_000, 20_000);
    expect(orderTotals(facts)).toEqual({ subtotal: 10_000, discount: 10_000, shippingFee: 15_000, total: 15_000 });
  });

  test('a free order is free', () => {
    expect(orderTotals(order([item(1, 10_000)], 30_000, 20_000)).total).toBe(0);
    expect(orderTotals(order([item(1, 0)], 0, 0)).total).toBe(0);
  });
});

describe('R4.1 each item’s part', () => {
  test('is what Lazada says where that adds up', () => {
    expect(shares(order([item(1, 60_000, 4_600, 17_700), item(2, 32_000)], 4_600, 17_700))).toEqual([73_100, 32_000]);
  });

  test('is in proportion to the prices where it does not', () => {
    expect(shares(order([item(1, 60_000), item(2, 32_000)], 4_600, 17_700))).toEqual([68_543, 36_557]);
  });

  test('is in proportion, too, where a figure of Lazada’s would be below zero', () => {
    expect(shares(order([item(1, 10_000, 15_000), item(2, 20_000, 0, 5_000)], 15_000, 5_000))).toEqual([6_666, 13_334]);
  });

  test('of free gifts is an equal one', () => {
    expect(shares(order([item(1, 0), item(2, 0), item(3, 0)], 0, 10_000))).toEqual([3_333, 3_333, 3_334]);
  });

  const amount = fc.integer({ min: 0, max: 999_999_999 });
  const facts = fc
    .tuple(
      fc.array(fc.tuple(amount, amount, amount), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      amount,
    )
    .map(([rows, part, fee]) => {
      const items = rows.map(([price, voucher, shipping], at) => item(at, price, Math.min(voucher, price), shipping));
      const paid = items.reduce((sum, each) => sum + each.itemPrice, fee);
      return order(items, Math.floor(paid * part), fee);
    });

  test('R4.1 for any order: price − voucher + shipping = total = the sum of the parts', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const totals = orderTotals(of);
        const goods = of.items.reduce((sum, each) => sum + each.itemPrice, 0);
        expect(totals.total).toBe(goods - of.voucher + of.shippingFee);
        expect(totals.subtotal - totals.discount + totals.shippingFee).toBe(totals.total);
        const parts = [...itemShares(of).values()];
        expect(sumDong(parts)).toBe(totals.total);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
