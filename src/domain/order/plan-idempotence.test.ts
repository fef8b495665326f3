import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, settle, untouched } from '@/tests/builders/haravan-steps';
import { lazadaOrderId, orderItemId, packageId } from '../ids';
import { dong, sumDong } from '../money';
import { ITEM_STATUSES, readItemStatus } from './item-status';
import type { OrderItem } from './order-item';
import type { PlanFacts } from './plan-facts';
import { planHaravanSteps } from './plan-fulfillment';

const item = fc.record({
  status: fc.constantFrom(...Object.keys(ITEM_STATUSES), 'never_heard_of'),
  parcel: fc.constantFrom(null, 'P1', 'P2', 'P3'),
  everShipped: fc.boolean(),
  cancelCause: fc.constantFrom(null, 'buyer', 'out_of_stock', 'failed_delivery'),
  share: fc.nat(1_000_000),
});

const items = fc.array(item, { minLength: 1, maxLength: 6 }).map((rows) => {
  const list = rows.map(
    ({ status, parcel, everShipped, cancelCause }, at): OrderItem => ({
      orderItemId: orderItemId(`${at + 1}`),
      status: readItemStatus(status),
      packageId: parcel === null ? null : packageId(parcel),
      trackingNumber: null,
      carrier: null,
      everShipped,
      cancelCause,
    }),
  );
  const shares = new Map(rows.map((row, at) => [orderItemId(`${at + 1}`), dong(row.share)]));
  return { items: list, shares };
});

const settings = fc.record({
  payment: fc.constantFrom('prepaid' as const, 'cod' as const),
  orderProcessing: fc.constantFrom('haravan' as const, 'lazada' as const),
  force: fc.constantFrom('none' as const, 'ready_to_ship' as const, 'cancel' as const),
  restock: fc.record({ onCancel: fc.boolean(), returns: fc.boolean() }),
});

function factsOf(
  order: Pick<PlanFacts, 'items' | 'shares'>,
  rest: Omit<PlanFacts, 'items' | 'shares' | 'orderId' | 'haravan'>,
): PlanFacts {
  return { orderId: lazadaOrderId('100'), haravan: untouched, ...order, ...rest };
}

describe('R8.2 a plan taken to its end leaves nothing to do', () => {
  test('for any order', () => {
    fc.assert(
      fc.property(items, settings, (order, rest) => {
        expect(planHaravanSteps(settle(factsOf(order, rest))).steps).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('for an order that goes from any statuses to any others', () => {
    const both = items.chain((before) =>
      fc.tuple(fc.constant(before), fc.array(item, { minLength: before.items.length, maxLength: before.items.length })),
    );
    fc.assert(
      fc.property(both, settings, ([before, later], rest) => {
        const first = settle(factsOf(before, rest));
        const moved = first.items.map((each, at) => ({ ...each, status: readItemStatus(later[at]?.status ?? '') }));
        expect(planHaravanSteps(settle({ ...first, items: moved })).steps).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('killed after any step, the rest of the plan is what is still to do', () => {
    fc.assert(
      fc.property(items, settings, fc.nat(8), (order, rest, done) => {
        const facts = factsOf(order, rest);
        const steps = planHaravanSteps(facts).steps.slice(0, done);
        const halfway = { ...facts, haravan: steps.reduce(apply, facts.haravan) };
        const resumed = settle(halfway);
        expect(planHaravanSteps(resumed).steps).toEqual([]);
        const money = ({ haravan }: PlanFacts) => [haravan.captured, haravan.refunded, haravan.canceled];
        expect(money(resumed)).toEqual(money(settle(facts)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('R4.1 money', () => {
  test('is never captured beyond the total, nor refunded beyond what was captured, nor negative', () => {
    fc.assert(
      fc.property(items, settings, (order, rest) => {
        const { haravan, shares } = settle(factsOf(order, rest));
        expect(haravan.captured).toBeLessThanOrEqual(sumDong(shares.values()));
        expect(haravan.refunded).toBeLessThanOrEqual(haravan.captured);
        expect(haravan.refunded).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
