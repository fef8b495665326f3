import { ApiRefusal, businessRefusal } from '../api-refusal';
import type { Endpoint, SellerCall } from '../endpoint';
import type { OrderItem, Package } from '../entities';
import type { ApiBody } from '../envelope';
import { canItemBecome, isPackable } from '../item-states';
import { markReadyToShip, packItems, SHIPMENT_PROVIDER } from '../orders/packing';
import { byOrder, findItems } from './item-ids';

/** The API that was announced offline for April 2023 and is still called (lazada.md §11.2). */
export const legacyFulfillmentEndpoints: Endpoint[] = [
  { path: '/shipment/providers/get', access: 'seller', handle: providers },
  { path: '/order/pack', access: 'seller', handle: pack },
  { path: '/order/rts', access: 'seller', handle: readyToShip },
];

function providers(): ApiBody {
  return { data: { shipment_providers: [{ name: SHIPMENT_PROVIDER, cod: 1, is_default: 1, api_integration: 1 }] } };
}

/** All or nothing: one item that cannot be packed refuses the call. */
function pack({ platform, seller, params }: SellerCall): ApiBody {
  if (params.get('delivery_type') !== 'dropship') throw businessRefusal(6, 'delivery_type must be dropship');
  if (!params.get('shipping_provider')) throw businessRefusal(6, '[3pl not supported, or 3pl is blank!]');
  const found = findItems(seller, params.get('order_item_ids'));
  const closed = found.find(({ item }) => !isPackable(item.status) || item.fulfilledByLazada || item.digital);
  if (closed) throw businessRefusal(20, `"${closed.item.orderItemId}" Invalid Order Item ID`);
  const parcels = [...byOrder(found)].map(([order, items]) => ({
    items,
    parcel: packItems(platform, seller, order, items),
  }));
  return { data: { order_items: parcels.flatMap(({ items, parcel }) => items.map((item) => packed(item, parcel))) } };
}

/** Whole packages become ready; a package that is named in part goes as a whole. */
function readyToShip({ platform, seller, params }: SellerCall): ApiBody {
  const found = findItems(seller, params.get('order_item_ids'), 'ISV');
  if (found.some(({ item }) => item.ownFleet)) throw businessRefusal(50008, 'not support operation for sof order');
  const closed = found.find(({ item }) => item.packageId === '' || !canItemBecome(item, 'ready_to_ship'));
  if (closed) throw new ApiRefusal('20', 'ISV', `E020: "${closed.item.orderItemId}" Invalid Order Item ID`);
  for (const packageId of new Set(found.map(({ item }) => item.packageId))) {
    const parcel = seller.packages.get(packageId);
    if (parcel) markReadyToShip(platform, seller, parcel);
  }
  return { data: { order_items: found.map(({ item }) => purchase(item)) } };
}

function purchase(item: OrderItem): Record<string, unknown> {
  return { order_item_id: Number(item.orderItemId), purchase_order_id: '', purchase_order_number: '' };
}

function packed(item: OrderItem, parcel: Package): object {
  return {
    ...purchase(item),
    tracking_number: parcel.trackingNumber,
    shipment_provider: parcel.shipmentProvider,
    package_id: parcel.packageId,
  };
}
