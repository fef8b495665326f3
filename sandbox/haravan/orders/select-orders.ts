import type { ApiContext } from '../api';
import type { Order } from '../entities/order';
import type { Org } from '../entities/org';
import { dateFilter, idsQuery, inShopTime, momentFilter } from '../listing';
import type { Modes } from '../modes';
import { orderFulfillmentStatus } from './fulfillment-status';
import { financialStatus } from './payments';

type Test = (order: Order) => boolean;

const STATUS_TESTS: Record<string, Test> = {
  any: () => true,
  open: ({ canceledAt, closedAt }) => canceledAt === null && closedAt === null,
  closed: ({ closedAt }) => closedAt !== null,
  cancelled: ({ canceledAt }) => canceledAt !== null,
};

const FULFILLMENT_TESTS: Record<string, Test> = {
  unshipped: (order) => orderFulfillmentStatus(order) === 'notfulfilled',
  shipped: (order) => orderFulfillmentStatus(order) === 'fulfilled',
  partial: (order) => orderFulfillmentStatus(order) === 'partial',
};

/** Filters and order of the list; newest first unless asked otherwise. What no status means is not told (haravan.md §2.15). */
export function selectOrders(c: ApiContext, org: Org, { defaultOrderStatus }: Modes): Order[] {
  const ids = idsQuery(c, 'ids');
  const isProcessed = momentFilter(c, 'processed_at', inShopTime);
  const money = c.req.query('financial_status');
  const tests: Test[] = [
    STATUS_TESTS[c.req.query('status') ?? defaultOrderStatus] ?? (() => true),
    FULFILLMENT_TESTS[c.req.query('fulfillment_status') ?? ''] ?? (() => true),
    (order) => !ids || ids.includes(order.id),
    (order) => !money || money === 'any' || financialStatus(order).replace('_', '') === money.replace('_', ''),
    dateFilter(c, inShopTime),
    ({ createdAt }) => isProcessed(createdAt),
  ];
  return [...org.orders.values()].filter((order) => tests.every((test) => test(order))).sort(sorting(c));
}

function sorting(c: ApiContext): (a: Order, b: Order) => number {
  const [field, direction = 'asc'] = (c.req.query('order') ?? 'created_at desc').trim().split(/\s+/);
  const key = field === 'updated_at' ? 'updatedAt' : 'createdAt';
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return (a, b) => sign * (a[key] - b[key] || a.id - b.id);
}
