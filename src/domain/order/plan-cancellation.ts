import { subtractDong, ZERO_DONG } from '../money';
import { haravanCancelReason } from './cancel-cause';
import type { OrderItem } from './order-item';
import { type CaptureStep, heldAfter } from './plan-capture';
import type { PlanFacts } from './plan-facts';
import type { Step } from './plan-step';
import { planRefunds, restockOf } from './plan-refunds';
import { allCanceled, cancellationsFlow, standing } from './plan-reach';

export function cancelsWholeOrder(facts: PlanFacts): boolean {
  return allCanceled(facts) && cancellationsFlow(facts);
}

function restocks(item: OrderItem, facts: PlanFacts): boolean {
  return restockOf(item, facts) !== 'no';
}

/** Haravan restocks an order whole or not at all: where items differ, those to restock go first. */
function refundsBeforehand(facts: PlanFacts, capture: readonly CaptureStep[]) {
  const lines = standing(facts, 'canceled');
  const mixed = lines.some((item) => restocks(item, facts)) && !lines.every((item) => restocks(item, facts));
  return mixed ? planRefunds(facts, capture).filter((step) => step.restock !== 'no') : [];
}

function cancelOrder(facts: PlanFacts, capture: readonly CaptureStep[]): readonly Step[] {
  const before = refundsBeforehand(facts, capture);
  const held = before.reduce((left, step) => subtractDong(left, step.amount), heldAfter(capture, facts));
  const lines = standing(facts, 'canceled');
  const restock = before.length === 0 && lines.length > 0 && lines.every((item) => restocks(item, facts));
  const cause = facts.items.find((item) => item.cancelCause !== null)?.cancelCause ?? null;
  const refundAmount = held > 0 ? held : ZERO_DONG;
  return [...before, { kind: 'cancel_order', restock, reason: haravanCancelReason(cause), refundAmount }];
}

/** The whole order goes; what was never paid is voided (design §6). */
export function planCancellation(facts: PlanFacts, capture: readonly CaptureStep[]): readonly Step[] {
  if (!cancelsWholeOrder(facts)) return capture;
  const cancel = facts.haravan.canceled ? [] : cancelOrder(facts, capture);
  const unpaid = facts.haravan.captured === 0 && capture.length === 0 && !facts.haravan.voided;
  return [...capture, ...cancel, ...(unpaid ? [{ kind: 'void_payment' } as const] : [])];
}
