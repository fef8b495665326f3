/** haravan.md §2.7. Money in đồng. */
export type HaravanVariant = {
  id: string;
  productId: string;
  /** `Default Title` on a product without options. */
  title: string;
  /** Not trimmed and not normalized; absent when empty. */
  barcode?: string;
  sku?: string;
  price: number;
  /** Absent when unset (Haravan sends 0). */
  compareAtPrice?: number;
  /** `inventory_management` = `haravan`. */
  tracksInventory: boolean;
  /** `inventory_policy` = `continue`. */
  allowsBackorder: boolean;
  /** Sellable total over all locations. */
  inventoryQuantity?: number;
  position?: number;
  imageId?: string;
  createdAt?: Date;
  updatedAt?: Date;
};

/** A product's variants with what they cost, in đồng. */
export type HaravanPrices = { id: string; variants: { id: string; price: number }[] };

/** haravan.md §2.6. */
export type HaravanProduct = {
  id: string;
  title: string;
  handle?: string;
  vendor?: string;
  productType?: string;
  tags: string[];
  createdAt?: Date;
  updatedAt?: Date;
  publishedAt?: Date;
  images: { id: string; src: string; variantIds: string[] }[];
  options: { name: string; position?: number }[];
  variants: HaravanVariant[];
};
