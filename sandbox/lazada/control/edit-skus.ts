import type { Item, Seller, Sku } from '../entities';
import type { Platform } from '../platform';
import { tellOfSkus } from '../push/tell-of-skus';
import { itemFromSeed, type LazadaSkuSeed, skuFromSeed } from '../seed';
import { ControlRefusal } from '../control-refusal';
import { skuOf } from './find';

export type NewSku = Omit<LazadaSkuSeed, 'skuId'> & { skuId?: number; itemId?: number; name?: string };
export type SkuChange = Partial<
  Pick<
    Sku,
    | 'sellerSku'
    | 'price'
    | 'specialPrice'
    | 'sellable'
    | 'status'
    | 'priceRange'
    | 'campaignLock'
    | 'campaignEndsAt'
    | 'editLocked'
  >
>;

const ID_DIGITS = 10;

/** A SKU made in Seller Center: in the item named, or in a new one. */
export function createSku(platform: Platform, seller: Seller, request: NewSku): Sku {
  const { itemId, name, skuId, ...figures } = request;
  const known = itemId === undefined ? undefined : seller.items.get(itemId);
  const item = known ?? newItem(platform, itemId, name);
  const sku = skuFromSeed(item.itemId, { ...figures, skuId: skuId ?? Number(platform.ids.digits(ID_DIGITS)) });
  if (seller.skus.has(sku.skuId)) throw new ControlRefusal(409, `SKU ${sku.skuId} exists`);
  item.skus.push(sku);
  item.deleted = false;
  item.updatedAt = platform.clock.now();
  seller.items.set(item.itemId, item);
  seller.skus.set(sku.skuId, sku);
  tellOfSkus(platform, seller, item, [sku], known ? 'EDITED_INSERTED' : 'PUBLISHED');
  return sku;
}

function newItem(platform: Platform, itemId: number | undefined, name = 'Sản phẩm mới'): Item {
  return itemFromSeed(
    { itemId: itemId ?? Number(platform.ids.digits(ID_DIGITS)), name, skus: [] },
    platform.clock.now(),
  );
}

export function editSku(platform: Platform, seller: Seller, skuId: number, change: SkuChange): Sku {
  const { sku, item } = skuOf(seller, skuId);
  Object.assign(sku, change);
  item.updatedAt = platform.clock.now();
  tellOfSkus(platform, seller, item, [sku], 'EDITED_UPDATED');
  return sku;
}

/** With its last SKU the item goes as well. Orders keep what they sold. */
export function deleteSku(platform: Platform, seller: Seller, skuId: number): void {
  const { sku, item } = skuOf(seller, skuId);
  item.skus = item.skus.filter((other) => other !== sku);
  item.deleted = item.skus.length === 0;
  item.updatedAt = platform.clock.now();
  seller.skus.delete(skuId);
  tellOfSkus(platform, seller, item, [sku], item.deleted ? 'DELETED' : 'EDITED_DELETED');
}
