import { moveUnit } from '../buckets';
import type { Order, OrderItem, Seller } from '../entities';
import { canBecome, type ItemStatus } from '../item-states';
import type { Platform } from '../platform';
import { nthIdAfter } from './order-numbers';
import { wholeSecond } from './whole-second';

export class ImpossibleStep extends Error {}

const RETURNING: readonly ItemStatus[] = ['canceled', 'rtm_init', 'returned'];

/** Takes items one step on: stock, times and pushes follow. If one of them cannot take the step, none does. */
export function changeStatus(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  to: ItemStatus,
): void {
  for (const item of items) {
    if (!canBecome(item.status, to))
      throw new ImpossibleStep(`${item.orderItemId}: ${item.status} cannot become ${to}`);
  }
  const now = wholeSecond(platform.clock.now());
  for (const item of items) {
    const sku = seller.skus.get(item.skuId);
    if (sku) moveUnit(sku, item.status, to);
    item.status = to;
    item.statusAt = now;
    if (RETURNING.includes(to)) item.reverseOrderId ||= nthIdAfter(item.orderItemId, order.items.length);
    platform.pushes.itemStatus(seller, order, item);
  }
  order.updatedAt = now;
  if (to === 'delivered' && order.paymentMethod === 'COD') order.paidAt ??= now;
}
