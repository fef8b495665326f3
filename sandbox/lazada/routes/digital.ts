import { z } from 'zod';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Order, OrderItem } from '../entities';
import { canItemBecome } from '../item-states';
import { changeStatus } from '../orders/change-status';
import { elementVerdict, type FulfillmentError } from './fulfillment-codes';
import { checkBatch, readRequest, resultOf } from './fulfillment-result';

const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String);
const digitalRequest = z.object({ orders: z.array(z.object({ order_id: id, order_item_list: z.array(id) })) });

/** DeliverDigital (lazada.md §11.1): pending goes to delivered by the seller's word. */
export const digitalEndpoints: Endpoint[] = [
  { path: '/order/digital/delivered', access: 'seller', handle: resultOf(deliver) },
];

function deliver(call: SellerCall): object {
  const { orders } = readRequest(call.params, 'digitalDeliveryReq', digitalRequest);
  checkBatch(orders);
  return {
    orders: orders.map(({ order_id, order_item_list }) => ({
      order_id: Number(order_id),
      order_item_list: order_item_list.map((itemId) => ({
        order_item_id: Number(itemId),
        ...elementVerdict(deliverOne(call, order_id, itemId)),
      })),
    })),
  };
}

function deliverOne({ platform, seller }: SellerCall, orderId: string, itemId: string): FulfillmentError | undefined {
  const order = seller.orders.get(orderId);
  const item = order?.items.find((candidate) => candidate.orderItemId === itemId);
  const error = obstacle(order, item);
  if (order && item && !error) changeStatus(platform, seller, order, [item], 'delivered');
  return error;
}

function obstacle(order: Order | undefined, item: OrderItem | undefined): FulfillmentError | undefined {
  if (!order) return 'ORDER_NOT_FOUND';
  if (!item) return 'ORDER_ITEM_NOT_FOUND';
  if (!item.digital) return 'NOT_DIGITAL';
  return canItemBecome(item, 'delivered') ? undefined : 'FO_ITEM_NOT_ALLOW_TO_PACK';
}
