import type { Order, OrderItem, Package, Seller } from '../entities';
import type { Platform } from '../platform';
import { changeStatus } from './change-status';
import { newPackageId, nextTrackingNumber } from './order-numbers';

export const SHIPMENT_PROVIDER = 'LEX VN';
const OWN_FLEET = 'Seller Own Fleet';

/** Puts packable items of one order into one new package. */
export function packItems(platform: Platform, seller: Seller, order: Order, items: readonly OrderItem[]): Package {
  const parcel: Package = {
    packageId: newPackageId(platform),
    orderId: order.orderId,
    orderItemIds: items.map((item) => item.orderItemId),
    trackingNumber: nextTrackingNumber(platform),
    shipmentProvider: items.some((item) => item.ownFleet) ? OWN_FLEET : SHIPMENT_PROVIDER,
    packedAt: platform.clock.now(),
    state: 'packed',
  };
  changeStatus(platform, seller, order, items, 'packed');
  seller.packages.set(parcel.packageId, parcel);
  for (const item of items) {
    item.packageId = parcel.packageId;
    item.trackingCode = parcel.trackingNumber;
  }
  if (platform.modes.autoRtsOnPack) markReadyToShip(platform, seller, parcel);
  return parcel;
}

export function markReadyToShip(platform: Platform, seller: Seller, parcel: Package): void {
  const found = contentsOf(seller, parcel);
  const waits = platform.modes.rtsPendingMs !== null && found.items.every((item) => item.status === 'packed');
  changeStatus(platform, seller, found.order, found.items, waits ? 'ready_to_ship_pending' : 'ready_to_ship');
  parcel.state = 'ready_to_ship';
}

/** Dissolves a package: its items can be packed again, apart if need be. */
export function repackItems(platform: Platform, seller: Seller, parcel: Package): void {
  const found = contentsOf(seller, parcel);
  changeStatus(platform, seller, found.order, found.items, 'repacked');
  parcel.state = 'dissolved';
  for (const item of found.items) {
    item.packageId = '';
    item.trackingCode = '';
  }
}

export function contentsOf(seller: Seller, parcel: Package): { order: Order; items: OrderItem[] } {
  const order = seller.orders.get(parcel.orderId);
  if (!order) throw new Error(`package ${parcel.packageId} without its order`);
  return { order, items: order.items.filter((item) => item.packageId === parcel.packageId) };
}
