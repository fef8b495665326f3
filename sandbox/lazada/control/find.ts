import type { Item, Order, OrderItem, Seller, Sku } from '../entities';
import type { Platform } from '../platform';
import { ControlRefusal } from '../control-refusal';

export function sellerOf({ store }: Platform, sellerId: string): Seller {
  return found(store.sellers.get(sellerId), `no seller ${sellerId}`);
}

export function orderOf(seller: Seller, orderId: string): Order {
  return found(seller.orders.get(orderId), `no order ${orderId} in this shop`);
}

/** All items that are not cancelled, unless some are named. */
export function itemsOf(order: Order, orderItemIds?: readonly string[]): OrderItem[] {
  if (!orderItemIds) return order.items.filter((item) => item.status !== 'canceled');
  return orderItemIds.map((id) =>
    found(
      order.items.find((item) => item.orderItemId === id),
      `no item ${id} in this order`,
    ),
  );
}

export function skuOf(seller: Seller, skuId: number): { sku: Sku; item: Item } {
  const sku = found(seller.skus.get(skuId), `no SKU ${skuId} in this shop`);
  return { sku, item: found(seller.items.get(sku.itemId), `no item ${sku.itemId} in this shop`) };
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new ControlRefusal(404, otherwise);
  return value;
}
