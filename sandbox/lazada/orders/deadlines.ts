import type { Clock } from '../../core/clock';
import { type Alarm, wakeAt } from '../../core/wake';
import type { Order, OrderItem, Seller } from '../entities';
import { canItemBecome } from '../item-states';
import type { Platform } from '../platform';
import { nextWarning, warnOfTokens } from '../token-warnings';
import { cancelItems } from './cancel-items';
import { grantCancel } from './cancel-requests';
import { changeStatus } from './change-status';

/** Does what the clock has made due: lapses of unpaid orders (30 min), cancel requests, steps of the platform, warnings. */
export function runDeadlines(platform: Platform): void {
  const now = platform.clock.now();
  for (const [order, seller] of platform.store.waiting) {
    if (order.unpaidUntil !== null && order.unpaidUntil <= now) lapse(platform, seller, order);
    const overdue = order.items.filter((item) => isOverdue(item, now));
    if (overdue.length > 0) grantCancel(platform, seller, order, overdue);
    for (const item of order.items) takeAutoStep(platform, seller, order, item, now);
    if (deadlinesOf(order).length === 0) platform.store.waiting.delete(order);
  }
  warnOfTokens(platform, now);
}

function lapse(platform: Platform, seller: Seller, order: Order): void {
  order.unpaidUntil = null;
  const unpaid = order.items.filter((item) => item.status === 'unpaid');
  if (unpaid.length > 0)
    cancelItems(platform, seller, order, unpaid, { reason: 'Payment timeout', initiator: 'system' });
}

function isOverdue(item: OrderItem, now: number): boolean {
  if (!item.cancelRequest || item.cancelRequest.autoCancelAt > now) return false;
  if (canItemBecome(item, 'canceled')) return true;
  item.cancelRequest = null;
  return false;
}

function takeAutoStep(platform: Platform, seller: Seller, order: Order, item: OrderItem, now: number): void {
  const step = item.autoStep;
  if (!step || step.at > now) return;
  item.autoStep = null;
  if (canItemBecome(item, step.to)) changeStatus(platform, seller, order, [item], step.to);
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

function nextDeadline(platform: Platform): number | undefined {
  const warning = nextWarning(platform);
  const orders = [...platform.store.waiting.keys()].flatMap(deadlinesOf);
  const all = warning === undefined ? orders : [...orders, warning];
  return all.length === 0 ? undefined : Math.min(...all);
}

function deadlinesOf(order: Order): number[] {
  const ofItems = order.items.flatMap(({ cancelRequest, autoStep }) => [
    ...(cancelRequest ? [cancelRequest.autoCancelAt] : []),
    ...(autoStep ? [autoStep.at] : []),
  ]);
  return order.unpaidUntil === null ? ofItems : [order.unpaidUntil, ...ofItems];
}
