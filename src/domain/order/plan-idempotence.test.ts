import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fulfillmentId, lazadaOrderId, orderItemId, packageId } from '../ids';
import { dong, sumDong } from '../money';
import { ITEM_STATUSES, readItemStatus } from './item-status';
import type { OrderItem } from './order-item';
import type { HaravanOrderState, PlanFacts } from './plan-facts';
import { planHaravanSteps } from './plan-fulfillment';
import type { Step } from './plan-step';

/** What Haravan makes of a step. */
function apply(state: HaravanOrderState, step: Step): HaravanOrderState {
  switch (step.kind) {
    case 'create_fulfillment': {
      const id = fulfillmentId(`F${state.fulfillments.length + 1}`);
      const made = {
        fulfillmentId: id,
        itemIds: step.itemIds,
        carrierState: step.carrierState ?? ('readytopick' as const),
      };
      return { ...state, fulfillments: [...state.fulfillments, made] };
    }
    case 'set_carrier_status': {
      const fulfillments = state.fulfillments.map((each) =>
        each.fulfillmentId === step.fulfillmentId ? { ...each, carrierState: step.state } : each,
      );
      return { ...state, fulfillments };
    }
    case 'capture':
      return { ...state, captured: dong(state.captured + step.amount) };
    case 'cancel_order':
      return { ...state, canceled: true, refunded: dong(state.refunded + step.refundAmount) };
    case 'void_payment':
      return { ...state, voided: true };
    case 'refund_lines': {
      const refundedItemIds = [...state.refundedItemIds, ...step.itemIds];
      return { ...state, refundedItemIds, refunded: dong(state.refunded + step.amount) };
    }
  }
}

function settle(facts: PlanFacts): PlanFacts {
  return { ...facts, haravan: planHaravanSteps(facts).steps.reduce(apply, facts.haravan) };
}

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

const untouched: HaravanOrderState = {
  canceled: false,
  voided: false,
  captured: dong(0),
  refunded: dong(0),
  fulfillments: [],
  refundedItemIds: [],
};

const settings = fc.record({
  payment: fc.constantFrom('prepaid' as const, 'cod' as const),
  orderProcessing: fc.constantFrom('haravan' as const, 'lazada' as const),
  force: fc.constantFrom('none' as const, 'ready_to_ship' as const, 'cancel' as const),
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
      { numRuns: 1_000 },
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
      { numRuns: 1_000 },
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
      { numRuns: 1_000 },
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
      { numRuns: 1_000 },
    );
  });
});
