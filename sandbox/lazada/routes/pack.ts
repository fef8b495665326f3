import { z } from 'zod';
import type { Endpoint, SellerCall } from '../endpoint';
import type { Order, OrderItem, Package } from '../entities';
import { isPackable } from '../item-states';
import { packItems, SHIPMENT_PROVIDER } from '../orders/packing';
import { elementVerdict, type FulfillmentError } from './fulfillment-codes';
import { checkBatch, readRequest, refuseRequest, resultOf } from './fulfillment-result';

const id = z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String);
const packRequest = z.object({
  pack_order_list: z.array(z.object({ order_id: id, order_item_list: z.array(id) })),
  delivery_type: z.string(),
  shipping_allocate_type: z.string(),
  shipment_provider_code: z.string().optional(),
});
const providersRequest = z.object({ orders: z.array(z.object({ order_id: id, order_item_ids: z.array(id) })) });

/** lazada.md §11.1. */
export const packEndpoints: Endpoint[] = [
  { path: '/order/shipment/providers/get', access: 'seller', handle: resultOf(shipmentProviders) },
  { path: '/order/fulfill/pack', access: 'seller', handle: resultOf(pack) },
];

/** Vietnamese shops: Lazada allocates (TFS), there is nothing to choose. */
function shipmentProviders({ seller, params }: SellerCall): object {
  const { orders } = readRequest(params, 'getShipmentProvidersReq', providersRequest);
  checkBatch(orders);
  if (orders.some((order) => !seller.orders.has(order.order_id))) refuseRequest('ORDER_NOT_FOUND');
  return {
    platform_default: 1,
    shipment_providers: [{ name: SHIPMENT_PROVIDER, provider_code: 'LEX_VN' }],
    shipping_allocate_type: 'TFS',
  };
}

function pack(call: SellerCall): object {
  const request = readRequest(call.params, 'packReq', packRequest);
  checkBatch(request.pack_order_list);
  if (request.delivery_type !== 'dropship') refuseRequest('PARAM_ILLEGAL');
  if (request.shipping_allocate_type !== 'TFS') refuseRequest('NOT_AVAILABLE_NTFS_3PL');
  return {
    pack_order_list: request.pack_order_list.map(({ order_id, order_item_list }, index) => ({
      order_item_list: call.spoils(index)
        ? order_item_list.map((itemId) => packedItem(itemId, 'GET_LOCK_FAILED', undefined))
        : packElement(call, order_id, order_item_list),
      order_id: Number(order_id),
    })),
  };
}

/** One element makes one package of those of its items that can be packed. */
function packElement({ platform, seller }: SellerCall, orderId: string, itemIds: readonly string[]): object[] {
  const order = seller.orders.get(orderId);
  const outcomes = keepTogether(itemIds.map((itemId) => ({ itemId, ...examine(order, itemId) })));
  const packable = outcomes.flatMap(({ item, error }) => (item && !error ? [item] : []));
  const parcel = order && packable.length > 0 ? packItems(platform, seller, order, packable) : undefined;
  return outcomes.map(({ itemId, error }) => packedItem(itemId, error, parcel));
}

type Examined = { item?: OrderItem; error?: FulfillmentError };

/** What travels in different ways does not share a package: the first item decides (code 700029). */
function keepTogether<T extends Examined>(outcomes: readonly T[]): T[] {
  const first = outcomes.find(({ item, error }) => item && !error)?.item;
  const strange = ({ item, error }: T) => item !== undefined && !error && item.ownFleet !== first?.ownFleet;
  return outcomes.map((one) => (strange(one) ? { ...one, error: 'ITEM_MUST_BELONG_SAME_WAREHOUSE' } : one));
}

function examine(order: Order | undefined, itemId: string): Examined {
  if (!order) return { error: 'ORDER_NOT_FOUND' };
  const item = order.items.find((candidate) => candidate.orderItemId === itemId);
  if (!item) return { error: 'ORDER_ITEM_NOT_FOUND' };
  if (item.fulfilledByLazada) return { item, error: 'FBL_ITEM' };
  if (item.digital) return { item, error: 'DIGITAL_ITEM' };
  return isPackable(item.status) ? { item } : { item, error: 'FO_ITEM_NOT_ALLOW_TO_PACK' };
}

function packedItem(itemId: string, error: FulfillmentError | undefined, parcel: Package | undefined): object {
  const done = error ? undefined : parcel;
  return {
    order_item_id: Number(itemId),
    ...elementVerdict(error),
    tracking_number: done?.trackingNumber ?? '',
    shipment_provider: done?.shipmentProvider ?? '',
    package_id: done?.packageId ?? '',
  };
}
