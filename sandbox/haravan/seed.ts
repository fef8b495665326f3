/** What the Haravan simulator starts with. Money in đồng. */
export type HaravanSeed = { orgs: HaravanOrgSeed[] };

export type HaravanOrgSeed = {
  orgId: string;
  /** The handle: `{shop}.myharavan.com`. */
  shop: string;
  name: string;
  users: HaravanUserSeed[];
  locations: HaravanLocationSeed[];
  products: HaravanProductSeed[];
};

/** The owner's role contains `admin`. */
export type HaravanUserSeed = { id: string; email: string; password: string; name: string; role: string[] };

export type HaravanLocationSeed = {
  id: number;
  name: string;
  isPrimary?: boolean;
  /** `ontheroad` marks goods in transit. */
  type?: string;
  isUnavailableQuantity?: boolean;
};

export type HaravanProductSeed = {
  id: number;
  title: string;
  vendor?: string;
  productType?: string;
  tags?: string;
  /** A URL, or a path on this server. */
  image?: string;
  /** Names of the options; guessed from the variants' titles when absent. */
  options?: string[];
  variants: HaravanVariantSeed[];
};

export type HaravanVariantSeed = {
  id: number;
  /** Values of the options, joined by ` / `. */
  title: string;
  barcode: string | null;
  sku: string;
  price: number;
  compareAtPrice?: number;
  tracked: boolean;
  policy: 'deny' | 'continue';
  /** Units on hand by location id; no entry: the variant never had stock there. */
  stock: Record<string, number>;
  grams?: number;
  units?: HaravanUnitSeed[];
};

/** Another unit of measure of the same goods: a box of 12. */
export type HaravanUnitSeed = { unit: string; ratio: number; barcode: string | null; sku: string; price: number };
