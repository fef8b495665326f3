import { totalQuantity } from '../buckets';
import type { Item, Order, OrderItem, Package, ReviewState, Seller, Sku } from '../entities';
import type { Reverse, ReverseLine } from '../reverse/reverse-order';
import type { SkuPush } from './push-port';

/** `data` of the push messages. Units of time and types of ids differ from type to type (lazada.md §14.3). */
type Data = Record<string, unknown>;

/** Ids are strings here, unlike in the APIs. */
export function statusData(order: Order, item: OrderItem): Data {
  const reverse = { reverse_order_id: item.reverseOrderId, reverse_order_line_id: item.reverseLineId };
  return {
    order_status: item.status,
    trade_order_id: order.orderId,
    trade_order_line_id: item.orderItemId,
    status_update_time: seconds(item.statusAt),
    buyer_id: order.buyer.buyerId,
    ...(item.reverseOrderId === '' ? {} : reverse),
  };
}

const REVIEW_WORDS: Record<ReviewState, string> = {
  pending: 'PENDING',
  approved: 'APPROVED',
  rejected: 'REJECTED',
  locked: 'Lock',
};

export function reviewData(seller: Seller, { itemId, review }: Item, now: number): Data {
  const status = REVIEW_WORDS[review.state];
  return { itemId, status, reason: review.reason, date: seconds(now), seller_id: Number(seller.sellerId) };
}

export function skuData({ itemId, skus, action }: SkuPush, now: number): Data {
  const sku_list = skus.map((sku) => ({ shop_sku: sku.shopSku, seller_sku: sku.sellerSku, sku_id: sku.skuId }));
  return { item_id: itemId, sku_list, action, status_update_time: now };
}

export function shallowStockData(sku: Sku): Data {
  return {
    seller_sku: sku.sellerSku,
    sku_id: sku.skuId,
    warehouse: 'dropshipping',
    real_quantity: totalQuantity(sku),
    withhold_quantity: sku.withheld,
    occupy_quantity: sku.occupied,
    pre_order_quantity: 0,
  };
}

export function tokenData(appKey: string, sellerId: string, expiresAt: number): Data {
  return { app_key: appKey, auth_expiry_time: seconds(expiresAt), seller_id: sellerId };
}

/** What the console's "Verify" sends (lazada.md §14.1). */
export const PROBE: Data = {
  order_status: 'This is a test message',
  trade_order_id: '123456',
  trade_order_line_id: '12345',
};

/** Numbers, unlike in type 0. */
export function reverseData(seller: Seller, reverse: Reverse, line: ReverseLine, status: string): Data {
  return {
    reverse_order_id: Number(reverse.reverseOrderId),
    reverse_order_line_id: Number(line.reverseLineId),
    trade_order_id: Number(reverse.order.orderId),
    trade_order_line_id: Number(line.item.orderItemId),
    reverse_status: status,
    buyer_id: Number(reverse.order.buyer.buyerId),
    seller_id: Number(seller.sellerId),
    extraParams: {},
    status_update_time: seconds(line.updatedAt),
  };
}

export function fulfillmentData(order: Order, parcel: Package, status: string, now: number): Data {
  return {
    trade_order_id: order.orderId,
    buyer_id: order.buyer.buyerId,
    fulfillment_package_id: parcel.packageId,
    status,
    status_update_time: seconds(now),
  };
}

export function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
