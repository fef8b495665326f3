export type Product = {
  id: number;
  title: string;
  vendor: string;
  productType: string;
  tags: string;
  image: string | null;
  createdAt: number;
  updatedAt: number;
  /** In order of position. */
  variantIds: number[];
};

export type Variant = {
  id: number;
  productId: number;
  title: string;
  sku: string;
  barcode: string | null;
  price: number;
  /** 0 when unset. */
  compareAtPrice: number;
  /** Haravan counts its stock. */
  tracked: boolean;
  policy: 'deny' | 'continue';
  createdAt: number;
  updatedAt: number;
};
