import type { Barcode, ItemId, ProductId, SellerSku, SkuId, VariantId } from '../ids';

export type CatalogVariant = {
  variantId: VariantId;
  productId: ProductId;
  productTitle: string;
  variantTitle: string;
  barcode: Barcode | null;
  /** Asked for on this connection (spec R2.2). Unpublished ones still count as duplicates. */
  published: boolean;
  deleted: boolean;
};

/** One sellable Lazada SKU. An inactive one can be linked; a deleted one is as good as absent. */
export type Listing = {
  itemId: ItemId;
  skuId: SkuId;
  sellerSku: SellerSku | null;
  status: 'active' | 'inactive' | 'deleted';
};

/** A variant matched to a listing; the listing is addressed by item and SKU id, not by its code. */
export type Link = { variantId: VariantId; itemId: ItemId; skuId: SkuId; sellerSku: SellerSku };

export function listingKey(listing: { itemId: ItemId; skuId: SkuId }): string {
  return `${listing.itemId}/${listing.skuId}`;
}
