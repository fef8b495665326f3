import type { ConnectionView, LazadaAccess } from './access';
/** Recording that something must be done. Every wish is a row; the turn that does it comes later. */

export type Figure = 'price' | 'quantity';

export type PushWishes = {
  /**
   * Wishes the figures of these variants again, on all of the merchant's connections that link them (or the given one).
   * `forgetBelief`: what we believed Lazada has is unknown from now on (design §6). Coalescing: due 1 s after the first change
   * that is not pushed yet when changes keep coming, at most 3 s later (R3.4).
   */
  wish(
    merchantId: string,
    wish: {
      variantIds: readonly string[];
      figures: readonly Figure[];
      cause: string;
      connectionId?: string;
      forgetBelief?: boolean;
    },
    at: Date,
  ): Promise<void>;
  /** A setting changed: everything linked is wished again (R3.6). */
  wishAll(merchantId: string, connectionId: string, figures: readonly Figure[], cause: string, at: Date): Promise<void>;
};

export type CatalogWishes = {
  /** Haravan said that these products changed (or vanished). */
  refreshProducts(merchantId: string, productIds: readonly string[], at: Date): Promise<void>;
  pullCatalog(merchantId: string, at: Date): Promise<void>;
  pullListings(merchantId: string, connectionId: string, at: Date): Promise<void>;
};

export type OrderWishes = {
  /** Bring these orders up to date in Haravan again, waking parked ones; `importAnyway`: however old they are (spec R10.2). */
  reimport(
    merchantId: string,
    connectionId: string,
    lazadaOrderIds: readonly string[],
    at: Date,
    options?: { importAnyway?: boolean },
  ): Promise<void>;
  /** The same for all orders in Haravan that have not ended, and for cancellations that were not followed (spec R4.5). */
  reimportUnderWay(merchantId: string, connectionId: string, at: Date): Promise<void>;
  /** A push said that something happened: read the feed now. */
  pollSoon(merchantId: string, connectionId: string, at: Date): Promise<void>;
};

/** Reads every order that changed on Lazada since the last reading, and remembers its items. Safe to call from any turn. */
export type OrderFeed = {
  /**
   * `feedAt`: every order changed before this moment is known now; null when the feed could not be read.
   * `changedVariantIds`: variants whose units in flight may have changed; they have been wished again already.
   * `known`: the connection as read just now, and the turn's access to it, so that they are not asked for again.
   * @throws PlatformError only of kind unauthorized
   */
  read(
    merchantId: string,
    connectionId: string,
    known?: { connection: ConnectionView; auth?: LazadaAccess },
  ): Promise<{ feedAt: Date | null; changedVariantIds: string[] }>;
};
