import type { OrderItemId } from '../ids';
import type { IssueOf } from '../issue/codes';
import { hasEnded, itemState, type StatusIssue } from './item-status';
import type { OrderItem } from './order-item';
import type { PlanFacts } from './plan-facts';
import { cancellationsFlow, standing } from './plan-reach';

/** The codes that a plan speaks of: an open one that it does not list is over. */
export const PLAN_ISSUE_CODES = [
  'order_status_unknown',
  'order_canceled_at_haravan_only',
  'cancellation_while_processing_at_haravan',
  'package_lost',
  'package_damaged',
  'package_scrapped',
  'return_failed',
] as const;

export type OrderIssue = { [C in (typeof PLAN_ISSUE_CODES)[number]]: IssueOf<C> }[(typeof PLAN_ISSUE_CODES)[number]];

function ids(items: readonly OrderItem[]): readonly OrderItemId[] {
  return items.map((item) => item.orderItemId);
}

/** A status that we have not heard of changes nothing and is said (design §4). */
function unknownStatuses({ orderId, items }: PlanFacts): OrderIssue[] {
  const unknown = items.filter((item) => item.status.kind === 'unknown');
  return [...Map.groupBy(unknown, (item) => item.status.status)].map(([status, bearers]) => ({
    code: 'order_status_unknown',
    facts: { orderId, status, orderItemIds: ids(bearers) },
  }));
}

function issueOfStatus({ status }: OrderItem): StatusIssue | null {
  return status.kind === 'known' ? status.raisesIssue : null;
}

function parcelTroubles({ orderId, items }: PlanFacts): OrderIssue[] {
  const troubled = items.filter((item) => issueOfStatus(item) !== null);
  const groups = Map.groupBy(troubled, (item) => `${issueOfStatus(item)} ${item.packageId ?? ''}`);
  return [...groups.values()].flatMap((parcel) => {
    const first = parcel[0];
    const code = first === undefined ? null : issueOfStatus(first);
    if (first === undefined || code === null) return [];
    return [{ code, facts: { orderId, packageId: first.packageId, orderItemIds: ids(parcel) } }];
  });
}

/** The buyer canceled, and with processing at Haravan only the merchant can follow (design §6). */
function unfollowedCancellation(facts: PlanFacts): OrderIssue[] {
  if (facts.haravan.canceled || cancellationsFlow(facts)) return [];
  const orderItemIds = ids(standing(facts, 'canceled'));
  if (orderItemIds.length === 0) return [];
  return [{ code: 'cancellation_while_processing_at_haravan', facts: { orderId: facts.orderId, orderItemIds } }];
}

/** Canceled by hand in Haravan while Lazada still expects the goods. */
function canceledHereOnly({ orderId, items, haravan }: PlanFacts): OrderIssue[] {
  const expected = ids(items.filter((item) => !hasEnded(item.status) && itemState(item.status) !== 'canceled'));
  if (!haravan.canceled || expected.length === 0) return [];
  return [{ code: 'order_canceled_at_haravan_only', facts: { orderId, orderItemIds: expected } }];
}

export function orderIssues(facts: PlanFacts): readonly OrderIssue[] {
  return [
    ...unknownStatuses(facts),
    ...parcelTroubles(facts),
    ...unfollowedCancellation(facts),
    ...canceledHereOnly(facts),
  ];
}
