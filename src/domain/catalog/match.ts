import type { IssueOf } from '../issue/codes';
import type { VariantId } from '../ids';
import type { CatalogVariant, Link, Listing } from './link';

type MatchCode =
  | 'variant_missing_barcode'
  | 'variant_duplicate_barcode_in_product'
  | 'variant_duplicate_barcode_across_products'
  | 'seller_sku_duplicate'
  | 'seller_sku_not_found';

/** A reason why variants are not linked, and which published variants it stops. */
export type MatchIssue = { [C in MatchCode]: IssueOf<C> & { stops: readonly VariantId[] } }[MatchCode];

export type Match = { links: readonly Link[]; issues: readonly MatchIssue[] };

export type MatchFacts = {
  /** All of the merchant's variants that could bear the codes in question, published or not. */
  variants: readonly CatalogVariant[];
  /** All listings of one connection that could bear them. */
  listings: readonly Listing[];
};

/** Pairs published variants with Lazada SKUs by equal code (spec R2.1, R2.3, R2.5; design §4). */
export function matchCatalog(_facts: MatchFacts): Match {
  throw new Error('not written yet');
}
