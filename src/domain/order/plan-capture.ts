import type { OrderItemId } from '../ids';
import { type Dong, dong, minDong, sumDong, ZERO_DONG } from '../money';
import { reachedState } from './item-status';
import type { OrderItem } from './order-item';
import type { PlanFacts } from './plan-facts';
import type { Step } from './plan-step';
import { statusesFlow } from './plan-reach';

export type CaptureStep = Extract<Step, { kind: 'capture' }>;

export function sharesOf(
  items: readonly Pick<OrderItem, 'orderItemId'>[],
  shares: ReadonlyMap<OrderItemId, Dong>,
): Dong {
  return sumDong(items.map((item) => shares.get(item.orderItemId) ?? ZERO_DONG));
}

function missingPrepaid({ shares, haravan }: PlanFacts): number {
  return sumDong(shares.values()) - haravan.captured;
}

/** Cash is taken per delivered parcel, also of goods that the buyer wants to send back; what was given back without lines is the merchant's own affair. */
function missingCash(facts: PlanFacts): number {
  const { items, shares, haravan } = facts;
  const refundedLines = items.filter((item) => haravan.refundedItemIds.includes(item.orderItemId));
  const givenBack = minDong(haravan.refunded, sharesOf(refundedLines, shares));
  const paid = items.filter((item) => reachedState(item.status) === 'delivered' && !refundedLines.includes(item));
  return sharesOf(paid, shares) + givenBack - haravan.captured;
}

/** Always an explicit amount (haravan.md §2.16). Prepaid is part of the import and so ignores R4.5. */
export function planCapture(facts: PlanFacts): readonly CaptureStep[] {
  if (facts.haravan.canceled) return [];
  if (facts.payment === 'cod' && !statusesFlow(facts)) return [];
  const missing = facts.payment === 'prepaid' ? missingPrepaid(facts) : missingCash(facts);
  return missing > 0 ? [{ kind: 'capture', amount: dong(missing) }] : [];
}

export function heldAfter(capture: readonly CaptureStep[], { haravan }: PlanFacts): Dong {
  return dong(sumDong(capture.map((step) => step.amount)) + haravan.captured - haravan.refunded);
}
