import { isPlatformError } from '@/src/clients/http/platform-error';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import { linkLines } from '../mapping/haravan-order-lines';
import { toHaravanDraft } from '../mapping/haravan-draft';
import { CHANNEL } from '../mapping/sales-channel';
import { reportOf } from '../issues/report-of';
import { AccessEnded } from '../ports/access';
import type { HaravanLink, OrderRecord } from '../ports/order-imports';
import { createCustomerFinder } from './find-customer';
import type { ExistingOrders } from './find-existing';
import { type ImportDeps, type ImportJob, PARKED, variantsOf } from './import-job';

/** How the Haravan order came to stand for the Lazada order; told in the trail. */
export type LinkedHow = 'created' | 'adopted' | 'found_after_lost_answer';

/** Each answers the job with its record linked to the Haravan order. */
export type OrderCreator = {
  /** Goes on with an attempt whose answer is not known. Null: it certainly made nothing, or none was begun. */
  resume(job: ImportJob): Promise<LinkedJob | null | typeof PARKED>;
  adopt(job: ImportJob): Promise<LinkedJob | null>;
  create(job: ImportJob): Promise<LinkedJob | typeof PARKED>;
};

export type LinkedJob = ImportJob & { haravanOrderId: string };

const SCANS_BEFORE_REPEAT = 2;
/** An attempt that was recorded longer ago than this is not begun any more: another turn may already look for it. */
const BEGIN_WITHIN_MS = 5_000;

/** The record as the store holds it from now on. */
function withLink(record: OrderRecord, { haravanOrderId, lines }: HaravanLink): OrderRecord {
  const byItem = new Map(lines.map((line) => [line.orderItemId, line]));
  const items = record.items.map((item) => {
    const line = byItem.get(item.orderItemId);
    return line ? { ...item, haravanLineId: line.lineId, haravanVariantId: line.variantId } : item;
  });
  return { ...record, haravanOrderId, createState: 'created', items };
}

export function createOrderCreator(deps: ImportDeps, existing: ExistingOrders): OrderCreator {
  const { haravan, orders, issues, trail, wishes, clock, haravanTimeoutMs, lateWriteMs } = deps;
  const findCustomer = createCustomerFinder(deps);
  const now = () => new Date(clock.now());

  async function link(job: ImportJob, order: HaravanOrder, how: LinkedHow): Promise<LinkedJob> {
    const { turn, connection, record } = job;
    const lines = linkLines(order.lineItems, record.items);
    const link: HaravanLink = {
      haravanOrderId: order.id,
      name: order.name,
      locationId: order.locationId ?? null,
      answeredAt: now(),
      lines,
    };
    await orders.linked(turn.merchantId, connection.id, record.lazadaOrderId, link, turn.fence);
    const variantIds = [...new Set([...variantsOf(record), ...lines.flatMap((line) => line.variantId ?? [])])];
    if (variantIds.length > 0) {
      await wishes.wish(turn.merchantId, { variantIds, figures: ['quantity'], cause: 'order_imported' }, now());
    }
    const facts = { how, haravanOrderId: order.id };
    const { lazadaOrderId } = record;
    await trail.record(turn.merchantId, [{ connectionId: connection.id, lazadaOrderId, kind: 'order_linked', facts }]);
    return { ...job, record: withLink(record, link), haravanOrderId: order.id };
  }

  async function parkUntil(
    { turn, connection, record }: ImportJob,
    atMs: number,
    scans: number,
  ): Promise<typeof PARKED> {
    const { merchantId, fence } = turn;
    await orders.createLost(merchantId, connection.id, record.lazadaOrderId, scans, fence);
    const parking = { dueAt: new Date(atMs), blockedBy: 'create_answer', attempts: scans, failing: false };
    await orders.park(merchantId, connection.id, record.lazadaOrderId, parking, fence);
    return PARKED;
  }

  const refused = ({ turn, connection, record }: ImportJob) =>
    orders.createRefused(turn.merchantId, connection.id, record.lazadaOrderId, turn.fence);

  const earliestScanMs = (startedAtMs: number) => startedAtMs + haravanTimeoutMs + lateWriteMs;

  async function resume(job: ImportJob): Promise<LinkedJob | null | typeof PARKED> {
    const { createState, createStartedAt, createScans } = job.record;
    if (createStartedAt === null || createState === 'none' || createState === 'created') return null;
    const startedAtMs = createStartedAt.getTime();
    const scanAtMs = earliestScanMs(startedAtMs) + createScans * lateWriteMs;
    if (clock.now() < scanAtMs) return parkUntil(job, scanAtMs, createScans);
    const found = await existing.fromLostCreate(job, startedAtMs);
    if (found) return link(job, found, 'found_after_lost_answer');
    if (createScans + 1 < SCANS_BEFORE_REPEAT) return parkUntil(job, clock.now() + lateWriteMs, createScans + 1);
    await refused(job);
    return null;
  }

  /** Whether the order may nevertheless be there. `unavailable` and the rest mean that nothing happened. */
  const mayHaveHappened = (error: unknown) =>
    isPlatformError(error, 'ambiguous') || isPlatformError(error, 'malformed');

  type Made = { order: HaravanOrder; createStartedAt: Date };

  async function attempt(job: ImportJob, customerId: string | null): Promise<Made | typeof PARKED> {
    const { turn, connection, auth, record } = job;
    const draft = toHaravanDraft(connection, record, customerId);
    await turn.keepAlive();
    const startedAt = now();
    await orders.createBegins(turn.merchantId, connection.id, record.lazadaOrderId, startedAt, turn.fence);
    if (clock.now() > startedAt.getTime() + BEGIN_WITHIN_MS) {
      await refused(job);
      throw new Error('the process slept between the attempt and its call');
    }
    try {
      return { order: await haravan.createOrder(auth, draft), createStartedAt: startedAt };
    } catch (error) {
      if (mayHaveHappened(error)) return parkUntil(job, earliestScanMs(startedAt.getTime()), 0);
      if (isPlatformError(error) || error instanceof AccessEnded) await refused(job);
      throw error;
    }
  }

  return {
    resume,
    async adopt(job) {
      const found = await existing.adoptable(job);
      if (!found) return null;
      const { turn, connection } = job;
      const issue = { code: 'other_channel_writes_stock', facts: { channel: found.source ?? CHANNEL } } as const;
      await issues.report(turn.merchantId, [reportOf(connection.id, issue)], turn.fence);
      return link(job, found, 'adopted');
    },
    async create(job) {
      const made = await attempt(job, await findCustomer(job.auth, job.record.detail));
      if (made === PARKED) return PARKED;
      const { order, createStartedAt } = made;
      return link({ ...job, record: { ...job.record, createStartedAt } }, order, 'created');
    },
  };
}
