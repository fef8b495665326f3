import type { Endpoint, SellerCall } from '../endpoint';
import type { Package, Seller } from '../entities';
import type { ApiBody } from '../envelope';
import { canItemBecome, type ItemStatus } from '../item-states';
import { changeStatus } from '../orders/change-status';
import { contentsOf } from '../orders/packing';
import type { Platform } from '../platform';
import { parseJson, requireParam } from '../validations/json-params';
import type { FulfillmentError } from './fulfillment-codes';
import { resultOf } from './fulfillment-result';
import { eachPackage, type PackageStep } from './package-batch';

/** Delivery by the shop's own drivers (DBS/SOF, lazada.md §10.2, §11.1): the seller says how it went. */
export const ownFleetEndpoints: Endpoint[] = [
  stepEndpoint('/order/package/sof/delivered', 'dbsDeliveryReq', 'delivered'),
  stepEndpoint('/order/package/sof/failed_delivery', 'dbsFailedDeliveryReq', 'failed_delivery'),
  { path: '/order/package/sof/status/update', access: 'seller', handle: updateStatus },
];

function stepEndpoint(path: string, param: string, to: ItemStatus): Endpoint {
  const act: PackageStep['act'] = (platform, seller, parcel) => moveAll(platform, seller, parcel, to);
  const step: PackageStep = { param, to, act, forbids: notOwnFleet };
  return { path, access: 'seller', handle: resultOf((call) => eachPackage(call, step)) };
}

function moveAll(platform: Platform, seller: Seller, parcel: Package, to: ItemStatus): void {
  const { order, items } = contentsOf(seller, parcel);
  changeStatus(platform, seller, order, items, to);
}

function notOwnFleet({ seller }: SellerCall, parcel: Package): FulfillmentError | undefined {
  return contentsOf(seller, parcel).items.every((item) => item.ownFleet) ? undefined : 'NOT_OWN_FLEET';
}

/** The words of `trackInfo` are not documented: whatever speaks of failure fails it, of delivery delivers it. */
function updateStatus({ platform, seller, params }: SellerCall): ApiBody {
  const tracking = requireParam(params, 'trackingNumber');
  requireParam(params, 'carrierCode');
  if (requireParam(params, 'source') !== 'OPENAPI') return refused('source must be OPENAPI');
  const parcel = seller.packages.get(requireParam(params, 'tag'));
  if (!parcel) return refused('package not found');
  const items = contentsOf(seller, parcel).items;
  if (!items.every((item) => item.ownFleet)) return refused('operation not support fot nonDBS order!');
  const to = targetOf(JSON.stringify(parseJson(requireParam(params, 'trackInfo')) ?? ''));
  if (to && !items.every((item) => canItemBecome(item, to))) return refused('PACKAGE_STATUS_NOT_ALLOW_TO_OP');
  parcel.trackingNumber = tracking;
  for (const item of items) item.trackingCode = tracking;
  if (to) moveAll(platform, seller, parcel, to);
  return { success: true, module: { result: true } };
}

function targetOf(trackInfo: string): ItemStatus | undefined {
  if (/fail/i.test(trackInfo)) return 'failed_delivery';
  return /delivered/i.test(trackInfo) ? 'delivered' : undefined;
}

function refused(displayMessage: string): ApiBody {
  return { success: false, module: { result: false }, errorCode: { displayMessage } };
}
