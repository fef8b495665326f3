import { isPlatformError } from '@/src/clients/http/platform-error';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import { haravanOrderId, lazadaOrderId } from '@/src/domain/ids';
import { reportOf } from '../issues/report-of';
import { bearsNumber, isSameOrder } from '../mapping/same-order';
import { createHaravanOrderIndex } from './haravan-order-index';
import { ordersSince } from './haravan-order-scan';
import type { ImportDeps, ImportJob } from './import-job';

/** Looks for a Haravan order that already stands for a Lazada order. */
export type ExistingOrders = {
  /** One that another channel, or we in an earlier life, made. */
  adoptable(job: ImportJob): Promise<HaravanOrder | null>;
  /** The one that a create of ours made whose answer was lost. */
  fromLostCreate(job: ImportJob, startedAtMs: number): Promise<HaravanOrder | null>;
};

/** Oldest first, living ones before canceled ones. */
const byMerit = (a: HaravanOrder, b: HaravanOrder) =>
  Number(a.isCanceled) - Number(b.isCanceled) || a.createdAt.getTime() - b.createdAt.getTime();

export function createExistingOrders(deps: ImportDeps): ExistingOrders {
  const { haravan, orders, issues, clock } = deps;
  const index = createHaravanOrderIndex(haravan, clock);

  async function choose({ turn, connection, record }: ImportJob, found: HaravanOrder[]): Promise<HaravanOrder | null> {
    const taken = await orders.alreadyLinked(
      turn.merchantId,
      found.map((order) => order.id),
    );
    // A list that shifts while it is paged shows an order on two pages.
    const distinct = [...new Map(found.map((order) => [order.id, order])).values()];
    const same = distinct
      .filter((order) => !taken.has(order.id) && isSameOrder(order, connection, record))
      .sort(byMerit);
    if (same.length > 1) {
      const haravanOrderIds = same.map((order) => haravanOrderId(order.id));
      const facts = { orderId: lazadaOrderId(record.lazadaOrderId), haravanOrderIds };
      await issues.report(turn.merchantId, [reportOf(connection.id, { code: 'order_doubled', facts })], turn.fence);
    }
    return same[0] ?? null;
  }

  async function open({ auth }: ImportJob, id: string): Promise<HaravanOrder[]> {
    try {
      return [await haravan.getOrder(auth, id)];
    } catch (error) {
      if (isPlatformError(error, 'not_found')) return [];
      throw error;
    }
  }

  return {
    async adoptable(job) {
      const { turn, auth, record } = job;
      const ids = await index.find(turn.merchantId, auth, record.lazadaOrderId, record.createdAt.getTime());
      const found: HaravanOrder[] = [];
      for (const id of ids) found.push(...(await open(job, id)));
      return choose(job, found);
    },
    async fromLostCreate(job, startedAtMs) {
      const found: HaravanOrder[] = [];
      for await (const order of ordersSince(haravan, job.auth, startedAtMs)) {
        if (bearsNumber(order, job.record.lazadaOrderId)) found.push(order);
      }
      return choose(job, found);
    },
  };
}
