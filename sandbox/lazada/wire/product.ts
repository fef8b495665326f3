import { campaignLockOf, totalQuantity } from '../buckets';
import type { Item, Sku } from '../entities';
import { shopTime } from './shop-time';

/** `<itemId>_VNAMZ-<skuId>` (lazada.md §6.3). */
export function shopSkuOf({ itemId, skuId }: { itemId: number; skuId: number }): string {
  return `${itemId}_VNAMZ-${skuId}`;
}

/** A product as `/products/get` and `/product/item/get` show it, with live types (lazada.md §6.3). */
export function productOnWire(item: Item, now: number, withStockDetail: boolean): Record<string, unknown> {
  return {
    item_id: item.itemId,
    primary_category: 18209,
    status: productStatus(item),
    created_time: String(item.createdAt),
    updated_time: String(item.updatedAt),
    images: [item.image],
    marketImages: [],
    trialProduct: false,
    suspendedSkus: [],
    attributes: {
      name: item.name,
      description: `<p>${item.name}</p>`,
      brand: 'No Brand',
      source: 'asc',
      delivery_option_sof: item.skus.some((sku) => sku.ownFleet) ? '1' : '0',
      ...item.attributes,
    },
    ...reviewOnWire(item),
    skus: item.skus.map((sku) => skuOnWire(item, sku, now, withStockDetail)),
  };
}

/** Only what quality control has not let through carries these (lazada.md §6.3). */
function reviewOnWire({ review }: Item): Record<string, unknown> {
  if (review.state === 'approved') return {};
  if (review.state === 'pending') return { subStatus: '' };
  return {
    subStatus: review.state === 'locked' ? 'Lock' : 'Reject',
    rejectReason: [{ violationDetail: review.reason }],
  };
}

export type ProductStatus = 'Active' | 'InActive' | 'Deleted' | 'Pending QC' | 'Suspended';

export function productStatus(item: Item): ProductStatus {
  if (item.deleted) return 'Deleted';
  if (item.review.state === 'pending') return 'Pending QC';
  if (item.review.state !== 'approved') return 'Suspended';
  return item.skus.some((sku) => sku.status === 'active') ? 'Active' : 'InActive';
}

/** `quantity` and `Available` are the sellable figure. */
function skuOnWire(item: Item, sku: Sku, now: number, withStockDetail: boolean): Record<string, unknown> {
  return {
    Status: sku.status,
    SkuId: sku.skuId,
    SellerSku: sku.sellerSku,
    ShopSku: shopSkuOf(sku),
    Url: `https://www.lazada.vn/-i${item.itemId}-s${sku.skuId}.html`,
    price: sku.price,
    ...specialPrice(sku),
    quantity: sku.sellable,
    Available: sku.sellable,
    Images: [item.image, ''],
    saleProp: sku.saleProp,
    package_length: '20.00',
    package_width: '15.00',
    package_height: '3.00',
    package_weight: '0.2',
    ...inventories(sku, now),
    ...(withStockDetail ? stockDetail(sku) : {}),
  };
}

function specialPrice({ specialPrice: price, specialPeriod: period }: Sku): Record<string, unknown> {
  const format = { special_price: price ?? 0, special_time_format: 'yyyy-MM-dd HH:mm' };
  if (price === null || period === null) return format;
  return {
    ...format,
    special_from_date: period.from,
    special_to_date: period.to,
    special_from_time: `${period.from} 00:00`,
    special_to_time: `${period.to} 00:00`,
  };
}

/** A warehouse without stock is left out, as on the real wire (lazada.md §6.3). */
function inventories(sku: Sku, now: number): Record<string, unknown> {
  const warehouse = {
    warehouseCode: sku.fulfilledByLazada ? 'VN10FBL-WH-10001' : 'dropshipping',
    quantity: sku.sellable,
    totalQuantity: totalQuantity(sku),
    sellableQuantity: sku.sellable,
    occupyQuantity: sku.occupied,
    withholdQuantity: sku.withheld,
  };
  const stocked = totalQuantity(sku) > 0 ? [warehouse] : [];
  return {
    multiWarehouseInventories: sku.fulfilledByLazada ? [] : stocked,
    fblWarehouseInventories: sku.fulfilledByLazada ? stocked : [],
    channelInventories: campaignLockOf(sku, now) > 0 ? [campaign(sku, now)] : [],
  };
}

/** A campaign without an end in the simulator shows one a week ahead. */
function campaign(sku: Sku, now: number): Record<string, unknown> {
  const endsAt = sku.campaignEndsAt ?? now + 7 * 86_400_000;
  return {
    channelName: '4a9198e3-9b40-44d2-a6b6-863696c42f74',
    startTime: shopTime(now - 86_400_000, true),
    endTime: shopTime(endsAt, true),
    sellableQuantity: sku.campaignLock,
  };
}

function stockDetail(sku: Sku): Record<string, unknown> {
  return {
    ReservedStock: sku.withheld,
    RtsStock: 0,
    PendingStock: sku.occupied,
    RealTimeStock: totalQuantity(sku),
    FulfillmentBySellable: sku.sellable,
  };
}
