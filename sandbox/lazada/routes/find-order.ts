import { businessRefusal, missingParameter } from '../api-refusal';
import type { Order, Seller } from '../entities';

/** Code 16, also for an order of another shop (lazada.md §9.2). */
export function findOrder(seller: Seller, orderId: string | undefined): Order {
  if (!orderId) throw missingParameter('order_id');
  const order = seller.orders.get(orderId);
  if (!order) throw businessRefusal(16, `"${orderId}" Invalid Order ID`);
  return order;
}
