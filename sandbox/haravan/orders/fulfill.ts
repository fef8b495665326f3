import { Refusal } from '../envelope';
import type { CarrierStatus, Fulfillment } from '../entities/fulfillment';
import { fulfillableOf, type Order } from '../entities/order';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';
import { shelfOf } from './shelf';
import { tellOrder } from './told';

export type FulfillmentDraft = {
  /** Default: everything that is left. */
  lines?: readonly { id: number; quantity?: number }[];
  locationId?: number;
  trackingCompany?: string;
  trackingNumber?: string;
  trackingUrl?: string;
  note?: string;
  notifyCustomer?: boolean;
  codAmount?: number;
  carrierStatus?: CarrierStatus;
  /** Date field of that status. */
  stamp?: string;
};

/** On-hand falls where the goods leave, committed at the order's location (checklist of haravan.md §8). */
export function fulfill(platform: Platform, org: Org, order: Order, draft: FulfillmentDraft): Fulfillment {
  if (order.canceledAt !== null) throw new Refusal(422, 'Đơn hàng đã hủy');
  const parts = partsOf(order, draft.lines);
  const now = platform.clock.now();
  const fulfillment: Fulfillment = {
    id: platform.store.nextId('fulfillment'),
    orderId: order.id,
    status: 'success',
    locationId: draft.locationId ?? order.locationId,
    trackingCompany: draft.trackingCompany ?? null,
    trackingNumber: draft.trackingNumber ?? null,
    trackingUrl: draft.trackingUrl ?? null,
    note: draft.note ?? null,
    notifyCustomer: draft.notifyCustomer ?? false,
    carrierStatus: draft.carrierStatus ?? 'readytopick',
    codStatus: draft.codAmount ? 'codpending' : 'none',
    codAmount: draft.codAmount ?? 0,
    stamps: { [draft.stamp ?? 'ready_to_pick_date']: now },
    lines: parts.map(({ line, units }) => ({ lineId: line.id, quantity: units, restocked: 0 })),
    createdAt: now,
    updatedAt: now,
  };
  order.fulfillments.push(fulfillment);
  const shelf = shelfOf(platform, org, order);
  for (const { line, units } of parts) {
    line.fulfilled += units;
    shelf.ship(line, units, fulfillment.locationId);
  }
  shelf.done();
  tellOrder(
    platform,
    org,
    order,
    'fulfillment_success',
    `Tạo phiếu giao hàng ${fulfillment.trackingNumber ?? fulfillment.id}`,
  );
  return fulfillment;
}

function partsOf(order: Order, wanted: FulfillmentDraft['lines']) {
  const lines = wanted ?? order.lines.map(({ id }) => ({ id, quantity: undefined }));
  const parts = lines.map(({ id, quantity }) => {
    const line = order.lines.find((candidate) => candidate.id === id);
    if (!line) throw new Refusal(422, 'Sản phẩm không thuộc đơn hàng');
    const units = quantity ?? fulfillableOf(line);
    if (units > fulfillableOf(line) || (wanted && units <= 0))
      throw new Refusal(422, 'Số lượng giao hàng không hợp lệ');
    return { line, units };
  });
  const real = parts.filter(({ units }) => units > 0);
  if (real.length === 0) throw new Refusal(422, 'Đơn hàng không còn sản phẩm để giao');
  return real;
}

/** The older generation's `…/cancel.json`: the shipment never was (haravan.md §2.19). */
export function callOff(platform: Platform, org: Org, order: Order, fulfillment: Fulfillment): void {
  if (fulfillment.status === 'cancelled') throw new Refusal(422, 'Phiếu giao hàng đã hủy');
  const shelf = shelfOf(platform, org, order);
  for (const part of fulfillment.lines) {
    const line = order.lines.find(({ id }) => id === part.lineId);
    if (!line) continue;
    const units = part.quantity - part.restocked;
    line.fulfilled -= units;
    shelf.unship(line, units, fulfillment.locationId);
  }
  shelf.done();
  tellOrder(
    platform,
    org,
    order,
    'fulfillment_cancelled',
    `Hủy phiếu giao hàng ${fulfillment.trackingNumber ?? fulfillment.id}`,
  );
  fulfillment.status = 'cancelled';
  fulfillment.carrierStatus = 'cancel';
  fulfillment.stamps.cancel_date = platform.clock.now();
  fulfillment.updatedAt = platform.clock.now();
}
