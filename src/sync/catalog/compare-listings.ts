import type { Belief, Drift, KnownListing, ListingChanges, ListingRecord } from '../ports/catalog';

type Found = { goneSkuIds: string[]; codes: Set<string>; drift: Drift[]; quantityOf: string[] };

function add(found: Found, ...codes: (string | null)[]): void {
  for (const code of codes) if (code !== null) found.codes.add(code);
}

const isSold = (listing: { status: string; gone?: boolean }): boolean =>
  listing.status !== 'deleted' && listing.gone !== true;

/** What was learned or forgotten after the reading began says nothing about the reading. */
function difference({ value, at }: Belief, found: number | null, readAt: Date) {
  if (value === null || found === null || value === found) return null;
  return at === null || at < readAt ? { believed: value, believedAt: at, found } : null;
}

function compareFigures(was: KnownListing, is: ListingRecord, readAt: Date, found: Found): void {
  if (was.variantId === null) return;
  const { variantId } = was;
  const { sellerSku } = is;
  if ((was.warehouses === 0) !== (is.warehouses === 0)) found.quantityOf.push(variantId);
  const price = difference(was.believedPrice, is.price, readAt);
  const quantity = difference(was.believedQuantity, is.sellable, readAt);
  if (price) found.drift.push({ variantId, figure: 'price', sellerSku, ...price });
  if (quantity) found.drift.push({ variantId, figure: 'quantity', sellerSku, ...quantity });
}

function compareListing(was: KnownListing | undefined, is: ListingRecord, readAt: Date, found: Found): void {
  if (was === undefined) {
    add(found, is.code);
    return;
  }
  if (was.code !== is.code || isSold(was) !== isSold(is)) add(found, was.code, is.code);
  // An item can be moved under another id and keep its SKUs.
  if (was.itemId !== is.itemId || was.sellerSku !== is.sellerSku) add(found, is.code);
  compareFigures(was, is, readAt, found);
}

/**
 * What a reading of Lazada means: SKUs created, renamed or gone (spec R2.6), and figures that are not what we believed
 * (spec R10.7). @param missing mirrored SKUs that the reading would have shown if they existed
 */
export function compareListings(
  known: readonly KnownListing[],
  read: readonly ListingRecord[],
  missing: readonly KnownListing[],
  readAt: Date,
): ListingChanges {
  const found: Found = { goneSkuIds: [], codes: new Set(), drift: [], quantityOf: [] };
  const before = new Map(known.map((listing) => [listing.skuId, listing]));
  for (const listing of read) compareListing(before.get(listing.skuId), listing, readAt, found);
  for (const listing of missing.filter(isSold)) {
    found.goneSkuIds.push(listing.skuId);
    add(found, listing.code);
  }
  return { ...found, codes: [...found.codes] };
}
