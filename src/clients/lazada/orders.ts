import type { UnreadableRow } from '../wire/rows';
import type { LazadaAuth } from './lazada-auth';
import type { LazadaOrder } from './order';
import type { LazadaOrderItem } from './order-item';

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

export type LazadaOrdersApi = {
  listOrders(auth: LazadaAuth, query: LazadaOrderQuery): Promise<LazadaOrderPage>;
  /** `not_found` also when the order belongs to another shop (code 16). */
  getOrder(auth: LazadaAuth, orderId: string): Promise<LazadaOrder>;
  getOrderItems(auth: LazadaAuth, orderId: string): Promise<LazadaOrderItem[]>;
  /** At most 50 ids; an order Lazada does not know is missing from the answer. */
  getItemsOfOrders(auth: LazadaAuth, orderIds: string[]): Promise<{ orderId: string; items: LazadaOrderItem[] }[]>;
};
