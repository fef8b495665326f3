import { z } from 'zod';
import { wireId } from '../http/params';
import { requiredRows, type UnreadableRow } from '../wire/rows';
import { count } from '../wire/scalars';
import { type HaravanAddress, toWireAddress } from './address';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';
import type { HaravanAttribute, HaravanOrder } from './order';
import { type HaravanOrderDraft, toWireOrder } from './order-draft';
import { orderSchema } from './order-schema';

/**
 * Always asks for `status=any`. The `…Local` filters are GMT+7 wall time without offset, `2026-08-22T00:00:00`
 * (`haravanLocalTime` makes them): Haravan compares them so (haravan.md §2.3).
 */
export type HaravanOrderFilter = {
  createdAtMinLocal?: string;
  createdAtMaxLocal?: string;
  updatedAtMinLocal?: string;
  updatedAtMaxLocal?: string;
};

export type HaravanOrderQuery = HaravanOrderFilter & {
  sinceId?: string;
  ids?: string[];
  /** From 1. */
  page?: number;
  /** At most 50; 50 when absent. */
  limit?: number;
  order?: 'created_at asc' | 'created_at desc' | 'updated_at asc' | 'updated_at desc';
};

export type HaravanOrderPage = {
  orders: HaravanOrder[];
  unreadable: UnreadableRow[];
  /** Rows as sent, readable or not: fewer than the limit means the last page. */
  rowCount: number;
};

export type HaravanOrdersApi = {
  listOrders(auth: HaravanAuth, query?: HaravanOrderQuery): Promise<HaravanOrderPage>;
  /** Of any status. */
  countOrders(auth: HaravanAuth, query?: HaravanOrderFilter): Promise<number>;
  getOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  /** Not repeated by the client: a lost answer is `ambiguous` (spec R8.2). */
  createOrder(auth: HaravanAuth, draft: HaravanOrderDraft): Promise<HaravanOrder>;
  updateOrder(auth: HaravanAuth, orderId: string, update: HaravanOrderUpdate): Promise<HaravanOrder>;
};

/** Lines and quantities cannot be changed. `noteAttributes` replace the whole list: read, merge, write (haravan.md §2.17). */
export type HaravanOrderUpdate = {
  note?: string;
  noteAttributes?: HaravanAttribute[];
  email?: string;
  shippingAddress?: HaravanAddress;
};

const filtered = (query: HaravanOrderFilter) => ({
  // What is left out when this is absent is not documented (haravan.md §2.15).
  status: 'any',
  created_at_min: query.createdAtMinLocal,
  created_at_max: query.createdAtMaxLocal,
  updated_at_min: query.updatedAtMinLocal,
  updated_at_max: query.updatedAtMaxLocal,
});

const listOrders: HaravanEndpoint<HaravanOrderQuery, HaravanOrderPage> = {
  operation: 'orders.list',
  method: 'GET',
  path: () => '/orders.json',
  query: (query) => ({
    ...filtered(query),
    since_id: query.sinceId,
    ids: query.ids?.join(','),
    page: query.page,
    limit: query.limit ?? 50,
    order: query.order,
  }),
  repeatable: true,
  answer: z.object({ orders: requiredRows(orderSchema, 'id') }).transform(({ orders }) => ({
    orders: orders.rows,
    unreadable: orders.unreadable,
    rowCount: orders.rows.length + orders.unreadable.length,
  })),
};

const countOrders: HaravanEndpoint<HaravanOrderFilter, number> = {
  operation: 'orders.count',
  method: 'GET',
  path: () => '/orders/count.json',
  query: filtered,
  repeatable: true,
  answer: rooted('count', count),
};

const getOrder: HaravanEndpoint<string, HaravanOrder> = {
  operation: 'orders.get',
  method: 'GET',
  path: (orderId) => `/orders/${at(orderId)}.json`,
  repeatable: true,
  answer: rooted('order', orderSchema),
};

const createOrder: HaravanEndpoint<HaravanOrderDraft, HaravanOrder> = {
  operation: 'orders.create',
  method: 'POST',
  path: () => '/orders.json',
  body: (draft) => ({ order: toWireOrder(draft) }),
  repeatable: false,
  answer: rooted('order', orderSchema),
};

const updateOrder: HaravanEndpoint<{ orderId: string; update: HaravanOrderUpdate }, HaravanOrder> = {
  operation: 'orders.update',
  method: 'PUT',
  path: ({ orderId }) => `/orders/${at(orderId)}.json`,
  body: ({ orderId, update }) => ({
    order: {
      id: wireId(orderId),
      note: update.note,
      note_attributes: update.noteAttributes,
      email: update.email,
      shipping_address: toWireAddress(update.shippingAddress),
    },
  }),
  repeatable: true,
  answer: rooted('order', orderSchema),
};

export function createOrdersApi(call: HaravanCall): HaravanOrdersApi {
  return {
    listOrders: (auth, query = {}) => call(listOrders, auth, query),
    countOrders: (auth, query = {}) => call(countOrders, auth, query),
    getOrder: (auth, orderId) => call(getOrder, auth, orderId),
    createOrder: (auth, draft) => call(createOrder, auth, draft),
    updateOrder: (auth, orderId, update) => call(updateOrder, auth, { orderId, update }),
  };
}
