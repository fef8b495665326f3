import type { Order, OrderItem, Seller } from '../entities';
import type { Platform } from '../platform';
import { moveReverse, openReverse, reverseOf } from '../reverse/move-reverse';
import { changeStatus, requireStep } from './change-status';

export type Initiator = 'buyer' | 'seller' | 'system';

/** `cancel_return_initiator` on the wire (lazada.md §9.6). */
const INITIATOR_ON_WIRE: Record<Initiator, string> = {
  buyer: 'cancellation-customer',
  seller: 'cancellation-seller',
  system: 'cancellation-internal',
};

/** Reasons after which Lazada takes the SKU off sale (lazada.md §8). */
const STOCK_TO_ZERO = /out of stock|wrong price/i;

/** Cancels the items and, with a packed one, everything in its package (lazada.md §10.2). Returns what was cancelled. */
export function cancelItems(
  platform: Platform,
  seller: Seller,
  order: Order,
  items: readonly OrderItem[],
  why: { reason: string; initiator: Initiator },
): OrderItem[] {
  const all = withPackageMates(order, items);
  requireStep(all, 'canceled');
  const fresh = all.filter((item) => !item.cancelRequest);
  if (fresh.length > 0) {
    openReverse(platform, seller, order, fresh, { kind: 'CANCEL', reason: why.reason, operator: why.initiator });
  }
  changeStatus(platform, seller, order, all, 'canceled');
  for (const item of all) settle(platform, seller, order, item, why.initiator);
  for (const item of all) {
    item.reason = why.reason;
    item.cancelInitiator = INITIATOR_ON_WIRE[why.initiator];
    item.cancelRequest = null;
    closePackage(seller, item.packageId);
    const sku = seller.skus.get(item.skuId);
    if (sku && why.initiator === 'seller' && STOCK_TO_ZERO.test(why.reason)) sku.sellable = 0;
  }
  return all;
}

/** The reverse order of a cancellation ends at once; money that was paid goes back with it (push type 10). */
function settle(platform: Platform, seller: Seller, order: Order, item: OrderItem, operator: Initiator): void {
  const found = reverseOf(seller, item);
  if (!found) return;
  moveReverse(platform, seller, found.reverse, found.line, { to: 'canceled', operator });
  if (order.paidAt === null) found.line.refundAmount = 0;
  else moveReverse(platform, seller, found.reverse, found.line, { to: 'refunded', operator: 'system' });
}

export function withPackageMates(order: Order, items: readonly OrderItem[]): OrderItem[] {
  const packages = new Set(items.map((item) => item.packageId).filter((id) => id !== ''));
  return order.items.filter((item) => items.includes(item) || packages.has(item.packageId));
}

function closePackage(seller: Seller, packageId: string): void {
  const parcel = seller.packages.get(packageId);
  if (parcel) parcel.state = 'canceled';
}
