import type { Issue } from '@/src/domain/issue/codes';
import { lazadaOrderId, orderItemId } from '@/src/domain/ids';
import type { SkipReason } from '@/src/domain/order/decide-import';
import { hasEnded, readItemStatus } from '@/src/domain/order/item-status';
import { packageStates } from '@/src/domain/order/order-state';
import { reportOf } from '../issues/report-of';
import { toOrderItem } from '../mapping/plan-facts';
import type { OrderItemRecord, OrderRecord, OrderSettlement } from '../ports/order-imports';
import type { UpToDate } from './bring-up-to-date';
import type { TrailEvent } from '../ports/trail';
import type { ImportDeps, ImportJob } from './import-job';
import { IMPORT_ISSUE_CODES, issuesOf } from './order-issues';

/** How an import ends well: what it found is written, and the wish is acknowledged up to the version that was read. */
export type OrderSettler = {
  skipped(job: ImportJob, reason: SkipReason): Promise<void>;
  /** Deleted in Haravan by hand: it is not brought in again, and the merchant reads what Lazada still expects. */
  deleted(job: ImportJob): Promise<void>;
  followed(job: ImportJob, end: UpToDate, because: string, matches: (item: OrderItemRecord) => boolean): Promise<void>;
};

function packagesOf(record: OrderRecord, { plan: _plan, ...end }: UpToDate): OrderSettlement['packages'] {
  return packageStates(record.items.map(toOrderItem)).flatMap(({ packageId, itemIds, trackingNumber, state }) => {
    if (packageId === null) return [];
    const lines = end.linked
      .filter((line) => itemIds.includes(orderItemId(line.orderItemId)))
      .map((line) => line.lineId);
    const fulfillment = end.order.fulfillments.findLast(({ lineItems }) =>
      lineItems.some(({ id }) => lines.includes(id)),
    );
    return [{ packageId, fulfillmentId: fulfillment?.id ?? null, trackingCode: trackingNumber, state }];
  });
}

/** Items whose lines Haravan no longer sells: the whole order is canceled, or they were refunded. */
function canceledItems({ order, linked }: UpToDate): string[] {
  const refunded = new Set(order.refunds.flatMap((refund) => refund.lines.map((line) => line.lineItemId)));
  return linked.filter((line) => order.isCanceled || refunded.has(line.lineId)).map((line) => line.orderItemId);
}

export function createOrderSettler({ orders, issues, trail, clock }: Omit<ImportDeps, 'haravan'>): OrderSettler {
  const event = ({ connection, record }: ImportJob, kind: string, facts: Record<string, unknown>): TrailEvent => {
    return { connectionId: connection.id, lazadaOrderId: record.lazadaOrderId, kind, facts };
  };

  type Ending = Pick<OrderSettlement, 'decision' | 'reason'> & Partial<OrderSettlement>;

  const settle = ({ turn, connection, record }: ImportJob, ending: Ending) => {
    const settlement = {
      packages: [],
      canceledItemIds: [],
      ...ending,
      version: record.wanted,
      at: new Date(clock.now()),
    };
    return orders.settle(turn.merchantId, connection.id, record.lazadaOrderId, settlement, turn.fence);
  };

  async function replaceIssues({ turn, connection, record }: ImportJob, found: readonly Issue[]): Promise<void> {
    const subject = { connectionId: connection.id, subjectKind: 'order' as const, subjectIds: [record.lazadaOrderId] };
    const reports = found.map((issue) => reportOf(connection.id, issue));
    await issues.replace(turn.merchantId, { ...subject, codes: IMPORT_ISSUE_CODES }, reports, turn.fence);
  }

  return {
    async skipped(job, reason) {
      const { decision, decisionReason } = job.record;
      await settle(job, { decision: 'skipped', reason });
      const isNews = decisionReason !== reason || decision !== 'skipped';
      if (isNews) await trail.record(job.connection.merchantId, [event(job, 'order_skipped', { reason })]);
    },

    async deleted(job) {
      const { record } = job;
      const expected = record.items.filter((item) => !hasEnded(readItemStatus(item.status)));
      const orderItemIds = expected.map((item) => orderItemId(item.orderItemId));
      const facts = { orderId: lazadaOrderId(record.lazadaOrderId), orderItemIds };
      await replaceIssues(job, orderItemIds.length > 0 ? [{ code: 'order_canceled_at_haravan_only', facts }] : []);
      const canceledItemIds = record.items.map((item) => item.orderItemId);
      await settle(job, { decision: 'imported', reason: 'deleted_in_haravan', canceledItemIds });
    },

    async followed(job, end, because, matches) {
      const { record } = job;
      await replaceIssues(job, issuesOf(record, end.order, end.plan.issues, matches));
      const updated = end.done.length > 0 ? [event(job, 'order_updated', { steps: end.done })] : [];
      const imported = end.stuck || record.importedAt !== null ? [] : [event(job, 'order_imported', { because })];
      if (updated.length + imported.length > 0)
        await trail.record(job.connection.merchantId, [...updated, ...imported]);
      if (end.stuck) throw new Error(`steps without effect: ${end.plan.steps.map((step) => step.kind).join(', ')}`);
      const found = { packages: packagesOf(record, end), canceledItemIds: canceledItems(end) };
      await settle(job, { decision: 'imported', reason: because, ...found });
    },
  };
}
