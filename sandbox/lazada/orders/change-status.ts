import { moveUnit } from '../buckets';
import type { Order, OrderItem, Seller } from '../entities';
import { canItemBecome, type ItemStatus } from '../item-states';
import type { Platform } from '../platform';
import { fulfillmentStatusOf } from '../push/fulfillment-statuses';
import { autoStepAfter } from './auto-steps';
import { wholeSecond } from './whole-second';

export class ImpossibleStep extends Error {}

/** Throws unless every item can take the step. */
export function requireStep(items: readonly OrderItem[], to: ItemStatus): void {
  const stuck = items.find((item) => !canItemBecome(item, to));
  if (stuck) throw new ImpossibleStep(`${stuck.orderItemId}: ${stuck.status} cannot become ${to}`);
}

/** Takes items one step on: stock, times and pushes follow. If one of them cannot take the step, none does. */
export function changeStatus(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  to: ItemStatus,
): void {
  requireStep(items, to);
  const now = wholeSecond(platform.clock.now());
  for (const item of items) {
    const sku = seller.skus.get(item.skuId);
    if (sku) moveUnit(sku, item.status, to);
    item.status = to;
    item.statusAt = now;
    item.history.push({ status: to, at: now });
    item.autoStep = autoStepAfter(platform.modes, to, now);
    platform.pushes.itemStatus(seller, order, item);
  }
  order.updatedAt = now;
  if (to === 'delivered' && order.paymentMethod === 'COD') order.paidAt ??= now;
  tellOfParcels(platform, seller, order, items, to);
  if (items.some((item) => item.autoStep)) {
    platform.store.waiting.set(order, seller);
    platform.rearm();
  }
}

/** Push type 14 is about packages: once for each that moved. */
function tellOfParcels(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  to: ItemStatus,
): void {
  const status = fulfillmentStatusOf(to);
  if (!status) return;
  for (const packageId of new Set(items.map((item) => item.packageId))) {
    const parcel = seller.packages.get(packageId);
    if (parcel) platform.pushes.fulfillment(seller, order, parcel, status);
  }
}
