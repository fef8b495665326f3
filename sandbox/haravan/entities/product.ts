export type PublishedScope = 'web' | 'pos' | 'global';

export type Product = {
  id: number;
  title: string;
  /** Unique in the shop. */
  handle: string;
  bodyHtml: string | null;
  vendor: string;
  productType: string;
  tags: string[];
  templateSuffix: string;
  /** Null: not on the web. */
  publishedAt: number | null;
  publishedScope: PublishedScope;
  onlyHideFromList: boolean;
  notAllowPromotion: boolean;
  options: ProductOption[];
  /** In order of position. */
  images: ProductImage[];
  createdAt: number;
  updatedAt: number;
  /** In order of position. */
  variantIds: number[];
};

export type ProductOption = { id: number; name: string };

/** `src`: a URL, or a path on this server. */
export type ProductImage = {
  id: number;
  src: string;
  filename: string;
  variantIds: number[];
  createdAt: number;
  updatedAt: number;
};

export type Variant = {
  id: number;
  productId: number;
  /** One value per option of the product. */
  options: string[];
  sku: string;
  barcode: string | null;
  price: number;
  /** 0 when unset. */
  compareAtPrice: number;
  grams: number;
  taxable: boolean;
  requiresShipping: boolean;
  imageId: number | null;
  /** Haravan counts its stock. */
  tracked: boolean;
  policy: 'deny' | 'continue';
  units: VariantUnit[];
  createdAt: number;
  updatedAt: number;
};

/** A unit of measure: a box of 12, with a code and a price of its own (haravan.md §2.7). */
export type VariantUnit = {
  id: number;
  unit: string;
  base: boolean;
  sellable: boolean;
  ratio: number;
  barcode: string | null;
  sku: string;
  price: number;
};

export const DEFAULT_OPTION = 'Title';
export const DEFAULT_VALUE = 'Default Title';

export const variantTitle = ({ options }: Pick<Variant, 'options'>): string => options.join(' / ');
