import { expect } from 'vitest';
import { type Operation, trial } from '../operation';
import type { LazadaPlace } from './lazada-place';

/** Reads of orders, parcels and returns. */
export const ORDER_READS: Operation<LazadaPlace>[] = [
  {
    method: 'listOrders',
    effect: 'read',
    wire: ['GET', '/orders/get$'],
    open: async ({ client, auth, now, order }) => {
      const { orderId } = await order();
      const createdAfter = new Date(now().getTime() - 7 * 86_400_000);
      return trial(
        () => client.listOrders(auth, { createdAfter, sortBy: 'created_at', sortDirection: 'DESC' }),
        ({ orders, countTotal, unreadable }) => {
          expect(unreadable).toEqual([]);
          expect(countTotal).toBeGreaterThanOrEqual(orders.length);
          const listed = orders.find((one) => one.orderId === orderId);
          expect(listed?.createdAt.getTime()).toBeGreaterThan(createdAfter.getTime());
          expect(listed?.updatedAt.getTime()).toBeLessThanOrEqual(now().getTime() + 60_000);
        },
      );
    },
  },
  {
    method: 'getOrder',
    effect: 'read',
    wire: ['GET', '/order/get$'],
    open: async ({ client, auth, order }) => {
      const { orderId, orderItemIds } = await order();
      return trial(
        () => client.getOrder(auth, orderId),
        (read) => {
          expect(read).toMatchObject({ orderId, itemsCount: orderItemIds.length });
          expect(read.price).toBeGreaterThan(0);
        },
      );
    },
  },
  {
    method: 'getOrderItems',
    effect: 'read',
    wire: ['GET', '/order/items/get$'],
    open: async ({ client, auth, order }) => {
      const { orderId, orderItemIds } = await order();
      return trial(
        () => client.getOrderItems(auth, orderId),
        (items) => {
          expect(items.map((item) => item.orderItemId)).toEqual(orderItemIds);
          expect(items.every((item) => item.itemPrice > 0 && item.status !== '')).toBe(true);
        },
      );
    },
  },
  {
    method: 'getItemsOfOrders',
    effect: 'read',
    wire: ['GET', '/orders/items/get$'],
    open: async ({ client, auth, order }) => {
      const { orderId, orderItemIds } = await order();
      return trial(
        () => client.getItemsOfOrders(auth, [orderId]),
        (orders) => {
          expect(orders.map((one) => one.orderId)).toEqual([orderId]);
          expect(orders[0]?.items.map((item) => item.orderItemId)).toEqual(orderItemIds);
        },
      );
    },
  },
  {
    method: 'getShipmentProviders',
    effect: 'read',
    wire: ['GET', '/order/shipment/providers/get$'],
    open: async ({ client, auth, order }) => {
      const chosen = await order();
      return trial(
        () => client.getShipmentProviders(auth, [chosen]),
        (answer) => expect(answer.allocateType).toBe('TFS'),
      );
    },
  },
  {
    method: 'getAwb',
    effect: 'read',
    wire: ['GET', '/order/package/document/get$'],
    open: async ({ client, auth, packages }) => {
      const packageIds = await packages();
      return trial(
        () => client.getAwb(auth, packageIds, 'PDF'),
        (label) => expect(label).toMatchObject({ docType: 'PDF', pdfUrl: expect.stringMatching(/^https?:/) }),
      );
    },
  },
  {
    method: 'traceOrder',
    effect: 'read',
    wire: ['GET', '/logistic/order/trace$'],
    open: async ({ client, auth, handedOver }) => {
      const { orderId } = await handedOver();
      return trial(
        () => client.traceOrder(auth, orderId),
        ({ packages }) => expect(packages.flatMap((parcel) => parcel.events)).not.toHaveLength(0),
      );
    },
  },
  {
    method: 'validateCancel',
    effect: 'read',
    wire: ['GET', '/order/reverse/cancel/validate$'],
    open: async ({ client, auth, order }) => {
      const { orderId, orderItemIds } = await order();
      return trial(
        () => client.validateCancel(auth, orderId, orderItemIds),
        ({ tipType, reasons }) => {
          expect(['success', 'warn', 'warning', 'error']).toContain(tipType);
          expect(reasons.every((reason) => reason.reasonId !== '' && reason.name !== '')).toBe(true);
        },
      );
    },
  },
  {
    method: 'listReverseOrders',
    effect: 'read',
    wire: ['GET', '/reverse/getreverseordersforseller$'],
    open: async ({ client, auth, returned }) => {
      const { reverseOrderId, orderId } = await returned();
      return trial(
        () => client.listReverseOrders(auth, { pageNo: 1, pageSize: 10, tradeOrderId: orderId }),
        ({ orders, unreadable }) => {
          expect(unreadable).toEqual([]);
          expect(orders.map((order) => order.reverseOrderId)).toContain(reverseOrderId);
          expect(orders.every((order) => order.tradeOrderId === orderId)).toBe(true);
        },
      );
    },
  },
  {
    method: 'getReverseOrder',
    effect: 'read',
    wire: ['GET', '/order/reverse/return/detail/list$'],
    open: async ({ client, auth, returned }) => {
      const { reverseOrderId, reverseOrderLineIds } = await returned();
      return trial(
        () => client.getReverseOrder(auth, reverseOrderId),
        (order) => {
          expect(order.reverseOrderId).toBe(reverseOrderId);
          expect(order.lines.map((line) => line.reverseOrderLineId)).toEqual(reverseOrderLineIds);
        },
      );
    },
  },
  {
    method: 'listReverseHistory',
    effect: 'read',
    wire: ['GET', '/order/reverse/return/history/list$'],
    open: async ({ client, auth, returned }) => {
      const [reverseOrderLineId = ''] = (await returned()).reverseOrderLineIds;
      return trial(
        () => client.listReverseHistory(auth, { reverseOrderLineId }),
        (events) => expect(events.every((event) => event.at instanceof Date)).toBe(true),
      );
    },
  },
  {
    method: 'listRejectReasons',
    effect: 'read',
    wire: ['GET', '/order/reverse/reason/list$'],
    open: async ({ client, auth, returned }) => {
      const [reverseOrderLineId = ''] = (await returned()).reverseOrderLineIds;
      return trial(
        () => client.listRejectReasons(auth, reverseOrderLineId),
        (reasons) => expect(reasons.every((reason) => reason.reasonId !== '' && reason.text !== '')).toBe(true),
      );
    },
  },
];
