import type { AppSubscription } from './entities/subscription';
import type { Org } from './entities/org';
import { decimal } from './formatters/decimal';
import { time, timeOrNull } from './formatters/time';
import type { Platform } from './platform';

const DAY_MS = 86_400_000;

export type PlanDraft = { name: string; planId: string; price: number; quantity?: number; days?: number };

/** The merchant buys a plan of the app. */
export function buyPlan(platform: Platform, org: Org, draft: PlanDraft): AppSubscription {
  const now = platform.clock.now();
  const { name, planId, price, quantity = 1, days = 30 } = draft;
  const made: AppSubscription = {
    id: platform.ids.hex(24),
    ...{ name, planId, price, quantity },
    status: 'active',
    createdAt: now,
    updatedAt: now,
    expiredAt: now + days * DAY_MS,
    canceledAt: null,
  };
  org.appSubscriptions.push(made);
  tell(platform, org, made);
  return made;
}

export function cancelPlan(platform: Platform, org: Org, plan: AppSubscription): void {
  plan.status = 'canceled';
  plan.canceledAt = plan.updatedAt = platform.clock.now();
  tell(platform, org, plan);
}

function tell({ events, app }: Platform, org: Org, plan: AppSubscription): void {
  const body = formatAppSubscription(plan, app.clientId);
  events.emit(org, 'app_subscriptions/update', body, { subscriptionId: plan.id });
}

/** haravan.md §1.13 */
export function formatAppSubscription(plan: AppSubscription, clientId: string) {
  const total = plan.price * plan.quantity;
  return {
    id: plan.id,
    client_id: clientId,
    created_at: time(plan.createdAt),
    updated_at: time(plan.updatedAt),
    expired_at: time(plan.expiredAt),
    cancelled_at: timeOrNull(plan.canceledAt),
    name: plan.name,
    plan_id: plan.planId,
    price: decimal(plan.price),
    quantity: plan.quantity,
    total: decimal(total),
    amount_discount: decimal(0),
    amount_paid: decimal(total),
    status: plan.status,
  };
}
