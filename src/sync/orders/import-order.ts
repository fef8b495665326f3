import type { Issue } from '@/src/domain/issue/codes';
import { haravanOrderId, lazadaOrderId, orderItemId } from '@/src/domain/ids';
import { decideImport, type SkipReason } from '@/src/domain/order/decide-import';
import { hasEnded, readItemStatus } from '@/src/domain/order/item-status';
import { packageStates } from '@/src/domain/order/order-state';
import { reportOf } from '../issues/report-of';
import { toOrderItem } from '../mapping/plan-facts';
import type { OrderItemRecord, OrderRecord, OrderSettlement } from '../ports/order-imports';
import { createUpdater, type UpToDate } from './bring-up-to-date';
import { createOrderCreator } from './ensure-created';
import { createExistingOrders } from './find-existing';
import { type ImportDeps, type ImportJob, PARKED } from './import-job';
import { matchItem, variantOf } from './match-items';
import { IMPORT_ISSUE_CODES, issuesOf } from './order-issues';

/** Brings one Lazada order up to date in Haravan. @throws PlatformError, LeaseLost, AccessEnded; the turn parks the row. */
export type OrderImporter = (job: ImportJob) => Promise<void>;

/** Orders seen as soon as they are placed are surely not there yet; older ones another channel may have brought in (R5.2). */
const PROMPT_MS = 10 * 60_000;

function decide({ connection, record }: ImportJob, existing: string | null) {
  const unpaidOnly = record.decisionReason === 'unpaid' || record.decisionReason === 'never_paid';
  return decideImport({
    items: record.items.map((item) => ({
      status: readItemStatus(item.status),
      paymentTime: record.detail.items[item.orderItemId]?.paymentTime ?? 'absent',
    })),
    paymentMethod: record.paymentMethod,
    history: record.wasPaid ? 'seen_paid' : unpaidOnly ? 'seen_unpaid_only' : 'none',
    existing: existing === null ? null : haravanOrderId(existing),
    placedAtMs: record.createdAt.getTime(),
    importFromMs: connection.importFrom?.getTime() ?? null,
  });
}

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

export function createOrderImporter(deps: ImportDeps): OrderImporter {
  const { orders, catalog, issues, trail, clock } = deps;
  const creator = createOrderCreator(deps, createExistingOrders(deps));
  const update = createUpdater(deps);

  /** A code may have found its variant since the order was read. */
  async function rematch(job: ImportJob): Promise<{ job: ImportJob; matches: (item: OrderItemRecord) => boolean }> {
    const { turn, connection, record } = job;
    const bearers = await catalog.variantsOfCodes(
      turn.merchantId,
      record.items.flatMap((item) => item.code ?? []),
    );
    const matches = (item: OrderItemRecord) => matchItem(item, bearers).kind === 'matched';
    if (record.haravanOrderId !== null) return { job, matches };
    const items = record.items.map((item) => ({ ...item, variantId: variantOf(item, bearers) }));
    const moved = items.filter((item, at) => item.variantId !== record.items[at]?.variantId);
    if (moved.length > 0) await orders.rematch(turn.merchantId, connection.id, record.lazadaOrderId, moved, turn.fence);
    return { job: { ...job, record: { ...record, items } }, matches };
  }

  const event = ({ connection, record }: ImportJob, kind: string, facts: Record<string, unknown>) =>
    trail.record(connection.merchantId, [
      { connectionId: connection.id, lazadaOrderId: record.lazadaOrderId, kind, facts },
    ]);

  async function skip(job: ImportJob, reason: SkipReason): Promise<void> {
    const { turn, connection, record } = job;
    const { wanted: version, lazadaOrderId } = record;
    const settlement = {
      version,
      decision: 'skipped',
      reason,
      at: new Date(clock.now()),
      packages: [],
      canceledItemIds: [],
    } as const;
    await orders.settle(turn.merchantId, connection.id, lazadaOrderId, settlement, turn.fence);
    if (record.decisionReason !== reason || record.decision !== 'skipped')
      await event(job, 'order_skipped', { reason });
  }

  async function replaceIssues({ turn, connection, record }: ImportJob, found: readonly Issue[]): Promise<void> {
    const scope = {
      connectionId: connection.id,
      subjectKind: 'order' as const,
      subjectIds: [record.lazadaOrderId],
      codes: IMPORT_ISSUE_CODES,
    };
    await issues.replace(
      turn.merchantId,
      scope,
      found.map((issue) => reportOf(connection.id, issue)),
      turn.fence,
    );
  }

  /** Deleted in Haravan by hand: it is not brought in again, and the merchant reads what Lazada still expects. */
  async function deleted(job: ImportJob): Promise<void> {
    const { turn, connection, record } = job;
    const expected = record.items.filter((item) => !hasEnded(readItemStatus(item.status)));
    const orderItemIds = expected.map((item) => orderItemId(item.orderItemId));
    const facts = { orderId: lazadaOrderId(record.lazadaOrderId), orderItemIds };
    await replaceIssues(job, orderItemIds.length > 0 ? [{ code: 'order_canceled_at_haravan_only', facts }] : []);
    const at = new Date(clock.now());
    const end = { version: record.wanted, decision: 'imported', reason: 'deleted_in_haravan', at } as const;
    const settlement = { ...end, packages: [], canceledItemIds: record.items.map((item) => item.orderItemId) };
    await orders.settle(turn.merchantId, connection.id, record.lazadaOrderId, settlement, turn.fence);
  }

  async function follow(job: ImportJob, id: string, because: string, matches: (item: OrderItemRecord) => boolean) {
    const { turn, connection, record } = job;
    const end = await update(job, id);
    if (end === null) return deleted(job);
    await replaceIssues(job, issuesOf(record, end.order, end.plan.issues, matches));
    if (end.done.length > 0) await event(job, 'order_updated', { steps: end.done });
    if (end.stuck) throw new Error(`steps without effect: ${end.plan.steps.map((step) => step.kind).join(', ')}`);
    const settlement: OrderSettlement = {
      version: record.wanted,
      decision: 'imported',
      reason: because,
      at: new Date(clock.now()),
      packages: packagesOf(record, end),
      canceledItemIds: canceledItems(end),
    };
    await orders.settle(turn.merchantId, connection.id, record.lazadaOrderId, settlement, turn.fence);
    if (record.importedAt === null) await event(job, 'order_imported', { because });
  }

  async function existingOrder(job: ImportJob): Promise<string | null | typeof PARKED> {
    const { record } = job;
    if (record.haravanOrderId !== null) return record.haravanOrderId;
    const resumed = await creator.resume(job);
    if (resumed !== null) return resumed === PARKED ? PARKED : resumed.haravanOrderId;
    const isOld = record.createdAt.getTime() < clock.now() - PROMPT_MS;
    return isOld ? ((await creator.adopt(job))?.haravanOrderId ?? null) : null;
  }

  /** Found or made, the order is read again with its new link before its state is compared. */
  async function linked({ turn, connection, record, ...job }: ImportJob): Promise<ImportJob> {
    if (record.haravanOrderId !== null) return { turn, connection, record, ...job };
    const fresh = await orders.load(turn.merchantId, connection.id, record.lazadaOrderId);
    return { turn, connection, record: fresh ?? record, ...job };
  }

  return async (given) => {
    const { job, matches } = await rematch(given);
    const existing = await existingOrder(job);
    if (existing === PARKED) return;
    const decision = decide(job, existing);
    if (decision.kind === 'skip') return skip(job, decision.because);
    if (decision.kind === 'update') return follow(await linked(job), decision.haravanOrderId, 'found', matches);
    const created = await creator.create(job);
    if (created === PARKED) return;
    await follow(await linked(job), created.haravanOrderId, decision.because, matches);
  };
}
