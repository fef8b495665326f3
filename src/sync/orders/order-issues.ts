import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { Issue, IssueCode } from '@/src/domain/issue/codes';
import { lazadaOrderId, orderItemId, toSellerSku } from '@/src/domain/ids';
import { dong } from '@/src/domain/money';
import { hasEnded, readItemStatus } from '@/src/domain/order/item-status';
import { type OrderIssue, PLAN_ISSUE_CODES } from '@/src/domain/order/plan-issues';
import { totalsOf, wholeDong } from '../mapping/lazada-order';
import type { OrderItemRecord, OrderRecord } from '../ports/order-imports';

/** What a finished import knows about: of these, the open ones that do not hold any more are closed. */
export const IMPORT_ISSUE_CODES = [
  ...PLAN_ISSUE_CODES,
  'order_line_unmatched',
  'order_total_mismatch',
  'order_create_failed',
  'cancel_requested',
] as const satisfies readonly IssueCode[];

function unmatched(record: OrderRecord, matches: (item: OrderItemRecord) => boolean): Issue[] {
  const open = record.items.filter((item) => !item.fulfilledByLazada && !hasEnded(readItemStatus(item.status)));
  return open
    .filter((item) => !matches(item))
    .map((item) => ({
      code: 'order_line_unmatched',
      facts: {
        orderId: lazadaOrderId(record.lazadaOrderId),
        orderItemId: orderItemId(item.orderItemId),
        sellerSku: toSellerSku(item.sellerSku),
        title: item.name,
      },
    }));
}

/** Checked for orders that we made: how another channel adds up is its own affair. */
function totalDiffers(record: OrderRecord, order: HaravanOrder): Issue[] {
  const { total } = totalsOf(record.detail, record.items);
  if (record.createStartedAt === null || wholeDong(order.totalPrice) === total) return [];
  const facts = {
    orderId: lazadaOrderId(record.lazadaOrderId),
    linesTotal: dong(total),
    platformTotal: wholeDong(order.totalPrice),
  };
  return [{ code: 'order_total_mismatch', facts }];
}

/** The buyer waits for an answer; unanswered, Lazada cancels by itself (lazada.md §12.2). */
function cancelRequested({ lazadaOrderId: id, items }: OrderRecord): Issue[] {
  const asked = items.filter((item) => item.cancelRequestId !== null && !hasEnded(readItemStatus(item.status)));
  if (asked.length === 0) return [];
  const ends = asked.flatMap((item) => item.cancelRequestUntil?.getTime() ?? []);
  const untilMs = ends.length > 0 ? Math.min(...ends) : null;
  const orderItemIds = asked.map((item) => orderItemId(item.orderItemId));
  return [{ code: 'cancel_requested', facts: { orderId: lazadaOrderId(id), orderItemIds, untilMs } }];
}

/** Everything of this order that a person must look at. */
export function issuesOf(
  record: OrderRecord,
  order: HaravanOrder,
  planned: readonly OrderIssue[],
  matches: (item: OrderItemRecord) => boolean,
): Issue[] {
  return [...planned, ...cancelRequested(record), ...unmatched(record, matches), ...totalDiffers(record, order)];
}
