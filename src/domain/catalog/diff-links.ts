import { type Link, type Listing, listingKey } from './link';

export type LinkDiff = {
  added: readonly Link[];
  /** Gone, or now pointing at another listing: then the new link is among `added`. */
  removed: readonly Link[];
  /** As they stand in `after`: a SellerSku respelled on Lazada does not make another link. */
  kept: readonly Link[];
};

function pairKey(link: Link): string {
  return `${link.variantId}=${listingKey(link)}`;
}

export function diffLinks(before: readonly Link[], after: readonly Link[]): LinkDiff {
  const had = new Set(before.map(pairKey));
  const has = new Set(after.map(pairKey));
  return {
    added: after.filter((link) => !had.has(pairKey(link))),
    removed: before.filter((link) => !has.has(pairKey(link))),
    kept: after.filter((link) => had.has(pairKey(link))),
  };
}

/** Of all links lost and not yet settled, those whose SKU Lazada still sells unfed (spec R2.6, "Đưa về 0"). */
export function orphanedLinks(facts: {
  lost: readonly Link[];
  links: readonly Link[];
  listings: readonly Listing[];
}): readonly Link[] {
  const fed = new Set(facts.links.map(listingKey));
  const sold = new Set(facts.listings.filter((listing) => listing.status === 'active').map(listingKey));
  const byListing = new Map(facts.lost.map((link) => [listingKey(link), link]));
  return [...byListing].filter(([key]) => sold.has(key) && !fed.has(key)).map(([, link]) => link);
}
