import { expect } from 'vitest';
import { HARAVAN } from '../contract-seed';
import { type Operation, trial } from '../operation';
import type { Book, HaravanStage } from './haravan-place';

const rowsOf = (book: Book, list: string): Book[] => (Array.isArray(book[list]) ? book[list] : []);
const CALL = 'đơn';

/** What happens to an order as a whole. */
export const ORDER_WRITES: Operation<HaravanStage>[] = [
  {
    method: 'createOrder',
    effect: 'once',
    wire: ['POST', '/com/orders\\.json$'],
    open: ({ client, auth, orders }) => {
      const before = orders().length;
      const noteAttributes = [{ name: 'X-Haravan-SalesChannel-BranchId', value: '200012345678' }];
      const line = { variantId: HARAVAN.blackId, productId: HARAVAN.productId, quantity: 1, price: 150_000 };
      return trial(
        () =>
          client.createOrder(auth, {
            name: '525106346980318',
            lineItems: [line],
            sourceName: 'lazada',
            noteAttributes,
          }),
        (order) => expect(order).toMatchObject({ totalPrice: 150_000, sourceName: 'lazada', noteAttributes }),
        () => orders().length === before + 1,
      );
    },
  },
  {
    method: 'updateOrder',
    effect: 'repeatable',
    wire: ['PUT', '/com/orders/\\d+\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.updateOrder(auth, orderId, { note: CALL }),
        (read) => expect(read).toMatchObject({ id: orderId, note: CALL }),
        () => bookOfOrder(orderId).note === CALL,
      );
    },
  },
  {
    method: 'addOrderTags',
    effect: 'repeatable',
    wire: ['POST', '/com/orders/\\d+/tags\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.addOrderTags(auth, orderId, ['Lazada']),
        (tags) => expect(tags).toEqual(['Lazada']),
        () => bookOfOrder(orderId).tags === 'Lazada',
      );
    },
  },
  {
    method: 'removeOrderTags',
    effect: 'repeatable',
    wire: ['DELETE', '/com/orders/\\d+/tags\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      await client.addOrderTags(auth, orderId, ['Lazada', 'Gấp']);
      return trial(
        () => client.removeOrderTags(auth, orderId, ['Gấp']),
        (tags) => expect(tags).toEqual(['Lazada']),
        () => bookOfOrder(orderId).tags === 'Lazada',
      );
    },
  },
  {
    method: 'confirmOrder',
    effect: 'once',
    wire: ['POST', '/com/orders/\\d+/confirm\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.confirmOrder(auth, orderId),
        (read) => expect(read).toMatchObject({ id: orderId, isConfirmed: true }),
        () => bookOfOrder(orderId).confirmed_status === 'confirmed',
      );
    },
  },
  {
    method: 'closeOrder',
    effect: 'repeatable',
    wire: ['POST', '/com/orders/\\d+/close\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.closeOrder(auth, orderId),
        (read) => expect(read.isClosed).toBe(true),
        () => bookOfOrder(orderId).closed_status === 'closed',
      );
    },
  },
  {
    method: 'openOrder',
    effect: 'repeatable',
    wire: ['POST', '/com/orders/\\d+/open\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      await client.closeOrder(auth, orderId);
      return trial(
        () => client.openOrder(auth, orderId),
        (read) => expect(read.isClosed).toBe(false),
        () => bookOfOrder(orderId).closed_status === 'unclosed',
      );
    },
  },
  {
    method: 'cancelOrder',
    effect: 'once',
    wire: ['POST', '/com/orders/\\d+/cancel\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.cancelOrder(auth, orderId, { reason: 'customer', restock: true }),
        (read) => expect(read).toMatchObject({ isCanceled: true, cancelReason: 'customer' }),
        () => bookOfOrder(orderId).cancelled_status === 'cancelled',
      );
    },
  },
  {
    method: 'createTransaction',
    effect: 'once',
    wire: ['POST', '/com/orders/\\d+/transactions\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId } = await order();
      return trial(
        () => client.createTransaction(auth, orderId, { kind: 'Capture', amount: 300_000 }),
        (transaction) => expect(transaction).toMatchObject({ kind: 'capture', amount: 300_000 }),
        () => bookOfOrder(orderId).financial_status === 'paid',
      );
    },
  },
  {
    method: 'createRefund',
    effect: 'once',
    wire: ['POST', '/com/orders/\\d+/refunds\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId, lineItemIds } = await order();
      await client.createTransaction(auth, orderId, { kind: 'Capture', amount: 300_000 });
      const lines = lineItemIds.map((lineItemId) => ({ lineItemId, quantity: 1 }));
      return trial(
        () => client.createRefund(auth, orderId, { restock: false, lines, amount: 150_000 }),
        (refund) => expect(refund).toMatchObject({ restock: false, lines }),
        () => rowsOf(bookOfOrder(orderId), 'refunds').length === 1,
      );
    },
  },
];

const parcel = (book: Book): Book | undefined => rowsOf(book, 'fulfillments')[0];

/** What happens to its parcel. */
export const PARCEL_WRITES: Operation<HaravanStage>[] = [
  {
    method: 'createFulfillment',
    effect: 'once',
    wire: ['POST', '/com/orders/\\d+/fulfillments\\.json$'],
    open: async ({ client, auth, order, bookOfOrder }) => {
      const { orderId, lineItemIds } = await order();
      return trial(
        () =>
          client.createFulfillment(auth, orderId, { lineItemIds, trackingNumber: 'LEX1', trackingCompany: 'LEX VN' }),
        (read) => expect(read).toMatchObject({ orderId, trackingNumber: 'LEX1', trackingCompany: 'LEX VN' }),
        () => parcel(bookOfOrder(orderId)) !== undefined,
      );
    },
  },
  {
    method: 'updateFulfillment',
    effect: 'repeatable',
    wire: ['PUT', '/com/orders/\\d+/fulfillments/\\d+\\.json$'],
    open: async ({ client, auth, shipped, bookOfOrder }) => {
      const { orderId, fulfillmentId } = await shipped();
      return trial(
        () => client.updateFulfillment(auth, orderId, fulfillmentId, { trackingNumber: 'LEX2' }),
        (read) => expect(read).toMatchObject({ id: fulfillmentId, trackingNumber: 'LEX2' }),
        () => parcel(bookOfOrder(orderId))?.tracking_number === 'LEX2',
      );
    },
  },
  {
    method: 'setCarrierStatus',
    effect: 'repeatable',
    wire: ['PUT', '/carrier_status/delivering\\.json$'],
    mayBeEmpty: true,
    fallsBack: true,
    open: async ({ client, auth, shipped, bookOfOrder }) => {
      const { orderId, fulfillmentId } = await shipped();
      return trial(
        () => client.setCarrierStatus(auth, orderId, fulfillmentId, 'delivering'),
        (answer) => expect(answer.outcome).toBe('done'),
        () => parcel(bookOfOrder(orderId))?.carrier_status_code === 'delivering',
      );
    },
  },
  {
    method: 'setCodStatus',
    effect: 'repeatable',
    wire: ['PUT', '/cod_status/receipt\\.json$'],
    mayBeEmpty: true,
    fallsBack: true,
    open: async ({ client, auth, shipped, bookOfOrder }) => {
      const { orderId, fulfillmentId } = await shipped();
      return trial(
        () => client.setCodStatus(auth, orderId, fulfillmentId, 'receipt'),
        (answer) => expect(answer.outcome).toBe('done'),
        () => parcel(bookOfOrder(orderId))?.carrier_cod_status_code === 'codreceipt',
      );
    },
  },
];
