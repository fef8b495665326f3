import { isPlatformError } from '@/src/clients/http/platform-error';
import { type Plan, planHaravanSteps } from '@/src/domain/order/plan-fulfillment';
import type { Step } from '@/src/domain/order/plan-step';
import { linkLines } from '../mapping/haravan-order-lines';
import { toPlanFacts } from '../mapping/plan-facts';
import { createStepApplier, type StepTarget } from './apply-step';
import { type ImportDeps, type ImportJob, variantsOf } from './import-job';

type Seen = StepTarget & { plan: Plan };

/** The Haravan order as it stands at the end, and what was done to get there. */
export type UpToDate = Seen & { done: readonly Step['kind'][] /** Steps remain that had no effect. */; stuck: boolean };

const ROUNDS = 4;
/** After these Haravan's stock may differ: read it again (design §6). */
const MOVES_STOCK: readonly Step['kind'][] = [
  'refund_lines',
  'cancel_order',
  'set_carrier_status',
  'create_fulfillment',
];

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isPlatformError(error, 'not_found')) return null;
    throw error;
  }
}

const withoutCarrier = (steps: readonly Step[]) => steps.filter((step) => step.kind !== 'set_carrier_status');

/** Null: the order was deleted in Haravan. */
export type Updater = (job: ImportJob, haravanOrderId: string) => Promise<UpToDate | null>;

/** Takes the steps of a plan one by one, then reads the order again and plans anew, until there is nothing left to do. */
export function createUpdater(deps: ImportDeps): Updater {
  const { haravan, wishes, clock } = deps;
  const apply = createStepApplier(deps);

  async function look(job: ImportJob, haravanOrderId: string): Promise<Seen | null> {
    const order = await orNull(haravan.getOrder(job.auth, haravanOrderId));
    if (order === null) return null;
    const linked = linkLines(order.lineItems, job.record.items);
    return { order, linked, plan: planHaravanSteps(toPlanFacts(job.connection, job.record, order, linked)) };
  }

  async function wishStock({ turn, record }: ImportJob): Promise<void> {
    const variantIds = variantsOf(record);
    if (variantIds.length === 0) return;
    const wish = { variantIds, figures: ['quantity'] as const, cause: 'haravan_order_changed' };
    await wishes.wish(turn.merchantId, wish, new Date(clock.now()));
  }

  return async (job, haravanOrderId) => {
    const done: Step['kind'][] = [];
    let carrierSupported = true;
    let seen = await look(job, haravanOrderId);
    const open = () => (carrierSupported ? (seen?.plan.steps ?? []) : withoutCarrier(seen?.plan.steps ?? []));
    for (let round = 0; round < ROUNDS && seen !== null && open().length > 0; round += 1) {
      for (const step of open()) {
        await job.turn.keepAlive();
        const outcome = await apply(job, seen, step);
        if (outcome === 'carrier_status_not_supported') carrierSupported = false;
        done.push(step.kind);
      }
      seen = await look(job, haravanOrderId);
    }
    if (done.some((kind) => MOVES_STOCK.includes(kind))) await wishStock(job);
    return seen && { ...seen, done, stuck: open().length > 0 };
  };
}
