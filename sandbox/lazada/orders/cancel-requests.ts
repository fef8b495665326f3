import type { Order, OrderItem, Seller } from '../entities';
import { isCancelableBySeller } from '../item-states';
import type { Platform } from '../platform';
import { cancelItems } from './cancel-items';
import { moveReverse, openReverse, reverseOf } from '../reverse/move-reverse';
import { ImpossibleStep } from './change-status';
import { wholeSecond } from './whole-second';

export type CancelRequest = { reason: string; autoCancelAfterMs: number };

/** A buyer asks to cancel; the seller decides, or time does (lazada.md §12.2). Returns the reverse order's id. */
export function requestCancel(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  ask: CancelRequest,
): string {
  const now = platform.clock.now();
  const closed = items.find((item) => !isCancelableBySeller(item.status) || item.cancelRequest);
  if (closed) throw new ImpossibleStep(`${closed.orderItemId}: ${closed.status} cannot be cancelled`);
  const request = { kind: 'CANCEL', reason: ask.reason, operator: 'buyer' } as const;
  const { reverseOrderId } = openReverse(platform, seller, order, items, request);
  for (const item of items) {
    item.cancelRequest = { reason: ask.reason, autoCancelAt: now + ask.autoCancelAfterMs, agreed: false };
  }
  order.updatedAt = wholeSecond(now);
  platform.store.waiting.set(order, seller);
  platform.rearm();
  return reverseOrderId;
}

export function decideCancel(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: OrderItem[],
  agree: boolean,
): void {
  const now = wholeSecond(platform.clock.now());
  const { cancelConfirmMs } = platform.modes;
  if (!agree) refuseToCancel(platform, seller, items);
  else if (cancelConfirmMs === null) grantCancel(platform, seller, order, items);
  else {
    for (const { cancelRequest } of items) {
      if (cancelRequest) Object.assign(cancelRequest, { agreed: true, autoCancelAt: now + cancelConfirmMs });
    }
    platform.rearm();
  }
  order.updatedAt = now;
}

function refuseToCancel(platform: Platform, seller: Seller, items: readonly OrderItem[]): void {
  for (const item of items) {
    const found = reverseOf(seller, item);
    if (found) moveReverse(platform, seller, found.reverse, found.line, { to: 'rejected', operator: 'seller' });
    item.cancelRequest = null;
    item.reverseOrderId = '';
    item.reverseLineId = '';
  }
}

/** The buyer's wish comes true. */
export function grantCancel(platform: Platform, seller: Seller, order: Order, items: readonly OrderItem[]): void {
  const reason = items[0]?.cancelRequest?.reason ?? '';
  cancelItems(platform, seller, order, items, { reason, initiator: 'buyer' });
}

/** Items that wait for the seller's word under this reverse order. */
export function itemsOfReverse(
  seller: Seller,
  reverseOrderId: string,
): { order: Order; items: OrderItem[] } | undefined {
  for (const order of seller.orders.values()) {
    const items = order.items.filter(
      (item) => item.reverseOrderId === reverseOrderId && item.cancelRequest?.agreed === false,
    );
    if (items.length > 0) return { order, items };
  }
  return undefined;
}
