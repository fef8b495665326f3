import type { CarrierStatus, CodStatus, Fulfillment } from '../entities/fulfillment';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { CARRIER_STATUS_NAMES } from '../formatters/fulfillment';
import type { Platform } from '../platform';
import { shelfOf } from './shelf';
import { tellOrder } from './told';

type Step<S> = { status: S; stamp: string };

/** Path values have underscores, answered codes have none (haravan.md §2.20, §5.1). */
export const CARRIER_STEPS: Record<string, Step<CarrierStatus>> = {
  picking: { status: 'picking', stamp: 'picking_date' },
  delivering: { status: 'delivering', stamp: 'delivering_date' },
  delivered: { status: 'delivered', stamp: 'delivered_date' },
  cancel: { status: 'cancel', stamp: 'cancel_date' },
  return: { status: 'return', stamp: 'return_date' },
  not_meet_customer: { status: 'notmeetcustomer', stamp: 'not_meet_customer_date' },
  waiting_for_return: { status: 'waitingforreturn', stamp: 'waiting_for_return_date' },
};

export const COD_STEPS: Record<string, Step<CodStatus>> = {
  paid: { status: 'codpaid', stamp: 'cod_paid_date' },
  receipt: { status: 'codreceipt', stamp: 'cod_receipt_date' },
};

/** No source says whether `cancel` and `return` put goods back: the mode `restockOnCarrierCancel` decides. */
export function setCarrierStatus(
  platform: Platform,
  org: Org,
  order: Order,
  fulfillment: Fulfillment,
  { status, stamp }: Step<CarrierStatus>,
): void {
  const now = platform.clock.now();
  fulfillment.carrierStatus = status;
  fulfillment.stamps[stamp] = now;
  fulfillment.updatedAt = now;
  tellOrder(platform, org, order, 'carrier_status', `Giao hàng: ${CARRIER_STATUS_NAMES[status]}`);
  const endsBack = status === 'cancel' || status === 'return';
  if (endsBack && platform.store.modes.restockOnCarrierCancel) restockAll(platform, org, order, fulfillment);
}

export function setCodStatus(platform: Platform, fulfillment: Fulfillment, { status, stamp }: Step<CodStatus>): void {
  const now = platform.clock.now();
  fulfillment.codStatus = status;
  fulfillment.stamps[stamp] = now;
  fulfillment.updatedAt = now;
}

function restockAll(platform: Platform, org: Org, order: Order, fulfillment: Fulfillment): void {
  const shelf = shelfOf(platform, org, order);
  for (const part of fulfillment.lines) {
    const line = order.lines.find(({ id }) => id === part.lineId);
    if (line) shelf.takeBack(line, part, part.quantity - part.restocked, fulfillment.locationId);
  }
  shelf.done();
}
