import type { CatalogChanges, ProductRecord, VariantRecord } from '../ports/catalog';

type Found = { priceOf: string[]; quantityOf: string[]; productIds: Set<string>; codes: Set<string> };

function touch(found: Found, productId: string, ...codes: (string | null | undefined)[]): void {
  found.productIds.add(productId);
  for (const code of codes) if (code != null) found.codes.add(code);
}

function quantityMayDiffer(was: VariantRecord, is: VariantRecord): boolean {
  return (
    was.tracksInventory !== is.tracksInventory ||
    was.allowsBackorder !== is.allowsBackorder ||
    // A stock webhook that never came shows here at the latest.
    (was.available !== null && is.available !== null && was.available !== is.available)
  );
}

function compareVariant(productId: string, was: VariantRecord | undefined, is: VariantRecord, found: Found): void {
  if (was === undefined) {
    touch(found, productId, is.code);
    return;
  }
  if (was.code !== is.code) touch(found, productId, was.code, is.code);
  if (was.title !== is.title) touch(found, productId);
  if (was.price !== is.price) found.priceOf.push(is.variantId);
  if (quantityMayDiffer(was, is)) found.quantityOf.push(is.variantId);
}

function compareProduct(was: ProductRecord | undefined, is: ProductRecord, found: Found): void {
  const before = new Map(was?.variants.map((variant) => [variant.variantId, variant]));
  for (const variant of is.variants) {
    compareVariant(is.productId, before.get(variant.variantId), variant, found);
    before.delete(variant.variantId);
  }
  for (const deleted of before.values()) touch(found, is.productId, deleted.code);
  if (was !== undefined && was.title !== is.title) touch(found, is.productId);
}

/**
 * What a new reading means: figures to push again, products to match again, and codes, old and new, whose other
 * bearers must be matched again because a repeat came or went (spec R2.3, R2.6).
 */
export function compareProducts(
  before: readonly ProductRecord[],
  after: readonly ProductRecord[],
  deleted: readonly ProductRecord[],
): CatalogChanges {
  const found: Found = { priceOf: [], quantityOf: [], productIds: new Set(), codes: new Set() };
  const known = new Map(before.map((product) => [product.productId, product]));
  for (const product of after) compareProduct(known.get(product.productId), product, found);
  for (const { productId, variants } of deleted) touch(found, productId, ...variants.map((variant) => variant.code));
  return { ...found, productIds: [...found.productIds], codes: [...found.codes] };
}
