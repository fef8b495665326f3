import { z } from 'zod';
import { announced, list, rows, type UnreadableRow } from '../wire/rows';
import { absentable, count, id } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';
import { lazadaTimeFrom, lazadaTimeTo } from './lazada-time';
import type { LazadaOrder } from './order';
import type { LazadaOrderItem } from './order-item';
import { orderItemSchema } from './order-item-schema';
import { orderSchema } from './order-schema';
import { idList } from '../http/params';

/** `/orders/get` (lazada.md §9.1): one of `createdAfter` and `updateAfter` is mandatory. */
export type LazadaOrderQuery = {
  createdAfter?: Date;
  createdBefore?: Date;
  updateAfter?: Date;
  updateBefore?: Date;
  /** Everything when absent. */
  status?: string;
  /** At most 100; 100 when absent. The platform may ignore it. */
  limit?: number;
  /** At most 5 000. The platform may ignore it: page by time and drop repeats. */
  offset?: number;
  sortBy: 'created_at' | 'updated_at';
  sortDirection: 'ASC' | 'DESC';
};

export type LazadaOrderPage = {
  /** Rows in this page as Lazada counts them. */
  count: number;
  /** All matches; falls back to `count`. */
  countTotal: number;
  orders: LazadaOrder[];
  unreadable: UnreadableRow[];
};

export type LazadaItemsOfOrder = { orderId: string; items: LazadaOrderItem[] };

export type LazadaOrdersApi = {
  listOrders(auth: LazadaAuth, query: LazadaOrderQuery): Promise<LazadaOrderPage>;
  /** `not_found` also when the order belongs to another shop (code 16). */
  getOrder(auth: LazadaAuth, orderId: string): Promise<LazadaOrder>;
  getOrderItems(auth: LazadaAuth, orderId: string): Promise<LazadaOrderItem[]>;
  /** At most 50 ids; an order Lazada does not know is missing from the answer. */
  getItemsOfOrders(auth: LazadaAuth, orderIds: string[]): Promise<LazadaItemsOfOrder[]>;
};

const wirePage = z
  .object({ count: absentable(count), countTotal: absentable(count), orders: rows(orderSchema, 'order_id') })
  .transform((wire): LazadaOrderPage => {
    const { rows: orders, unreadable } = wire.orders;
    const sent = wire.count ?? orders.length + unreadable.length;
    return { count: sent, countTotal: wire.countTotal ?? sent, orders, unreadable };
  });

const read = { method: 'GET', repeatable: true, envelope: 'data' } as const;

const listOrders: LazadaEndpoint<LazadaOrderQuery, LazadaOrderPage> = {
  ...read,
  operation: 'orders.list',
  path: '/orders/get',
  params: (query) => ({
    created_after: lazadaTimeFrom(query.createdAfter),
    created_before: lazadaTimeTo(query.createdBefore),
    update_after: lazadaTimeFrom(query.updateAfter),
    update_before: lazadaTimeTo(query.updateBefore),
    status: query.status,
    limit: query.limit ?? 100,
    offset: query.offset ?? 0,
    sort_by: query.sortBy,
    sort_direction: query.sortDirection,
  }),
  answer: announced(['count', 'countTotal', 'orders'], wirePage),
};

const getOrder: LazadaEndpoint<string, LazadaOrder> = {
  ...read,
  operation: 'orders.get',
  path: '/order/get',
  params: (orderId) => ({ order_id: orderId }),
  answer: orderSchema,
};

const getOrderItems: LazadaEndpoint<string, LazadaOrderItem[]> = {
  ...read,
  operation: 'orders.items',
  path: '/order/items/get',
  params: (orderId) => ({ order_id: orderId }),
  answer: z.array(orderItemSchema),
};

const itemsOfOrder = z
  .object({ order_id: id, order_items: list(orderItemSchema) })
  .transform((wire): LazadaItemsOfOrder => ({ orderId: wire.order_id, items: wire.order_items }));

const getItemsOfOrders: LazadaEndpoint<string[], LazadaItemsOfOrder[]> = {
  ...read,
  operation: 'orders.items_batch',
  path: '/orders/items/get',
  params: (orderIds) => ({ order_ids: idList(orderIds) }),
  answer: z.array(itemsOfOrder),
};

export function createOrdersApi(call: LazadaCall): LazadaOrdersApi {
  return {
    listOrders: (auth, query) => call(listOrders, auth, query),
    getOrder: (auth, orderId) => call(getOrder, auth, orderId),
    getOrderItems: (auth, orderId) => call(getOrderItems, auth, orderId),
    getItemsOfOrders: (auth, orderIds) => call(getItemsOfOrders, auth, orderIds),
  };
}
