import type { Ids } from '../core/ids';

/** One Lazada SKU to be. Prices in đồng. */
export type DraftListing = {
  sellerSku: string;
  price: number;
  sellable: number;
  specialPrice?: number;
  priceRange?: [number, number];
};

/** Units on hand per kind of warehouse; a missing figure means that the variant never had stock there. */
export type DraftStock = { main?: number; north?: number; onTheRoad?: number; damaged?: number };

export type DraftVariant = {
  id: number;
  title: string;
  barcode: string | null;
  sku: string;
  price: number;
  tracked: boolean;
  policy: 'deny' | 'continue';
  stock: DraftStock;
  listings: DraftListing[];
  /** What was done to it: one kind of dirt about codes, prices or tracking per variant. */
  dirt?: DirtKind;
  /** Zero or negative stock may come on top. */
  stockDirt?: boolean;
};

export type DraftProduct = { id: number; title: string; code: string; type: string; variants: DraftVariant[] };

export type DirtKind =
  | 'missingBarcode'
  | 'repeatedInProduct'
  | 'repeatedAcross'
  | 'untracked'
  | 'withoutListing'
  | 'doubledSellerSku'
  | 'priceRefused'
  | 'otherNormalForm'
  | 'ampersand'
  | 'sharedBarcode';

/** A merchant's goods on both sides, before they take the shape of either platform. */
export type Draft = {
  products: DraftProduct[];
  /** Lazada items that belong to no Haravan product. */
  extraItems: { name: string; listings: DraftListing[] }[];
};

export const variantsOf = (draft: Draft): DraftVariant[] => draft.products.flatMap((product) => product.variants);

/** A random variant that is still clean, marked from now on. A catalogue too small for its dirt is a mistake in the plan. */
export function takeVariant(draft: Draft, ids: Ids, dirt: DirtKind): DraftVariant {
  const clean = variantsOf(draft).filter((variant) => variant.dirt === undefined);
  const variant = ids.pick(clean);
  variant.dirt = dirt;
  return variant;
}

/** A random product with several variants, all of them clean; all are marked. */
export function takeProduct(draft: Draft, ids: Ids, dirt: DirtKind): DraftProduct {
  const isClean = ({ variants }: DraftProduct) => variants.length > 1 && variants.every((v) => v.dirt === undefined);
  const product = ids.pick(draft.products.filter(isClean));
  for (const variant of product.variants) variant.dirt = dirt;
  return product;
}
