import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { tellOrder } from './told';

/** Lưu trữ, and back. Repeating it changes nothing (haravan.md §2.18). */
export function close(platform: Platform, org: Org, order: Order): void {
  if (order.closedAt !== null) return;
  order.closedAt = platform.clock.now();
  tellOrder(platform, org, order, 'closed', 'Đơn hàng được lưu trữ');
}

export function reopen(platform: Platform, org: Org, order: Order): void {
  if (order.closedAt === null) return;
  order.closedAt = null;
  tellOrder(platform, org, order, 're_opened', 'Đơn hàng được bỏ lưu trữ');
}

/** To a warehouse, in shops with advanced processing. Whether its stock moves along is not documented: it does not (§2.17). */
export function assign(platform: Platform, org: Org, order: Order, location: { id: number; name: string }): void {
  order.assigned = { locationId: location.id, at: platform.clock.now() };
  tellOrder(platform, org, order, 'assigned', `Đơn hàng được gán cho ${location.name}`);
}
