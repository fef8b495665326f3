import { businessRefusal } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { ApiBody } from '../envelope';
import { parseIdList, requireParam } from '../validations/json-params';
import { orderItemOnWire } from '../wire/order-item';
import { findOrder } from './find-order';

const MAX_ORDERS = 50;

/** lazada.md §9.3-9.4: one object per unit. */
export const orderItemEndpoints: Endpoint[] = [
  {
    path: '/order/items/get',
    access: 'seller',
    handle: ({ seller, params }) => {
      const order = findOrder(seller, params.get('order_id'));
      return { data: order.items.map((item) => orderItemOnWire(seller, order, item, 'one-order')) };
    },
  },
  { path: '/orders/items/get', access: 'seller', handle: itemsOfOrders },
];

/** Orders of other shops are passed over; none at all is code 39. */
function itemsOfOrders({ seller, params }: SellerCall): ApiBody {
  const ids = parseIdList(requireParam(params, 'order_ids'));
  if (!ids) throw businessRefusal(56, 'Invalid OrdersIdList format. Must use array format [1,2]');
  if (ids.length > MAX_ORDERS) throw businessRefusal(38, 'Too many orders were requested');
  const orders = [...new Set(ids)].flatMap((id) => seller.orders.get(id) ?? []);
  if (orders.length === 0) throw businessRefusal(39, 'No orders were found');
  return {
    data: orders.map((order) => ({
      order_number: Number(order.orderId),
      order_id: Number(order.orderId),
      order_items: order.items.map((item) => orderItemOnWire(seller, order, item, 'many-orders')),
    })),
  };
}
