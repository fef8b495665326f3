import type { CatalogVariant, Link, Listing } from '@/src/domain/catalog/link';
import type { Fence } from './turn';

/** Haravan's locations and products as last read: the mirror that matching and pages look at. */
export type LocationRecord = {
  locationId: string;
  name: string;
  isPrimary: boolean;
  /** Not on the road and not marked unavailable (haravan.md §2.5). */
  sellable: boolean;
  kind: string;
  position: number;
};

export type VariantRecord = {
  variantId: string;
  title: string;
  barcode: string | null;
  /** The barcode as codes are compared (spec R2.1); null when missing. */
  code: string | null;
  sku: string;
  /** Đồng, as parsed. */
  price: number;
  tracksInventory: boolean;
  allowsBackorder: boolean;
  position: number;
  /** Over all sellable locations; for display only. */
  available: number | null;
};

export type ProductRecord = {
  productId: string;
  title: string;
  /** Lower case, without marks. */
  searchText: string;
  image: string | null;
  vendor: string;
  kind: string;
  tags: string;
  updatedAt: Date | null;
  /** Those that exist; a mirrored variant that is not among them is deleted. */
  variants: readonly VariantRecord[];
};

/** What a new reading of Haravan's catalog means for the shops. */
export type CatalogChanges = {
  priceOf: readonly string[];
  quantityOf: readonly string[];
  /** Products to be matched again, and codes whose other bearers are. */
  productIds: readonly string[];
  codes: readonly string[];
};

/** Turns to ask for: which connections have something to match, and which something to push, and when. */
export type Wished = {
  catalog: readonly string[];
  stock: readonly { connectionId: string; dueAt: Date }[];
};

export type PullState = { dueAt: Date | null; cursor: string | null; startedAt: Date | null; readAt: Date | null };
export type Refresh = { productId: string; wanted: number; attempts: number };

export type CatalogStore = {
  pullState(merchantId: string): Promise<PullState>;
  beginPull(merchantId: string, at: Date, fence: Fence): Promise<void>;
  /** Answers true when the set of sellable locations changed: then every quantity is wished again. */
  saveLocations(merchantId: string, locations: readonly LocationRecord[], at: Date, fence: Fence): Promise<boolean>;
  /** Those of these products that are mirrored and not deleted. */
  loadProducts(merchantId: string, productIds: readonly string[]): Promise<ProductRecord[]>;
  /** Products not seen since, and not deleted yet; at most `limit`. */
  unseenProducts(merchantId: string, since: Date, limit: number): Promise<ProductRecord[]>;
  save(
    merchantId: string,
    reading: {
      products: readonly ProductRecord[];
      deletedProductIds: readonly string[];
      /** Seen but unreadable: they keep what we knew of them. */
      seenProductIds?: readonly string[];
      changes: CatalogChanges;
      readAt: Date;
      /** Of a pull under way. */
      cursor?: string;
      /** Refreshes that this reading answers, with the version that was asked. */
      refreshed?: readonly Refresh[];
    },
    at: Date,
    fence: Fence,
  ): Promise<Wished>;
  finishPull(merchantId: string, pull: { startedAt: Date; nextAt: Date }, fence: Fence): Promise<void>;
  takeRefreshes(merchantId: string, now: Date, limit: number): Promise<Refresh[]>;
  postponeRefreshes(
    merchantId: string,
    productIds: readonly string[],
    dueAt: Date,
    why: string,
    fence: Fence,
  ): Promise<void>;
  wishRefresh(merchantId: string, productIds: readonly string[], at: Date): Promise<void>;
  wishPull(merchantId: string, at: Date): Promise<void>;
};

/** One SKU of Lazada as read. */
export type ListingRecord = {
  itemId: string;
  skuId: string;
  sellerSku: string;
  /** The SellerSku as codes are compared; null when empty. */
  code: string | null;
  name: string;
  status: Listing['status'];
  price: number | null;
  sellable: number | null;
  /** Units that a campaign holds; part of `sellable` (spec R10.6). */
  locked: number;
  /** The seller's own on Lazada; 0: Lazada keeps the goods (FBL), the quantity is not ours to set. */
  warehouses: number;
  url: string | null;
};

/** A mirrored listing with what we believe of its figures, when it is linked. */
export type KnownListing = {
  itemId: string;
  skuId: string;
  code: string | null;
  sellerSku: string;
  status: Listing['status'];
  warehouses: number;
  gone: boolean;
  variantId: string | null;
  believedPrice: Belief;
  believedQuantity: Belief;
};

/** What Lazada has as far as we know; null = unknown. `at`: when that was learned or forgotten. */
export type Belief = { value: number | null; at: Date | null };

export type ListingChanges = {
  /** SKUs that are not on Lazada any more. */
  goneSkuIds: readonly string[];
  /** Codes, old and new, whose bearers must be matched again. */
  codes: readonly string[];
  /** Figures that differ from what we believed (spec R10.7). */
  drift: readonly Drift[];
  /** Variants whose goods moved into or out of Lazada's own warehouse: their quantity is decided anew. */
  quantityOf?: readonly string[];
};

/** A figure that Lazada holds otherwise than we believed: not by us, or by a write whose answer was lost. */
export type Drift = {
  variantId: string;
  figure: 'price' | 'quantity';
  sellerSku: string;
  believed: number;
  believedAt: Date | null;
  found: number;
};

/**
 * Where a pull stands. At its end `startedAt` is null; `pulledFrom` is when it began: a wish made since then keeps its own time
 * instead of `nextAt`; `readAt`: everything was read, as of then, and all figures that are sent were compared (spec R10.7).
 */
export type ListingPullPosition = {
  cursor: string;
  startedAt: Date | null;
  pulledFrom?: Date;
  readAt?: Date;
  nextAt?: Date;
};

export type ListingStore = {
  pullState(merchantId: string, connectionId: string): Promise<PullState & { listings: number }>;
  /** Moves the position of the pull; `startedAt` null ends it. */
  savePosition(merchantId: string, connectionId: string, position: ListingPullPosition, fence: Fence): Promise<void>;
  /** The mirrored listings of these items, gone ones too. */
  ofItems(merchantId: string, connectionId: string, itemIds: readonly string[]): Promise<KnownListing[]>;
  /** Listings not read since and not known to be gone, at most `limit`. */
  unseen(merchantId: string, connectionId: string, since: Date, limit: number): Promise<KnownListing[]>;
  save(
    merchantId: string,
    connectionId: string,
    /** `readingAt`: when the whole reading began. Figures that are sent and differ are remembered under it (spec R10.7). */
    reading: { listings: readonly ListingRecord[]; changes: ListingChanges; readAt: Date; readingAt: Date },
    at: Date,
    fence?: Fence,
  ): Promise<Wished>;
  wishPull(merchantId: string, connectionId: string, at: Date): Promise<void>;
};

export type PublicationWish = { productId: string; version: number; published: boolean };

/** All that matching these products depends on. */
export type MatchClosure = {
  variants: readonly CatalogVariant[];
  listings: readonly Listing[];
  links: readonly Link[];
};

export type MatchOutcome = {
  publications: readonly PublicationWish[];
  added: readonly (Link & { productId: string })[];
  /** The same pair, perhaps with its SellerSku spelled anew. */
  kept: readonly Link[];
  removed: readonly Link[];
};

export type MatchStore = {
  /** False until Lazada's catalog has been read whole once: before that every SKU would seem missing. */
  canMatch(merchantId: string, connectionId: string): Promise<boolean>;
  takeDue(merchantId: string, connectionId: string, now: Date, limit: number): Promise<PublicationWish[]>;
  nextDue(merchantId: string, connectionId: string): Promise<Date | null>;
  /** Nothing can be matched before then. */
  postpone(merchantId: string, connectionId: string, until: Date, fence: Fence): Promise<void>;
  closure(merchantId: string, connectionId: string, productIds: readonly string[]): Promise<MatchClosure>;
  /**
   * Writes links, wishes the figures of new ones, remembers lost ones and ends what Lỗi says of their figures, acknowledges the
   * versions: all or nothing.
   */
  save(merchantId: string, connectionId: string, outcome: MatchOutcome, at: Date, fence: Fence): Promise<void>;
  /** Lost links not settled: SKUs that Lazada still sells and that no variant feeds (spec R2.6). */
  orphans(merchantId: string, connectionId: string, limit: number): Promise<{ total: number; links: readonly Link[] }>;
  /** The quantity of these SKUs was set to 0. */
  settleOrphans(merchantId: string, connectionId: string, skuIds: readonly string[]): Promise<void>;
};

/** Which products a merchant means (spec R2.2): picked ones, or all that match. */
export type ProductSelection = { productIds: readonly string[] } | { filter: ProductFilter };

export type ProductFilter = {
  /** Words of the title, a barcode or a SKU; case and marks do not matter. */
  search?: string;
  vendor?: string;
  kind?: string;
  tag?: string;
  status?: 'on_channel' | 'off_channel';
};

export type PublishRunView = {
  id: string;
  kind: 'publish' | 'unpublish';
  total: number;
  /** Products not matched yet. */
  waiting: number;
  createdAt: Date;
  finishedAt: Date | null;
  canceledAt: Date | null;
};

export type PublicationStore = {
  /** @throws NoSuchConnection as `unpublish` does */
  publish(merchantId: string, connectionId: string, request: RunRequest): Promise<{ runId: string; total: number }>;
  unpublish(merchantId: string, connectionId: string, request: RunRequest): Promise<{ runId: string; total: number }>;
  /** Products of the run that were not matched yet are withdrawn; answers how many. */
  cancelRun(merchantId: string, runId: string, at: Date): Promise<{ connectionId: string; withdrawn: number } | null>;
  /** Closes the runs of which nothing waits any more. */
  finishRuns(merchantId: string, connectionId: string, at: Date): Promise<void>;
  run(merchantId: string, runId: string): Promise<PublishRunView | null>;
};

export type RunRequest = { selection: ProductSelection; by: string; at: Date };
