import { carrierStep, carrierTarget } from './carrier-state';
import { hasEnded, itemState } from './item-status';
import { combinedState, type DeliveryState, type PackageState, packageStates } from './order-state';
import type { Fulfillment, PlanFacts } from './plan-facts';
import type { Step } from './plan-step';
import { statusesFlow } from './plan-reach';

/** A shipment slip that was canceled by hand and replaced by a newer one no longer speaks for its lines. */
function speaking(fulfillments: readonly Fulfillment[]): readonly Fulfillment[] {
  return fulfillments.filter((fulfillment, at) => {
    const later = new Set(fulfillments.slice(at + 1).flatMap(({ itemIds }) => itemIds));
    return !fulfillment.itemIds.every((id) => later.has(id));
  });
}

function moveFulfillment(facts: PlanFacts, fulfillment: Fulfillment): Step[] {
  const items = facts.items.filter((item) => fulfillment.itemIds.includes(item.orderItemId));
  const isLastWord = items.every((item) => hasEnded(item.status));
  const step = carrierStep(fulfillment.carrierState, combinedState(items), isLastWord);
  if (step.kind === 'nothing') return [];
  return [{ kind: 'set_carrier_status', fulfillmentId: fulfillment.fulfillmentId, state: step.state }];
}

/** Nothing leaves a pending package, and what only statuses unknown to us tell of (`keep`) starts nothing. */
const WITHOUT_FULFILLMENT: readonly DeliveryState[] = ['pending', 'canceled', 'keep'];

function uncoveredPackages({ items, haravan }: PlanFacts): readonly PackageState[] {
  const covered = new Set([...haravan.fulfillments.flatMap(({ itemIds }) => itemIds), ...haravan.refundedItemIds]);
  const open = items.filter((item) => !covered.has(item.orderItemId) && itemState(item.status) !== 'canceled');
  return packageStates(open).filter(({ state }) => !WITHOUT_FULFILLMENT.includes(state));
}

function createFulfillment({ state, ...parcel }: PackageState, flows: boolean): Step {
  return { kind: 'create_fulfillment', ...parcel, carrierState: flows ? carrierTarget(state) : null };
}

/** One fulfillment per package, each moved on to what Lazada says (spec R4.2; design §6). */
export function planDelivery(facts: PlanFacts): readonly Step[] {
  const flows = statusesFlow(facts);
  const moves = flows ? speaking(facts.haravan.fulfillments).flatMap((each) => moveFulfillment(facts, each)) : [];
  const starts = flows || facts.force === 'ready_to_ship' ? uncoveredPackages(facts) : [];
  return [...moves, ...starts.map((parcel) => createFulfillment(parcel, flows))];
}
