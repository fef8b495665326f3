import { z } from 'zod';
import { optionalVietnamInstant } from '../wire/instant';
import { list } from '../wire/rows';
import { absentable, count, id, optionalId, optionalText, text } from '../wire/scalars';
import type { LazadaPush, LazadaPushedSku, PushData } from './push';

/** Seconds in some types, milliseconds in others (lazada.md §14.3). */
const time = optionalVietnamInstant.catch(undefined);
const sku = z
  .object({ sku_id: id, seller_sku: optionalText, shop_sku: optionalText })
  .transform((wire): LazadaPushedSku => ({ skuId: wire.sku_id, sellerSku: wire.seller_sku, shopSku: wire.shop_sku }));

const orderData = z
  .object({
    order_status: text,
    trade_order_id: id,
    trade_order_line_id: id,
    status_update_time: time,
    reverse_order_id: optionalId,
  })
  .transform((data) => ({
    type: 'order' as const,
    orderStatus: data.order_status,
    orderId: data.trade_order_id,
    orderItemId: data.trade_order_line_id,
    statusUpdatedAt: data.status_update_time,
    reverseOrderId: data.reverse_order_id,
  }));

const qcData = z
  .object({ itemId: id, status: text, reason: optionalText })
  .transform((data) => ({ type: 'product_qc' as const, ...data }));

const productData = (change: 'created' | 'edited' | 'deleted') =>
  z.object({ item_id: id, sku_list: list(sku), action: optionalText, status_update_time: time }).transform((data) => ({
    type: 'product' as const,
    change,
    itemId: data.item_id,
    skus: data.sku_list,
    action: data.action,
    statusUpdatedAt: data.status_update_time,
  }));

const shallowStockData = z
  .object({ sku_id: id, seller_sku: optionalText })
  .transform((data) => ({ type: 'shallow_stock' as const, skuId: data.sku_id, sellerSku: data.seller_sku }));

const tokenData = z
  .object({ seller_id: optionalId, auth_expiry_time: time })
  .transform((data) => ({ type: 'token_expiring' as const, expiresAt: data.auth_expiry_time }));

const reverseData = z
  .object({
    reverse_order_id: id,
    trade_order_id: id,
    trade_order_line_id: optionalId,
    reverse_status: text,
    status_update_time: time,
  })
  .transform((data) => ({
    type: 'reverse_order' as const,
    reverseOrderId: data.reverse_order_id,
    orderId: data.trade_order_id,
    orderItemId: data.trade_order_line_id,
    reverseStatus: data.reverse_status,
    statusUpdatedAt: data.status_update_time,
  }));

const sellerData = z
  .object({ status: text })
  .transform((data) => ({ type: 'seller_status' as const, status: data.status }));

const fulfillmentData = z
  .object({ trade_order_id: id, fulfillment_package_id: optionalId, status: text, status_update_time: time })
  .transform((data) => ({
    type: 'fulfillment' as const,
    orderId: data.trade_order_id,
    packageId: data.fulfillment_package_id,
    status: data.status,
    statusUpdatedAt: data.status_update_time,
  }));

/** `message_type` → shape of `data` (lazada.md §14.2). */
const DATA_BY_TYPE = new Map<number, z.ZodType<PushData>>([
  [0, orderData],
  [1, qcData],
  [3, productData('created')],
  [4, productData('edited')],
  [5, productData('deleted')],
  [6, shallowStockData],
  [8, tokenData],
  [10, reverseData],
  [13, sellerData],
  [14, fulfillmentData],
]);

const envelope = z.object({
  seller_id: optionalId.catch(undefined),
  message_type: absentable(count).catch(undefined),
  timestamp: time,
  site: optionalText.catch(undefined),
  data: z.unknown().optional(),
});

/** Type 8 carries the seller in `data`; its outer `seller_id` is the text `null` (lazada.md §14.2). */
function sellerOf(outer: string | undefined, data: unknown): string {
  if (outer !== undefined && outer !== 'null') return outer;
  return z.object({ seller_id: id }).safeParse(data).data?.seller_id ?? '';
}

/**
 * Reads the parsed body of a verified push; undefined when it is not even an object.
 * `sellerId` is '' where none is named (broadcasts).
 */
export function parsePush(json: unknown): LazadaPush | undefined {
  const read = envelope.safeParse(json);
  if (!read.success) return undefined;
  const { message_type: messageType, seller_id, timestamp, site, data } = read.data;
  const common = { sellerId: sellerOf(seller_id, data), sentAt: timestamp, site };
  const known = DATA_BY_TYPE.get(messageType ?? -1)?.safeParse(data);
  return known?.success ? { ...common, ...known.data } : { ...common, type: 'other', messageType };
}
