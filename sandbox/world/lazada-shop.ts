import type { LazadaItemSeed, LazadaSellerSeed } from '../lazada/seed';
import type { Draft, DraftListing } from './draft';
import type { Merchant } from './merchants';

export type LazadaNumbers = { item: number; sku: number };

/** The merchant's goods as a Lazada shop: an item per product that has anything on sale there. */
export function lazadaShop(merchant: Merchant, draft: Draft, first: LazadaNumbers): LazadaSellerSeed {
  const next = { ...first };
  const item = (name: string, listings: readonly DraftListing[]): LazadaItemSeed => ({
    itemId: next.item++,
    name,
    skus: listings.map((listing) => ({ skuId: next.sku++, status: 'active', ...listing })),
  });
  const wanted = [
    ...draft.products.map(({ title, variants }) => ({ name: title, listings: variants.flatMap((v) => v.listings) })),
    ...draft.extraItems,
  ];
  const items = wanted.filter(({ listings }) => listings.length > 0).map(({ name, listings }) => item(name, listings));
  return { ...merchant.seller, items };
}
