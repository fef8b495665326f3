import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import type { Topic } from '../topics';
import { formatOrder } from '../formatters/order';
import type { Platform } from '../platform';
import { orderFulfillmentStatus } from './fulfillment-status';
import { financialStatus } from './payments';

/** Runs a change, stamps the order, and tells what came of it: `orders/updated`, and `paid` or `fulfilled` when reached. */
export function changeOrder<T>(platform: Platform, org: Org, order: Order, change: () => T, ...also: Topic[]): T {
  const before = { money: financialStatus(order), goods: orderFulfillmentStatus(order) };
  const result = change();
  order.updatedAt = platform.clock.now();
  const reached: Topic[] = ['orders/updated', ...also];
  if (before.money !== 'paid' && financialStatus(order) === 'paid') reached.push('orders/paid');
  if (before.goods !== 'fulfilled' && orderFulfillmentStatus(order) === 'fulfilled') reached.push('orders/fulfilled');
  const body = formatOrder(org, order);
  for (const topic of reached) platform.events.emit(org, topic, body);
  return result;
}
