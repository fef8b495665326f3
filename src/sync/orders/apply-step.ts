import type { HaravanOrder } from '@/src/clients/haravan/order';
import type { OrderItemId } from '@/src/domain/ids';
import type { SettableCarrierState } from '@/src/domain/order/carrier-state';
import type { Step } from '@/src/domain/order/plan-step';
import { CARRIER_PATH, CARRIER_TAG } from '../mapping/carrier-path';
import type { LinkedLine } from '../mapping/haravan-order-lines';
import type { ImportDeps, ImportJob } from './import-job';

/** What a step acts on: the Haravan order as the plan saw it, and which line stands for which item. */
export type StepTarget = { order: HaravanOrder; linked: readonly LinkedLine[] };

/** `carrier_status_not_supported`: the shop takes no carrier states; a tag says it instead. */
export type StepOutcome = 'done' | 'carrier_status_not_supported';

export type StepApplier = (job: ImportJob, target: StepTarget, step: Step) => Promise<StepOutcome>;

type OfKind<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

const RESTOCKED = 'restock';

/** Lines with the number of units that stand for these items. */
function linesOf(itemIds: readonly OrderItemId[], linked: readonly LinkedLine[]) {
  const wanted = new Set<string>(itemIds);
  const lines = linked.filter((line) => wanted.has(line.orderItemId));
  return [...Map.groupBy(lines, (line) => line.lineId)].map(([lineItemId, units]) => ({
    lineItemId,
    quantity: units.length,
  }));
}

export function createStepApplier({ haravan }: Pick<ImportDeps, 'haravan'>): StepApplier {
  async function setCarrier(
    { auth }: ImportJob,
    order: HaravanOrder,
    fulfillmentId: string,
    state: SettableCarrierState,
  ) {
    const { outcome } = await haravan.setCarrierStatus(auth, order.id, fulfillmentId, CARRIER_PATH[state]);
    if (outcome === 'done') return 'done';
    await haravan.addOrderTags(auth, order.id, [CARRIER_TAG[state]]);
    return 'carrier_status_not_supported';
  }

  async function createFulfillment(job: ImportJob, { order, linked }: StepTarget, step: OfKind<'create_fulfillment'>) {
    const fulfillment = await haravan.createFulfillment(job.auth, order.id, {
      lineItemIds: linesOf(step.itemIds, linked).map((line) => line.lineItemId),
      ...(step.trackingNumber === null ? {} : { trackingNumber: step.trackingNumber }),
      ...(step.carrier === null ? {} : { trackingCompany: step.carrier }),
      ...(order.locationId === undefined ? {} : { locationId: order.locationId }),
      ...(step.packageId === null ? {} : { note: step.packageId }),
    });
    return step.carrierState === null ? 'done' : setCarrier(job, order, fulfillment.id, step.carrierState);
  }

  /** A canceled shipment may have put its goods back already: the lines say so, read after the cancellation (design §6). */
  async function restockNow(
    { auth }: ImportJob,
    order: HaravanOrder,
    lineIds: readonly string[],
    step: OfKind<'refund_lines'>,
  ) {
    if (step.restock !== 'unless_restocked') return step.restock === 'yes';
    const fresh = await haravan.getOrder(auth, order.id);
    return fresh.lineItems.some((line) => lineIds.includes(line.id) && line.fulfillmentStatus !== RESTOCKED);
  }

  async function refundLines(job: ImportJob, { order, linked }: StepTarget, step: OfKind<'refund_lines'>) {
    const lines = linesOf(step.itemIds, linked);
    const restock = await restockNow(
      job,
      order,
      lines.map((line) => line.lineItemId),
      step,
    );
    await haravan.createRefund(job.auth, order.id, { restock, lines, amount: step.amount, note: 'Lazada' });
  }

  const pay = ({ auth }: ImportJob, { order }: StepTarget, kind: 'Capture' | 'Void', amount: number) =>
    haravan.createTransaction(auth, order.id, { kind, amount });

  return async (job, target, step) => {
    switch (step.kind) {
      case 'create_fulfillment':
        return createFulfillment(job, target, step);
      case 'set_carrier_status':
        return setCarrier(job, target.order, step.fulfillmentId, step.state);
      case 'capture':
        await pay(job, target, 'Capture', step.amount);
        return 'done';
      case 'void_payment':
        await pay(job, target, 'Void', target.order.totalPrice);
        return 'done';
      case 'refund_lines':
        await refundLines(job, target, step);
        return 'done';
      case 'cancel_order': {
        const { reason, restock, refundAmount } = step;
        const amount = refundAmount > 0 ? { amount: refundAmount } : {};
        await haravan.cancelOrder(job.auth, target.order.id, { reason, restock, note: 'Lazada', ...amount });
        return 'done';
      }
    }
  };
}
