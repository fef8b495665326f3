import type { Barcode, ProductId } from '../ids';
import type { NamedVariant } from '../issue/codes';
import { comparableCode } from './code';
import type { CatalogVariant } from './link';
import { nameVariant } from './name-variant';

type InProduct = { barcode: Barcode; variants: readonly NamedVariant[] };

export type Repeats = {
  /** Products with a barcode that two of their own variants bear: such a product stops whole (spec R2.3). */
  inProduct: ReadonlyMap<ProductId, readonly InProduct[]>;
  /** By comparable code: all who bear one that stands in several products. */
  acrossProducts: ReadonlyMap<string, readonly NamedVariant[]>;
};

function byCode(variants: readonly CatalogVariant[]): Map<string, CatalogVariant[]> {
  const withCode = variants.filter((variant) => variant.barcode !== null);
  return Map.groupBy(withCode, (variant) => (variant.barcode === null ? '' : comparableCode(variant.barcode)));
}

function repeatsWithin(bearers: readonly CatalogVariant[]): [ProductId, InProduct][] {
  return [...Map.groupBy(bearers, (variant) => variant.productId)].flatMap(([productId, twins]) => {
    const barcode = twins[0]?.barcode;
    if (twins.length < 2 || barcode == null) return [];
    return [[productId, { barcode, variants: twins.map(nameVariant) }] satisfies [ProductId, InProduct]];
  });
}

export function findRepeats(alive: readonly CatalogVariant[]): Repeats {
  const inProduct = new Map<ProductId, InProduct[]>();
  const acrossProducts = new Map<string, readonly NamedVariant[]>();
  for (const [code, bearers] of byCode(alive)) {
    if (bearers.length < 2) continue;
    if (new Set(bearers.map((bearer) => bearer.productId)).size > 1) acrossProducts.set(code, bearers.map(nameVariant));
    for (const [productId, repeat] of repeatsWithin(bearers)) {
      inProduct.set(productId, [...(inProduct.get(productId) ?? []), repeat]);
    }
  }
  return { inProduct, acrossProducts };
}
