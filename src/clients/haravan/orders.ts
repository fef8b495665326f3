import type { UnreadableRow } from '../wire/rows';
import type { HaravanAuth } from './haravan-auth';
import type { HaravanAttribute, HaravanOrder } from './order';
import type { HaravanOrderDraft } from './order-draft';

/**
 * Always asks for `status=any`. The `…Local` filters are GMT+7 wall time without offset, `2026-08-22T00:00:00`
 * (`haravanLocalTime` makes them): Haravan compares them so (haravan.md §2.3).
 */
export type HaravanOrderQuery = {
  createdAtMinLocal?: string;
  createdAtMaxLocal?: string;
  updatedAtMinLocal?: string;
  updatedAtMaxLocal?: string;
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
  getOrder(auth: HaravanAuth, orderId: string): Promise<HaravanOrder>;
  /** Not repeated by the client: a lost answer is `ambiguous` (spec R8.2). */
  createOrder(auth: HaravanAuth, draft: HaravanOrderDraft): Promise<HaravanOrder>;
  /** `noteAttributes` replace the whole list: read, merge, write. */
  updateOrder(
    auth: HaravanAuth,
    orderId: string,
    update: { note?: string; noteAttributes?: HaravanAttribute[] },
  ): Promise<HaravanOrder>;
};
