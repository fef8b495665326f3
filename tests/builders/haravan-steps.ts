import { fulfillmentId } from '@/src/domain/ids';
import { dong } from '@/src/domain/money';
import type { HaravanOrderState, PlanFacts } from '@/src/domain/order/plan-facts';
import { planHaravanSteps } from '@/src/domain/order/plan-fulfillment';
import type { Step } from '@/src/domain/order/plan-step';

/** What Haravan makes of a step. */
export function apply(state: HaravanOrderState, step: Step): HaravanOrderState {
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

/** The plan taken to its end. */
export function settle(facts: PlanFacts): PlanFacts {
  return { ...facts, haravan: planHaravanSteps(facts).steps.reduce(apply, facts.haravan) };
}

/** As just created. */
export const untouched: HaravanOrderState = {
  canceled: false,
  voided: false,
  captured: dong(0),
  refunded: dong(0),
  fulfillments: [],
  refundedItemIds: [],
};
