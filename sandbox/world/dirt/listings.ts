import type { Ids } from '../../core/ids';
import { type Draft, type DraftListing, takeVariant, variantsOf } from '../draft';

export function dropListings(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) takeVariant(draft, ids, 'withoutListing').listings = [];
}

/** Lazada holds one SellerSku in two items. */
export function doubleSellerSkus(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const { listings } = takeVariant(draft, ids, 'doubledSellerSku');
    draft.extraItems.push({ name: 'Hàng trưng bày thanh lý', listings: listings.map((listing) => ({ ...listing })) });
  }
}

export function addLazadaOnly(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const listing = {
      sellerSku: `LZD-QUATANG-${ids.digits(4)}${index}`,
      price: ids.int(19, 99) * 1000,
      sellable: ids.int(1, 40),
    };
    draft.extraItems.push({ name: `Quà tặng kèm ${index + 1}`, listings: [listing] });
  }
}

/** In turn: a range above Haravan's price, and one below it. */
export function refusePrices(draft: Draft, ids: Ids, count: number): void {
  for (let index = 0; index < count; index++) {
    const variant = takeVariant(draft, ids, 'priceRefused');
    const [from, to] = index % 2 === 0 ? [1.2, 2] : [0.4, 0.8];
    const range: [number, number] = [thousands(variant.price * from), thousands(variant.price * to)];
    for (const listing of variant.listings) Object.assign(listing, { priceRange: range, price: range[0] });
  }
}

/** Lazada shows another price; every third one is more than 30 % away. */
export function differPrices(draft: Draft, ids: Ids, count: number): void {
  freeListings(draft, ids, count).forEach((listing, index) => {
    const factor = index % 3 === 0 ? 1.4 : 1 + ids.int(5, 25) / 100;
    listing.price = thousands(listing.price * factor);
  });
}

export function differQuantities(draft: Draft, ids: Ids, count: number): void {
  for (const listing of freeListings(draft, ids, count)) {
    const step = ids.int(1, 25);
    listing.sellable = ids.next() < 0.5 ? listing.sellable + step : Math.max(3, listing.sellable - step);
  }
}

/** A running sale: below the list price on either side, so that no price push is refused because of it. */
export function runSales(draft: Draft, ids: Ids, count: number): void {
  for (const listing of freeListings(draft, ids, count)) listing.specialPrice = thousands(listing.price * 0.65);
}

function freeListings(draft: Draft, ids: Ids, count: number): DraftListing[] {
  const listings = variantsOf(draft).flatMap((variant) => variant.listings);
  return ids.shuffle(listings.filter((listing) => !listing.priceRange)).slice(0, count);
}

const thousands = (amount: number): number => Math.round(amount / 1000) * 1000;
