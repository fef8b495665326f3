import type { Endpoint, SellerCall } from '../endpoint';
import type { Order, OrderItem, Package } from '../entities';
import type { ApiBody } from '../envelope';
import { canItemBecome } from '../item-states';
import { parseJson, requireParam } from '../validations/json-params';
import { traceOnWire } from '../wire/trace';

/** lazada.md §13: only after ready to ship; refusals stand inside `result`. */
export const traceEndpoints: Endpoint[] = [{ path: '/logistic/order/trace', access: 'seller', handle: trace }];

function trace({ seller, params }: SellerCall): ApiBody {
  const order = seller.orders.get(requireParam(params, 'order_id'));
  if (!order) return refused('INPUT_PARAM_VALID');
  const wanted = parseJson(params.get('ofcPackageIdList') ?? 'null');
  const parcels = packagesOf(order).flatMap((id) => seller.packages.get(id) ?? []);
  const chosen = Array.isArray(wanted) ? parcels.filter(({ packageId }) => wanted.includes(packageId)) : parcels;
  const traced = chosen.filter((parcel) => itemsIn(order, parcel).some(hasLeft));
  if (traced.length === 0) return refused('Dropshipping invalid');
  const package_detail_info_list = traced.map((parcel) => traceOnWire(parcel, itemsIn(order, parcel)));
  return {
    result: {
      success: true,
      not_success: false,
      repeated: false,
      retry: false,
      error_code: { displayMessage: '' },
      module: [{ ofc_order_id: order.orderId, warehouse_detail_info: {}, package_detail_info_list }],
    },
  };
}

function packagesOf(order: Order): string[] {
  return [...new Set(order.items.map((item) => item.packageId))];
}

function itemsIn(order: Order, parcel: Package): OrderItem[] {
  return order.items.filter((item) => item.packageId === parcel.packageId);
}

function hasLeft(item: OrderItem): boolean {
  return item.history.some(({ status }) => status === 'ready_to_ship') || canItemBecome(item, 'shipped');
}

function refused(displayMessage: string): ApiBody {
  const flags = { success: false, not_success: true, repeated: false, retry: false };
  return { result: { ...flags, error_code: { displayMessage }, module: [] } };
}
