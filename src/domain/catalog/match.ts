import type { Barcode, VariantId } from '../ids';
import type { IssueOf, NamedVariant } from '../issue/codes';
import { comparableCode } from './code';
import { findRepeats, type Repeats } from './find-repeats';
import type { CatalogVariant, Link, Listing } from './link';
import { nameVariant } from './name-variant';

type MatchCode =
  | 'variant_missing_barcode'
  | 'variant_duplicate_barcode_in_product'
  | 'variant_duplicate_barcode_across_products'
  | 'seller_sku_duplicate'
  | 'seller_sku_not_found';

export type MatchIssue = { [C in MatchCode]: IssueOf<C> & { stops: readonly VariantId[] } }[MatchCode];

export const MATCH_CODES: readonly MatchCode[] = [
  'variant_missing_barcode',
  'variant_duplicate_barcode_in_product',
  'variant_duplicate_barcode_across_products',
  'seller_sku_duplicate',
  'seller_sku_not_found',
];

/** No two links share a variant or a listing. A published variant has a link or an issue that stops it. */
export type Match = { links: readonly Link[]; issues: readonly MatchIssue[] };

export type MatchFacts = {
  /** All of the merchant's variants that could bear the codes in question, published or not. */
  variants: readonly CatalogVariant[];
  /** All listings of one connection that could bear them. */
  listings: readonly Listing[];
};

type ListingsByCode = ReadonlyMap<string, readonly Listing[]>;
type Outcome = { kind: 'link'; link: Link } | { kind: 'issue'; issue: MatchIssue } | { kind: 'stopped_with_product' };

function listingsByCode(listings: readonly Listing[]): ListingsByCode {
  const sold = listings.filter((listing) => listing.status !== 'deleted');
  return Map.groupBy(sold, (listing) => (listing.sellerSku === null ? '' : comparableCode(listing.sellerSku)));
}

function productIssues(repeats: Repeats, published: readonly CatalogVariant[]): MatchIssue[] {
  const byProduct = Map.groupBy(published, (variant) => variant.productId);
  return [...byProduct].flatMap(([productId, variants]) => {
    const inProduct = repeats.inProduct.get(productId);
    const first = variants[0];
    if (inProduct === undefined || first === undefined) return [];
    const facts = { productId, productTitle: first.productTitle, repeats: inProduct };
    return [{ code: 'variant_duplicate_barcode_in_product' as const, facts, stops: variants.map((v) => v.variantId) }];
  });
}

function othersOf(variant: CatalogVariant, bearers: readonly NamedVariant[]): readonly NamedVariant[] {
  return bearers.filter((bearer) => bearer.productId !== variant.productId);
}

function findListing(variant: CatalogVariant, barcode: Barcode, byCode: ListingsByCode): Outcome {
  const facts = nameVariant(variant);
  const stops = [variant.variantId];
  const [listing, ...more] = byCode.get(comparableCode(barcode)) ?? [];
  if (listing === undefined || listing.sellerSku === null) {
    return { kind: 'issue', issue: { code: 'seller_sku_not_found', facts: { ...facts, barcode }, stops } };
  }
  const { itemId, skuId, sellerSku } = listing;
  if (more.length === 0) return { kind: 'link', link: { variantId: variant.variantId, itemId, skuId, sellerSku } };
  const listings = [listing, ...more].map((twin) => ({ itemId: twin.itemId, skuId: twin.skuId }));
  return { kind: 'issue', issue: { code: 'seller_sku_duplicate', facts: { ...facts, sellerSku, listings }, stops } };
}

function matchVariant(variant: CatalogVariant, repeats: Repeats, byCode: ListingsByCode): Outcome {
  const facts = nameVariant(variant);
  const stops = [variant.variantId];
  if (variant.barcode === null) return { kind: 'issue', issue: { code: 'variant_missing_barcode', facts, stops } };
  const bearers = repeats.acrossProducts.get(comparableCode(variant.barcode));
  if (bearers !== undefined) {
    const across = { ...facts, barcode: variant.barcode, others: othersOf(variant, bearers) };
    return { kind: 'issue', issue: { code: 'variant_duplicate_barcode_across_products', facts: across, stops } };
  }
  if (repeats.inProduct.has(variant.productId)) return { kind: 'stopped_with_product' };
  return findListing(variant, variant.barcode, byCode);
}

/** Pairs published variants with Lazada SKUs by equal code (spec R2.1, R2.3, R2.5; design §4). */
export function matchCatalog({ variants, listings }: MatchFacts): Match {
  const alive = variants.filter((variant) => !variant.deleted);
  const published = alive.filter((variant) => variant.published);
  const repeats = findRepeats(alive);
  const byCode = listingsByCode(listings);
  const outcomes = published.map((variant) => matchVariant(variant, repeats, byCode));
  return {
    links: outcomes.flatMap((outcome) => (outcome.kind === 'link' ? [outcome.link] : [])),
    issues: [
      ...productIssues(repeats, published),
      ...outcomes.flatMap((outcome) => (outcome.kind === 'issue' ? [outcome.issue] : [])),
    ],
  };
}
