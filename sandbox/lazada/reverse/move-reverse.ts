import type { Order, OrderItem, Seller } from '../entities';
import { nthIdAfter } from '../orders/order-numbers';
import { wholeSecond } from '../orders/whole-second';
import type { Platform } from '../platform';
import type { ReturnTo, Reverse, ReverseKind, ReverseLine, ReverseOperator, ReverseState } from './reverse-order';

export type ReverseRequest = { kind: ReverseKind; returnTo?: ReturnTo; reason: string; operator: ReverseOperator };
export type ReverseMove = { to: ReverseState; operator: ReverseOperator; pictures?: string[] };

/** A new reverse order over some units of an order; each unit is a line of it. Pushes type 10. */
export function openReverse(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  request: ReverseRequest,
): Reverse {
  const now = wholeSecond(platform.clock.now());
  const reverse: Reverse = {
    reverseOrderId: nextId(order),
    order,
    kind: request.kind,
    returnTo: request.returnTo ?? 'RTM',
    reason: request.reason,
    createdAt: now,
    lines: items.map((item) => newLine(order, item, now)),
  };
  seller.reverses.set(reverse.reverseOrderId, reverse);
  for (const line of reverse.lines) {
    line.item.reverseOrderId = reverse.reverseOrderId;
    line.item.reverseLineId = line.reverseLineId;
    moveReverse(platform, seller, reverse, line, { to: 'initiated', operator: request.operator });
  }
  return reverse;
}

/** Writes the new state down and tells about it; whether the step is allowed, and what follows, is the caller's matter. */
export function moveReverse(
  platform: Platform,
  seller: Seller,
  reverse: Reverse,
  line: ReverseLine,
  { to, operator, pictures = [] }: ReverseMove,
): void {
  const now = wholeSecond(platform.clock.now());
  line.state = to;
  line.updatedAt = now;
  line.history.push({ at: now, state: to, operator, pictures });
  if (to === 'shipping_back' && line.trackingNumber === '') line.trackingNumber = `R${line.reverseLineId}`;
  platform.pushes.reverse(seller, reverse, line);
}

/** The line of a unit's latest reverse order. */
export function reverseOf(seller: Seller, item: OrderItem): { reverse: Reverse; line: ReverseLine } | undefined {
  const reverse = seller.reverses.get(item.reverseOrderId);
  const line = reverse?.lines.find((candidate) => candidate.item === item);
  return reverse && line && { reverse, line };
}

function newLine(order: Order, item: OrderItem, now: number): ReverseLine {
  const refundAmount = item.itemPrice - item.voucherSeller - item.voucherPlatform;
  return {
    reverseLineId: nextId(order),
    item,
    state: 'initiated',
    refundAmount,
    trackingNumber: '',
    createdAt: now,
    updatedAt: now,
    history: [],
  };
}

/** Ids of reverse orders and their lines follow those of the items (lazada.md §9.4). */
function nextId(order: Order): string {
  order.reverseIds += 1;
  return nthIdAfter(order.orderId, order.items.length + order.reverseIds);
}
