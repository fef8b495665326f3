import { type ItemState, itemState } from './item-status';
import type { OrderItem } from './order-item';
import type { PlanFacts } from './plan-facts';

export function statusesFlow(facts: PlanFacts): boolean {
  return facts.orderProcessing === 'lazada';
}

/** Cancellations also when the merchant pressed Hủy đơn hàng (spec R4.6). */
export function cancellationsFlow(facts: PlanFacts): boolean {
  return statusesFlow(facts) || facts.force === 'cancel';
}

export function standing(facts: PlanFacts, ...states: readonly ItemState[]): readonly OrderItem[] {
  const refunded = new Set(facts.haravan.refundedItemIds);
  return facts.items.filter((item) => states.includes(itemState(item.status)) && !refunded.has(item.orderItemId));
}

export function allCanceled(facts: PlanFacts): boolean {
  return facts.items.length > 0 && facts.items.every((item) => itemState(item.status) === 'canceled');
}
