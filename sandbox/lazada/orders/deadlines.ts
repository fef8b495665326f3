import type { Clock } from '../../core/clock';
import { type Alarm, wakeAt } from '../../core/wake';
import type { Order, OrderItem, Seller } from '../entities';
import { canBecome } from '../item-states';
import type { Platform } from '../platform';
import { cancelItems } from './cancel-items';
import { decideCancel } from './cancel-requests';

/** Does what the clock has made due: unpaid orders lapse (30 min), unanswered cancel requests are granted. */
export function runDeadlines(platform: Platform): void {
  const now = platform.clock.now();
  for (const [order, seller] of platform.store.waiting) {
    if (order.unpaidUntil !== null && order.unpaidUntil <= now) lapse(platform, seller, order);
    const overdue = order.items.filter((item) => isOverdue(item, now));
    if (overdue.length > 0) decideCancel(platform, seller, order, overdue, true);
    if (deadlinesOf(order).length === 0) platform.store.waiting.delete(order);
  }
}

function lapse(platform: Platform, seller: Seller, order: Order): void {
  order.unpaidUntil = null;
  const unpaid = order.items.filter((item) => item.status === 'unpaid');
  if (unpaid.length > 0)
    cancelItems(platform, seller, order, unpaid, { reason: 'Payment timeout', initiator: 'system' });
}

function isOverdue(item: OrderItem, now: number): boolean {
  if (!item.cancelRequest || item.cancelRequest.autoCancelAt > now) return false;
  if (canBecome(item.status, 'canceled')) return true;
  item.cancelRequest = null;
  return false;
}

/** Rings at each deadline even when nobody calls. `arm` after anything that sets one. */
export function createDeadlineAlarm(clock: Clock, platform: () => Platform): Alarm & { rearm(): void } {
  const alarm = wakeAt(clock, () => {
    runDeadlines(platform());
    rearm();
  });
  const rearm = () => alarm.arm(nextDeadline(platform()));
  return { ...alarm, rearm };
}

function nextDeadline({ store }: Platform): number | undefined {
  const all = [...store.waiting.keys()].flatMap(deadlinesOf);
  return all.length === 0 ? undefined : Math.min(...all);
}

function deadlinesOf(order: Order): number[] {
  const requests = order.items.flatMap((item) => (item.cancelRequest ? [item.cancelRequest.autoCancelAt] : []));
  return order.unpaidUntil === null ? requests : [order.unpaidUntil, ...requests];
}
