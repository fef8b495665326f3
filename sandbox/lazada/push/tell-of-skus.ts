import type { Item, Seller, Sku } from '../entities';
import type { Platform } from '../platform';
import { shopSkuOf } from '../wire/product';
import type { SkuAction } from './push-port';

/** Push types 3, 4 and 5. */
export function tellOfSkus(
  platform: Platform,
  seller: Seller,
  item: Item,
  skus: readonly Sku[],
  action: SkuAction,
): void {
  const named = skus.map((sku) => ({ skuId: sku.skuId, sellerSku: sku.sellerSku, shopSku: shopSkuOf(sku) }));
  platform.pushes.skus(seller, { itemId: item.itemId, skus: named, action });
}
