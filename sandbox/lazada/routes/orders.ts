import { businessRefusal, missingParameter } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Order, Seller } from '../entities';
import type { ApiBody } from '../envelope';
import type { Params } from '../params';
import { isWithin, readPeriod } from '../validations/dates';
import { readStatusFilter } from '../validations/order-status-filter';
import { readLimit, readOffset } from '../validations/paging';
import { orderOnWire } from '../wire/order';
import { findOrder } from './find-order';

const MAX_LIMIT = 100;
const MAX_OFFSET = 5_000;

/** lazada.md §9.1-9.2. */
export const orderEndpoints: Endpoint[] = [
  { path: '/orders/get', access: 'seller', handle: listOrders },
  {
    path: '/order/get',
    access: 'seller',
    handle: ({ platform, seller, params }) => ({
      data: orderOnWire(findOrder(seller, params.get('order_id')), platform.modes, 'single'),
    }),
  },
];

function listOrders({ platform, seller, params }: SellerCall): ApiBody {
  const { modes } = platform;
  const limit = readLimit(params, MAX_LIMIT, MAX_LIMIT);
  const offset = readOffset(params, MAX_OFFSET);
  const found = select(seller, params).sort(readOrdering(params));
  const page = modes.pagingIgnored ? found.slice(0, MAX_LIMIT) : found.slice(offset, offset + limit);
  const orders = page.map((order) => orderOnWire(order, modes, 'list'));
  return { data: { count: orders.length, countTotal: found.length, orders } };
}

function select(seller: Seller, params: Params): Order[] {
  const created = readPeriod(params, 'created_after', 'created_before');
  const updated = readPeriod(params, 'update_after', 'update_before');
  if (created.after === undefined && updated.after === undefined) throw missingParameter('created_after');
  const statuses = readStatusFilter(params.get('status'));
  return [...seller.orders.values()].filter(
    (order) =>
      isWithin(order.createdAt, created) &&
      isWithin(order.updatedAt, updated) &&
      (!statuses || order.items.some((item) => statuses.includes(item.status))),
  );
}

/** Ties are broken by id, so that pages do not overlap by chance. Newest first is this simulator's default. */
function readOrdering(params: Params): (a: Order, b: Order) => number {
  const by = params.get('sort_by') || 'created_at';
  const direction = (params.get('sort_direction') || 'DESC').toUpperCase();
  if (by !== 'created_at' && by !== 'updated_at') throw businessRefusal(75, 'Invalid sort filter.');
  if (direction !== 'ASC' && direction !== 'DESC') throw businessRefusal(74, 'Invalid sort direction.');
  const time = (order: Order) => (by === 'created_at' ? order.createdAt : order.updatedAt);
  const sign = direction === 'ASC' ? 1 : -1;
  return (a, b) => sign * (time(a) - time(b) || (a.orderId < b.orderId ? -1 : 1));
}
