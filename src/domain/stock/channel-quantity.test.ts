import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionId, lazadaOrderId, locationId, orderItemId, variantId } from '../ids';
import { BACKORDER_QUANTITY, channelQuantity, type QuantityFacts, WHOLE_STOCK } from './channel-quantity';
import type { InFlight } from './in-flight';

function inFlight(units: number): InFlight[] {
  return Array.from({ length: units }, (_unit, at) => ({
    connectionId: connectionId('c1'),
    orderId: lazadaOrderId('100'),
    orderItemId: orderItemId(`${101 + at}`),
    variantId: variantId('v1'),
    reason: 'not_imported',
  }));
}

function facts(available: number[], more: Partial<QuantityFacts> = {}): QuantityFacts {
  const stock = available.map((quantity, at) => ({ locationId: locationId(`${at}`), available: quantity }));
  return { tracksInventory: true, allowsBackorder: false, stock, inFlight: [], policy: WHOLE_STOCK, ...more };
}

function quantity(of: QuantityFacts): number | string {
  const result = channelQuantity(of);
  return result.kind === 'quantity' ? result.quantity : result.kind;
}

describe('R3.2 the table', () => {
  test.each([
    ['continue', 7, 7],
    ['continue', 0, 100_000],
    ['continue', -3, 100_000],
    ['deny', 7, 7],
    ['deny', 0, 0],
    ['deny', -3, 0],
  ] as const)('%s, q = %d → %d', (policy, q, sent) => {
    expect(quantity(facts([q], { allowsBackorder: policy === 'continue' }))).toBe(sent);
  });

  test('without inventory management there is no quantity', () => {
    expect(quantity(facts([7], { tracksInventory: false }))).toBe('untracked');
  });

  test('without a location to read there is none either: zero would be a guess', () => {
    expect(quantity(facts([], { allowsBackorder: true }))).toBe('no_location');
  });

  test('backorder is 100 000', () => {
    expect(BACKORDER_QUANTITY).toBe(100_000);
  });
});

describe('R3.3 and R3.5 q is the sum at the locations less what is in flight', () => {
  test.each([
    [[3, 4], 0, 7],
    [[3, -1], 0, 2],
    [[10], 4, 6],
    [[2], 2, 0],
    [[2], 5, 0],
    [[2.5], 0, 2],
  ])('%j, %d in flight → %d', (available, units, sent) => {
    expect(quantity(facts(available, { inFlight: inFlight(units) }))).toBe(sent);
  });

  test('in flight comes before the table: the last unit sold turns into a backorder', () => {
    expect(quantity(facts([2], { inFlight: inFlight(2), allowsBackorder: true }))).toBe(100_000);
  });
});

describe('R10.13 share, safety stock, bound, after the table and in this order', () => {
  test.each([
    [7, { sharePercent: 50, safetyStock: 0, upperBound: null }, 3],
    [10, { sharePercent: 80, safetyStock: 0, upperBound: null }, 8],
    [10, { sharePercent: 80, safetyStock: 3, upperBound: null }, 5],
    [10, { sharePercent: 100, safetyStock: 20, upperBound: null }, 0],
    [50, { sharePercent: 100, safetyStock: 0, upperBound: 20 }, 20],
    [50, { sharePercent: 50, safetyStock: 10, upperBound: 12 }, 12],
    [10, { sharePercent: 0, safetyStock: 0, upperBound: null }, 0],
    [10, { sharePercent: 100, safetyStock: 0, upperBound: 0 }, 0],
  ])('%d under %j → %d', (available, policy, sent) => {
    expect(quantity(facts([available], { policy }))).toBe(sent);
  });
});

describe('R10.8 why this number', () => {
  test('lists stock per location, units in flight, rule and each step', () => {
    const units = inFlight(2);
    const policy = { sharePercent: 50, safetyStock: 1, upperBound: 4 };
    expect(channelQuantity(facts([9, 4], { inFlight: units, policy }))).toEqual({
      kind: 'quantity',
      quantity: 4,
      explanation: {
        stock: [
          { locationId: '0', available: 9 },
          { locationId: '1', available: 4 },
        ],
        stockTotal: 13,
        inFlight: units,
        available: 11,
        rule: 'in_stock',
        afterRule: 11,
        policy,
        afterShare: 5,
        afterSafetyStock: 4,
        result: 4,
      },
    });
  });

  test.each([
    [0, false, 'sold_out'],
    [0, true, 'backorder'],
    [1, true, 'in_stock'],
  ])('q = %d, backorder %s → %s', (available, allowsBackorder, rule) => {
    expect(channelQuantity(facts([available], { allowsBackorder }))).toMatchObject({ explanation: { rule } });
  });
});

test('R3.5 without backorder, never more than the stock less what is in flight', () => {
  const policy = fc.record({
    sharePercent: fc.integer({ min: 0, max: 100 }),
    safetyStock: fc.nat(50),
    upperBound: fc.option(fc.nat(500)),
  });
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 500 }), { minLength: 1 }),
      fc.nat(60),
      policy,
      (stock, units, rule) => {
        const sent = quantity(facts(stock, { inFlight: inFlight(units), policy: rule }));
        const left = stock.reduce((sum, each) => sum + each, 0) - units;
        expect(sent).toBeLessThanOrEqual(Math.max(0, left));
        expect(sent).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(sent)).toBe(true);
      },
    ),
  );
});
