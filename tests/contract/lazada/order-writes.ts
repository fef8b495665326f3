import { expect } from 'vitest';
import { LAZADA } from '../contract-seed';
import { type Operation, trial } from '../operation';
import type { LazadaStage } from './lazada-place';

const all = (statuses: string[], wanted: string) =>
  statuses.length > 0 && statuses.every((status) => status === wanted);

/** A report on one parcel: accepted, and then its items have this status. */
function parcelReport(
  method: 'readyToShip' | 'repack' | 'reportDelivered' | 'reportFailedDelivery',
  path: string,
  status: string,
  sellerSku = LAZADA.blackSku,
): Operation<LazadaStage> {
  return {
    method,
    effect: 'once',
    wire: ['POST', `${path}$`],
    open: ({ client, auth, packed, ready, statuses }) => {
      const { orderId, packageId } = method.startsWith('report') ? ready(sellerSku) : packed(sellerSku);
      return trial(
        () => client[method](auth, [packageId]),
        ({ packages }) => expect(packages).toMatchObject([{ packageId, ok: true }]),
        () => all(statuses(orderId), status),
      );
    },
  };
}

export const PARCEL_WRITES: Operation<LazadaStage>[] = [
  {
    method: 'pack',
    effect: 'once',
    wire: ['POST', '/order/fulfill/pack$'],
    open: ({ client, auth, pending, statuses }) => {
      const order = pending(2);
      return trial(
        () => client.pack(auth, [order], { allocateType: 'TFS' }),
        ({ items }) => {
          expect(items.map((item) => item.orderItemId)).toEqual(order.orderItemIds);
          expect(items.every((item) => item.ok && item.packageId && item.trackingNumber)).toBe(true);
        },
        () => all(statuses(order.orderId), 'packed'),
      );
    },
  },
  parcelReport('readyToShip', '/order/package/rts', 'ready_to_ship'),
  parcelReport('repack', '/order/package/repack', 'repacked'),
  parcelReport('reportDelivered', '/order/package/sof/delivered', 'delivered', LAZADA.ownFleetSku),
  parcelReport('reportFailedDelivery', '/order/package/sof/failed_delivery', 'failed_delivery', LAZADA.ownFleetSku),
  {
    method: 'reportStatus',
    effect: 'once',
    wire: ['POST', '/order/package/sof/status/update$'],
    open: ({ client, auth, ready, statuses }) => {
      const { orderId, packageId } = ready(LAZADA.ownFleetSku);
      const status = { packageId, trackingNumber: 'SHOP-1', carrierCode: 'SHOP', latestStatus: 'Delivered' };
      return trial(
        () => client.reportStatus(auth, status),
        (answer) => expect(answer).toBeUndefined(),
        () => all(statuses(orderId), 'delivered'),
      );
    },
  },
  {
    method: 'deliverDigital',
    effect: 'once',
    wire: ['POST', '/order/digital/delivered$'],
    open: ({ client, auth, pending, statuses }) => {
      const order = pending(1, LAZADA.digitalSku);
      return trial(
        () => client.deliverDigital(auth, [order]),
        ({ items }) => expect(items).toMatchObject([{ ok: true, orderItemId: order.orderItemIds[0] }]),
        () => all(statuses(order.orderId), 'delivered'),
      );
    },
  },
  {
    method: 'setInvoiceNumber',
    effect: 'once',
    wire: ['POST', '/order/invoice_number/set$'],
    open: ({ client, auth, packed }) => {
      const { orderItemIds } = packed();
      return trial(
        () => client.setInvoiceNumber(auth, orderItemIds[0] ?? '', 'HD-0001'),
        (answer) => expect(answer).toBeUndefined(),
      );
    },
  },
];

/** Buyers' and sellers' second thoughts. GETs on the wire, and writes all the same. */
export const CHANGE_WRITES: Operation<LazadaStage>[] = [
  {
    method: 'cancelItems',
    effect: 'once',
    wire: ['GET', '/order/reverse/cancel/create$'],
    open: async ({ client, auth, pending, statuses }) => {
      const { orderId, orderItemIds } = pending();
      const { reasons } = await client.validateCancel(auth, orderId, orderItemIds);
      return trial(
        () => client.cancelItems(auth, orderId, orderItemIds, reasons[0]?.reasonId ?? ''),
        (tip) => expect(tip.tipType).toBe('success'),
        () => all(statuses(orderId), 'canceled'),
      );
    },
  },
  {
    method: 'decideCancel',
    effect: 'once',
    wire: ['GET', '/order/reverse/cancel/seller/decide$'],
    open: ({ client, auth, cancelAsked, statuses }) => {
      const { orderId, reverseOrderId } = cancelAsked();
      return trial(
        () => client.decideCancel(auth, { reverseOrderId, agree: true }),
        (answer) => expect(answer).toBeUndefined(),
        () => all(statuses(orderId), 'canceled'),
      );
    },
  },
  {
    method: 'decideReturn',
    effect: 'once',
    wire: ['GET', '/order/reverse/return/update$'],
    open: ({ client, auth, returnAsked, returnStates }) => {
      const { reverseOrderId, reverseOrderLineIds } = returnAsked();
      return trial(
        () => client.decideReturn(auth, { action: 'agreeReturn', reverseOrderId, reverseOrderLineIds }),
        (answer) => expect(answer).toBeUndefined(),
        () => all(returnStates(reverseOrderId), 'agreed'),
      );
    },
  },
  {
    method: 'decideOnlyRefund',
    effect: 'once',
    wire: ['GET', '/order/reverse/onlyrefund/seller/decide$'],
    open: ({ client, auth, returnAsked, returnStates }) => {
      const { reverseOrderId, reverseOrderLineIds } = returnAsked('ONLY_REFUND');
      const [reverseOrderLineId = ''] = reverseOrderLineIds;
      return trial(
        () => client.decideOnlyRefund(auth, { action: 'agreeRefund', reverseOrderId, reverseOrderLineId }),
        (answer) => expect(answer).toBeUndefined(),
        () => !all(returnStates(reverseOrderId), 'initiated'),
      );
    },
  },
];
