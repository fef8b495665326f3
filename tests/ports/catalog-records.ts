import { itemId, productId, skuId, toSellerSku, variantId } from '@/src/domain/ids';
import type {
  CatalogChanges,
  ListingRecord,
  MatchOutcome,
  ProductRecord,
  VariantRecord,
} from '@/src/sync/ports/catalog';
import type { Fence } from '@/src/sync/ports/turn';
import type { Shop } from './port-world';

export const NO_CHANGES: CatalogChanges = { priceOf: [], quantityOf: [], productIds: [], codes: [] };

export const variantRecord = (id: string, code: string | null, more: Partial<VariantRecord> = {}): VariantRecord => ({
  ...{ variantId: id, title: `Biến thể ${id}`, barcode: code, code, sku: `SKU-${id}`, price: 150_000, position: 1 },
  ...{ tracksInventory: true, allowsBackorder: false, available: 5 },
  ...more,
});

export const productRecord = (id: string, variants: readonly VariantRecord[]): ProductRecord => ({
  ...{ productId: id, title: `Sản phẩm ${id}`, searchText: `san pham ${id}`, image: null, vendor: 'Hoa Mai' },
  ...{ kind: 'áo', tags: 'hè, mới', updatedAt: null },
  variants,
});

export const listingRecord = (id: string, code: string, more: Partial<ListingRecord> = {}): ListingRecord => ({
  ...{ itemId: `9${id}`, skuId: id, sellerSku: code, code, name: 'Áo', status: 'active', price: 150_000, sellable: 3 },
  ...{ locked: 0, warehouses: 1, url: null },
  ...more,
});

/** A reading of these products, by a catalog turn. */
export async function readProducts(
  { stores, merchantId }: Shop,
  fence: Fence,
  products: readonly ProductRecord[],
  at: Date,
  changes: Partial<CatalogChanges> = {},
) {
  const reading = { products, deletedProductIds: [], changes: { ...NO_CHANGES, ...changes }, readAt: at };
  return stores.catalog.save(merchantId, reading, at, fence);
}

/** A reading of these listings. */
export const readListings = (
  { stores, merchantId, connectionId }: Shop,
  listings: readonly ListingRecord[],
  at: Date,
) => {
  const changes = { goneSkuIds: [], codes: [], quantityOf: [], drift: [] };
  return stores.listings.save(merchantId, connectionId, { listings, changes, readAt: at, readingAt: at }, at);
};

export const link = (variant: string, sku: string, code: string) => {
  const sellerSku = toSellerSku(code);
  if (sellerSku === null) throw new Error('a link needs a code');
  return { variantId: variantId(variant), itemId: itemId(`9${sku}`), skuId: skuId(sku), sellerSku };
};

export const addedLink = (product: string, variant: string, sku: string, code: string) => {
  return { ...link(variant, sku, code), productId: productId(product) };
};

export const outcomeOf = (given: Partial<MatchOutcome>): MatchOutcome => {
  return { publications: [], added: [], kept: [], removed: [], ...given };
};

/** Product 1 with variants `11`… bearing these codes, linked one to one to SKUs `71`…, all of it published and matched. */
export async function linkedShop(shop: Shop, codes: readonly string[], at = shop.at(0)) {
  const { stores, merchantId, connectionId } = shop;
  const fence = await shop.fence('catalog');
  const variants = codes.map((code, index) => variantRecord(`1${index + 1}`, code));
  await readProducts(shop, fence, [productRecord('1', variants)], at);
  await readListings(
    shop,
    codes.map((code, index) => listingRecord(`7${index + 1}`, code)),
    at,
  );
  await stores.publications.publish(merchantId, connectionId, { selection: { productIds: ['1'] }, by: 'me', at });
  const added = codes.map((code, index) => addedLink('1', `1${index + 1}`, `7${index + 1}`, code));
  const publications = [{ productId: '1', version: 1, published: true }];
  await stores.matches.save(merchantId, connectionId, outcomeOf({ added, publications }), at, fence);
  return fence;
}
