import type { Wished } from './catalog';
import type { Figure } from './wishes';

/** What a merchant sets per shop (Cấu hình). */
export type Settings = {
  pushPrice: boolean;
  pushQuantity: boolean;
  orderProcessing: 'lazada' | 'haravan';
  /** Empty = Kho tổng. */
  stockLocationIds: readonly string[];
  /** null = Kho tổng. */
  orderLocationId: string | null;
  stockPercent: number;
  safetyStock: number;
  maxQuantity: number | null;
  /** An order canceled before it shipped gives its units back (spec R10.13). */
  restockOnCancel: boolean;
  /** Returned goods go back into stock without waiting for an inspection (spec R10.13). */
  restockReturns: boolean;
};

export type SettingsView = {
  settings: Settings;
  /** Rises with every change: a save names the version that it was made from. */
  version: number;
  locations: readonly { locationId: string; name: string; isPrimary: boolean; sellable: boolean }[];
};

/** A linked variant as the preview needs it. */
export type LinkedVariant = {
  variantId: string;
  productTitle: string;
  variantTitle: string;
  sellerSku: string;
  tracksInventory: boolean;
  allowsBackorder: boolean;
  fulfilledByLazada: boolean;
  /** Haravan's, in đồng. */
  price: number;
  /** Haravan's last known figure over all sellable locations. */
  available: number | null;
  /** Lazada's, as last read. */
  listingPrice: number | null;
  listingSellable: number | null;
};

export type RetrySelection =
  | { issueIds: readonly string[] }
  | { code: string; connectionId: string }
  | { connectionId: string };

/** What the chosen issues are about. */
export type RetrySubjects = {
  /** Issues found. */
  total: number;
  variantIds: readonly string[];
  productIds: readonly string[];
  orders: readonly { connectionId: string; lazadaOrderId: string }[];
  connectionIds: readonly string[];
};

export type SettingsStore = {
  load(merchantId: string, connectionId: string): Promise<SettingsView | null>;
  /**
   * Saves, and wishes these figures of everything linked again, at once or not at all (spec R3.6).
   * 'stale': somebody else saved since `version`.
   */
  save(
    merchantId: string,
    connectionId: string,
    change: { version: number; settings: Settings; reevaluate: readonly Figure[] },
    at: Date,
  ): Promise<Wished | 'stale'>;
  /** All linked variants of the connection after `afterVariantId`, in a stable order. */
  linked(
    merchantId: string,
    connectionId: string,
    afterVariantId: string | null,
    limit: number,
  ): Promise<LinkedVariant[]>;
  /** A figure that is not sent any more has no trouble. */
  closeIssuesOf(merchantId: string, connectionId: string, figure: Figure, at: Date): Promise<void>;
  retrySubjects(merchantId: string, selection: RetrySelection): Promise<RetrySubjects>;
  /** Lets the publications of these products be matched again at once. */
  rematch(merchantId: string, productIds: readonly string[], at: Date): Promise<readonly string[]>;
};
