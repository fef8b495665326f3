import { ApiRefusal } from '../api-refusal';
import type { Order, OrderItem, Seller } from '../entities';
import { parseIdList } from '../validations/json-params';

export type OwnItem = { order: Order; item: OrderItem };

/** Items of the shop by their ids alone, as the legacy APIs name them. Code 20 for any that is not there. */
export function findItems(seller: Seller, text: string | undefined, type: 'ISP' | 'ISV' = 'ISP'): OwnItem[] {
  const ids = parseIdList(text ?? '') ?? [text ?? ''];
  return ids.map((id) => findItem(seller, id, type));
}

export function findItem(seller: Seller, id: string, type: 'ISP' | 'ISV' = 'ISP'): OwnItem {
  for (const order of seller.orders.values()) {
    const item = order.items.find((candidate) => candidate.orderItemId === id);
    if (item) return { order, item };
  }
  throw new ApiRefusal('20', type, `E020: "${id}" Invalid Order Item ID`);
}

/** The items by order, in the order they were named. */
export function byOrder(found: readonly OwnItem[]): Map<Order, OrderItem[]> {
  const orders = new Map<Order, OrderItem[]>();
  for (const { order, item } of found) orders.set(order, [...(orders.get(order) ?? []), item]);
  return orders;
}
