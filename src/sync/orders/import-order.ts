import { haravanOrderId } from '@/src/domain/ids';
import { decideImport } from '@/src/domain/order/decide-import';
import { importFromMs } from '@/src/domain/order/import-window';
import { readItemStatus } from '@/src/domain/order/item-status';
import type { OrderItemRecord } from '../ports/order-imports';
import { createUpdater } from './bring-up-to-date';
import { createOrderCreator, type LinkedJob } from './ensure-created';
import { createExistingOrders } from './find-existing';
import { type ImportDeps, type ImportJob, PARKED } from './import-job';
import { matchItem, variantOf } from './match-items';
import { createOrderSettler } from './settle-order';

/** Brings one Lazada order up to date in Haravan. @throws PlatformError, LeaseLost, AccessEnded; the turn parks the row. */
export type OrderImporter = (job: ImportJob) => Promise<void>;

/** Orders seen as soon as they are placed are surely not there yet; older ones another channel may have brought in (R5.2). */
const PROMPT_MS = 10 * 60_000;

/** Null: however old it is. */
function limitOf({ connection, record }: ImportJob): number | null {
  if (record.importAnyway) return null;
  const { importFrom, connectedAt } = connection;
  return importFromMs({ importFromMs: importFrom?.getTime() ?? null, connectedAtMs: connectedAt.getTime() });
}

function decide(job: ImportJob, existing: string | null) {
  const { record } = job;
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
    importFromMs: limitOf(job),
  });
}

/** Unpaid and never paid: nobody would have brought such an order into Haravan. */
function surelySkipped(job: ImportJob) {
  if (job.record.createState !== 'none') return null;
  const decision = decide(job, null);
  return decision.kind === 'skip' && decision.because !== 'before_backfill' ? decision.because : null;
}

export function createOrderImporter(deps: ImportDeps): OrderImporter {
  const { orders, catalog, wishes, clock } = deps;
  const creator = createOrderCreator(deps, createExistingOrders(deps));
  const update = createUpdater(deps);
  const settler = createOrderSettler(deps);

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
    if (moved.length > 0) {
      // The variants that these units leave may be offered again; from now on the order speaks only of those they go to.
      const variantIds = record.items.flatMap((item, at) =>
        items[at]?.variantId === item.variantId ? [] : (item.variantId ?? []),
      );
      const wish = { variantIds, figures: ['quantity'] as const, cause: 'order_rematched' };
      if (variantIds.length > 0) await wishes.wish(turn.merchantId, wish, new Date(clock.now()));
      await orders.rematch(turn.merchantId, connection.id, record.lazadaOrderId, moved, turn.fence);
    }
    return { job: { ...job, record: { ...record, items } }, matches };
  }

  async function existingOrder(job: ImportJob): Promise<LinkedJob | null | typeof PARKED> {
    const { record } = job;
    if (record.haravanOrderId !== null) return { ...job, haravanOrderId: record.haravanOrderId };
    const resumed = await creator.resume(job);
    if (resumed !== null) return resumed;
    const isOld = record.createdAt.getTime() < clock.now() - PROMPT_MS;
    return isOld ? creator.adopt(job) : null;
  }

  async function follow(job: LinkedJob, because: string, matches: (item: OrderItemRecord) => boolean) {
    const end = await update(job, job.haravanOrderId);
    await (end === null ? settler.deleted(job) : settler.followed(job, end, because, matches));
  }

  return async (given) => {
    const { job, matches } = await rematch(given);
    const skipped = surelySkipped(job);
    if (skipped !== null) return settler.skipped(job, skipped);
    const existing = await existingOrder(job);
    if (existing === PARKED) return;
    const decision = decide(job, existing?.haravanOrderId ?? null);
    if (decision.kind === 'skip') return settler.skipped(job, decision.because);
    const linked = existing ?? (await creator.create(job));
    if (linked === PARKED) return;
    await follow(linked, decision.kind === 'create' ? decision.because : 'found', matches);
  };
}
