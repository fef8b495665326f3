import { expect } from 'vitest';
import { type Operation, trial } from '../operation';
import type { HaravanPlace } from './haravan-place';

/** Reads of orders, what belongs to them, and customers. */
export const ORDER_READS: Operation<HaravanPlace>[] = [
  {
    method: 'listOrders',
    effect: 'read',
    wire: ['GET', '/com/orders\\.json$'],
    open: async ({ client, auth, now, order }) => {
      const { orderId } = await order();
      return trial(
        () => client.listOrders(auth, { order: 'created_at desc', limit: 50 }),
        ({ orders, unreadable, rowCount }) => {
          expect(unreadable).toEqual([]);
          expect(rowCount).toBe(orders.length);
          const listed = orders.find((one) => one.id === orderId);
          expect(listed?.createdAt.getTime()).toBeLessThanOrEqual(now().getTime() + 60_000);
        },
      );
    },
  },
  {
    method: 'countOrders',
    effect: 'read',
    wire: ['GET', '/com/orders/count\\.json$'],
    open: async ({ client, auth, order }) => {
      await order();
      return trial(
        () => client.countOrders(auth),
        (count) => expect(count).toBeGreaterThan(0),
      );
    },
  },
  {
    method: 'getOrder',
    effect: 'read',
    wire: ['GET', '/com/orders/\\d+\\.json$'],
    open: async ({ client, auth, order }) => {
      const { orderId, lineItemIds } = await order();
      return trial(
        () => client.getOrder(auth, orderId),
        (read) => {
          expect(read.id).toBe(orderId);
          expect(read.lineItems.map((line) => line.id)).toEqual(lineItemIds);
          const lines = read.lineItems.reduce((sum, line) => sum + line.price * line.quantity, 0);
          expect(read.subtotalPrice).toBe(lines);
        },
      );
    },
  },
  {
    method: 'listFulfillments',
    effect: 'read',
    wire: ['GET', '/com/orders/\\d+/fulfillments\\.json$'],
    open: async ({ client, auth, shipped }) => {
      const { orderId, fulfillmentId } = await shipped();
      return trial(
        () => client.listFulfillments(auth, orderId),
        (fulfillments) => expect(fulfillments.map((one) => one.id)).toContain(fulfillmentId),
      );
    },
  },
  {
    method: 'getFulfillment',
    effect: 'read',
    wire: ['GET', '/com/orders/\\d+/fulfillments/\\d+\\.json$'],
    open: async ({ client, auth, shipped }) => {
      const { orderId, fulfillmentId } = await shipped();
      return trial(
        () => client.getFulfillment(auth, orderId, fulfillmentId),
        (read) => expect(read).toMatchObject({ id: fulfillmentId, orderId }),
      );
    },
  },
  {
    method: 'listTransactions',
    effect: 'read',
    wire: ['GET', '/com/orders/\\d+/transactions\\.json$'],
    open: async ({ client, auth, order }) => {
      const { orderId } = await order();
      return trial(
        () => client.listTransactions(auth, orderId),
        (transactions) => expect(transactions.every((one) => one.kind === one.kind.toLowerCase())).toBe(true),
      );
    },
  },
  {
    method: 'listRefunds',
    effect: 'read',
    wire: ['GET', '/com/orders/\\d+/refunds\\.json$'],
    open: async ({ client, auth, order }) => {
      const { orderId } = await order();
      return trial(
        () => client.listRefunds(auth, orderId),
        (refunds) => expect(refunds.every((refund) => refund.id !== '')).toBe(true),
      );
    },
  },
  {
    method: 'searchCustomers',
    effect: 'read',
    wire: ['GET', '/com/customers/search\\.json$'],
    open: async ({ client, auth, customer }) => {
      const { customerId, phone } = await customer();
      return trial(
        () => client.searchCustomers(auth, phone),
        (customers) => expect(customers.map((one) => one.id)).toContain(customerId),
      );
    },
  },
  {
    method: 'getCustomer',
    effect: 'read',
    wire: ['GET', '/com/customers/\\d+\\.json$'],
    open: async ({ client, auth, customer }) => {
      const { customerId, phone } = await customer();
      return trial(
        () => client.getCustomer(auth, customerId),
        (read) => expect(read).toMatchObject({ id: customerId, phone }),
      );
    },
  },
];
