import type { Order } from '../entities/order';
import { isOwner, type Org } from '../entities/org';
import type { Platform } from '../platform';
import { tellOrder } from './told';
import { expectPayment } from './transactions';

/** Repeating it changes nothing. */
export function confirm(platform: Platform, org: Org, order: Order): void {
  if (order.confirmedAt !== null) return;
  order.confirmedAt = platform.clock.now();
  order.confirmUser = org.users.find(isOwner)?.id ?? null;
  tellOrder(platform, org, order, 'confirmed', 'Đơn hàng được xác thực');
  expectPayment(platform, org, order);
}
