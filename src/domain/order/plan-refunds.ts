import { atLeastZero, type Dong, minDong, subtractDong } from '../money';
import { restocksOnCancel } from './cancel-cause';
import { type ItemState, itemState } from './item-status';
import type { OrderItem } from './order-item';
import { type CaptureStep, heldAfter, sharesOf } from './plan-capture';
import type { Fulfillment, PlanFacts } from './plan-facts';
import type { Restock, Step } from './plan-step';
import { cancellationsFlow, standing, statusesFlow } from './plan-reach';

type RefundStep = Extract<Step, { kind: 'refund_lines' }>;

const ON_THE_ROAD: readonly Fulfillment['carrierState'][] = [
  'delivering',
  'notmeetcustomer',
  'delivered',
  'waitingforreturn',
  'return',
];

export function restockOf(item: OrderItem, { haravan, restock }: PlanFacts): Restock {
  const carrying = haravan.fulfillments.filter(({ itemIds }) => itemIds.includes(item.orderItemId));
  const shipped = carrying.some(({ carrierState }) => ON_THE_ROAD.includes(carrierState));
  if (shipped || !restock.onCancel || !restocksOnCancel(item)) return 'no';
  return carrying.length > 0 ? 'unless_restocked' : 'yes';
}

const GONE: readonly ItemState[] = ['canceled', 'returned'];

const PAID_IN_CASH: readonly ItemState[] = ['delivered', 'keep'];

/** Money beyond what pays for the lines that stay: all that may be given back. */
function refundable(facts: PlanFacts, capture: readonly CaptureStep[]): Dong {
  const kept = facts.items.filter((item) => {
    const state = itemState(item.status);
    const stays = facts.payment === 'prepaid' ? !GONE.includes(state) : PAID_IN_CASH.includes(state);
    return stays && !facts.haravan.refundedItemIds.includes(item.orderItemId);
  });
  return atLeastZero(subtractDong(heldAfter(capture, facts), sharesOf(kept, facts.shares)));
}

type Refund = Pick<RefundStep, 'itemIds' | 'restock'> & { share: Dong };

function refundsOfCanceled(facts: PlanFacts): readonly Refund[] {
  const groups = Map.groupBy(standing(facts, 'canceled'), (item) => restockOf(item, facts));
  return [...groups].map(([restock, items]) => toRefund(facts, items, restock));
}

/** Returned goods come back by hand, unless the merchant trusts returns without an inspection (spec R10.13). */
function refundsOfReturned(facts: PlanFacts): readonly Refund[] {
  const items = standing(facts, 'returned');
  return items.length > 0 ? [toRefund(facts, items, facts.restock.returns ? 'unless_restocked' : 'no')] : [];
}

function toRefund(facts: PlanFacts, items: readonly OrderItem[], restock: Restock): Refund {
  return { itemIds: items.map((item) => item.orderItemId), restock, share: sharesOf(items, facts.shares) };
}

function pay(refunds: readonly Refund[], budget: Dong): RefundStep[] {
  let left = budget;
  return refunds.map(({ share, ...lines }) => {
    const amount = minDong(share, left);
    left = subtractDong(left, amount);
    return { kind: 'refund_lines', ...lines, amount };
  });
}

/** A canceled part always loses its lines; a returned one where money was taken (design §6), or goods go back. */
export function planRefunds(facts: PlanFacts, capture: readonly CaptureStep[]): readonly RefundStep[] {
  const canceled = cancellationsFlow(facts) ? refundsOfCanceled(facts) : [];
  const returned = statusesFlow(facts) ? refundsOfReturned(facts) : [];
  const steps = pay([...canceled, ...returned], refundable(facts, capture));
  return steps.filter((step, at) => at < canceled.length || step.amount > 0 || step.restock !== 'no');
}
