import type { HaravanFulfillment } from '@/src/clients/haravan/fulfillment';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { HaravanTransaction } from '@/src/clients/haravan/transaction';
import { fulfillmentId, type OrderItemId, orderItemId } from '@/src/domain/ids';
import { type Dong, dong, sumDong } from '@/src/domain/money';
import type { CarrierState } from '@/src/domain/order/carrier-state';
import type { HaravanOrderState } from '@/src/domain/order/plan-facts';
import { wholeDong } from './lazada-order';
import type { LinkedLine } from './haravan-order-lines';

const CARRIER_STATES: readonly CarrierState[] = [
  'pending',
  'readytopick',
  'picking',
  'delivering',
  'notmeetcustomer',
  'waitingforreturn',
  'delivered',
  'cancel',
  'return',
];

function carrierStateOf({ carrierStatusCode }: HaravanFulfillment): CarrierState | null {
  const code = (carrierStatusCode ?? 'pending').replaceAll('_', '');
  return CARRIER_STATES.find((state) => state === code) ?? null;
}

/** Amounts of refunds are negative (haravan.md §2.22). */
function amountOf(transactions: readonly HaravanTransaction[], kinds: readonly string[]): Dong {
  const made = transactions.filter(({ kind }) => kinds.includes(kind.toLowerCase()));
  return sumDong(made.map(({ amount }) => wholeDong(Math.abs(amount))));
}

/** Another channel's order may be paid without a transaction that says so. */
function capturedOf(order: HaravanOrder): Dong {
  const captured = amountOf(order.transactions, ['capture', 'sale']);
  return captured === 0 && order.financialStatus === 'paid' ? wholeDong(order.totalPrice) : captured;
}

/** Refund transactions stand in the order, in its refunds, or in both. */
function refundedOf(order: HaravanOrder): Dong {
  const inOrder = amountOf(order.transactions, ['refund']);
  const inRefunds = amountOf(
    order.refunds.flatMap((refund) => refund.transactions),
    ['refund'],
  );
  return dong(Math.max(inOrder, inRefunds));
}

/** The items behind lines with counts, each item at most once. */
function itemsOf(lines: readonly { id: string; quantity: number }[], linked: readonly LinkedLine[]): OrderItemId[] {
  const counts = new Map<string, number>();
  for (const { id, quantity } of lines) counts.set(id, (counts.get(id) ?? 0) + quantity);
  return linked.flatMap(({ lineId, orderItemId: item }) => {
    const left = counts.get(lineId) ?? 0;
    counts.set(lineId, left - 1);
    return left > 0 ? [orderItemId(item)] : [];
  });
}

/** A Haravan order as the plan looks at it: its lines by the Lazada items that they stand for. */
export function toHaravanOrderState(order: HaravanOrder, linked: readonly LinkedLine[]): HaravanOrderState {
  const refunded = order.refunds.flatMap((refund) => refund.lines);
  const byAge = order.fulfillments.toSorted((a, b) => Number(a.createdAt ?? 0) - Number(b.createdAt ?? 0));
  return {
    canceled: order.isCanceled,
    voided: order.financialStatus === 'voided' || order.transactions.some(({ kind }) => kind.toLowerCase() === 'void'),
    captured: capturedOf(order),
    refunded: refundedOf(order),
    fulfillments: byAge.map((fulfillment) => ({
      fulfillmentId: fulfillmentId(fulfillment.id),
      carrierState: carrierStateOf(fulfillment),
      itemIds: itemsOf(fulfillment.lineItems, linked),
    })),
    refundedItemIds: itemsOf(
      refunded.map(({ lineItemId, quantity }) => ({ id: lineItemId, quantity })),
      linked,
    ),
  };
}
