import { type ApiContext, idParam } from '../api';
import type { Fulfillment } from '../entities/fulfillment';
import type { Order } from '../entities/order';
import { found } from '../envelope';
import type { Platform } from '../platform';

/** The order named in the path, of the caller's own shop. */
export function orderOf({ store }: Platform, c: ApiContext): Order {
  return found(store, c.get('org').orders.get(idParam(c, 'orderId')));
}

export function fulfillmentOf({ store }: Platform, c: ApiContext, order: Order): Fulfillment {
  return found(
    store,
    order.fulfillments.find(({ id }) => id === idParam(c, 'fulfillmentId')),
  );
}
