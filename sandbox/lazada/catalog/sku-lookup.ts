import type { Item, Seller, Sku } from '../entities';
import type { SkuFields } from './sku-payload';
import { type SkuProblem, skuProblem } from './sku-problem';

export type FoundSku = { item: Item; sku: Sku };

/** `ItemId` + `SkuId` are the key; `SellerSku` serves where there is no `SkuId`, if it may (lazada.md §7.1, §7.4). */
export function findSku(seller: Seller, fields: SkuFields, bySellerSku: boolean): FoundSku | SkuProblem {
  const itemId = fields.get('ItemId');
  const skuId = fields.get('SkuId');
  const sellerSku = fields.get('SellerSku');
  const item = itemId === undefined ? undefined : seller.items.get(Number(itemId));
  if (skuId === undefined && !bySellerSku) {
    return skuProblem('SELLER_SKU_NOT_SUPPORTED', 'SellerSku is no longer supported, please use SkuId');
  }
  if (itemId !== undefined && (!item || item.deleted)) return skuProblem('ITEM_NOT_FOUND', 'item not found');
  const among = item ? item.skus : [...seller.skus.values()];
  const sku =
    skuId === undefined ? among.find((s) => s.sellerSku === sellerSku) : among.find((s) => s.skuId === Number(skuId));
  const owner = sku && seller.items.get(sku.itemId);
  if (!sku || !owner) return skuProblem('SELLER_SKU_NOT_FOUND', 'seller sku not found');
  return { item: owner, sku };
}
