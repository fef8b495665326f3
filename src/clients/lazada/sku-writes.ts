import type { PlatformErrorKind } from '../http/platform-error';
import type { LazadaAuth } from './lazada-auth';

/** The real key is itemId + skuId (lazada.md §7.1); sellerSku is sent along and used to read refusals. */
export type LazadaSkuKey = { itemId: string; skuId: string; sellerSku: string };

/** Whole đồng, more than 0. */
export type LazadaPriceWrite = LazadaSkuKey & { price: number };
/** Units: the new sellable figure, or with `adjustSellable` the difference, which may be negative. */
export type LazadaQuantityWrite = LazadaSkuKey & { quantity: number };

/** What Lazada refused of a batch. */
export type LazadaSkuFailure = LazadaSkuKey & {
  /** The symbolic code where Lazada gives one (`SELLER_SKU_NOT_FOUND`), else the number as text. */
  code: string;
  /** Lazada's own words. */
  message: string;
  /** What to do about this SKU, by the same table as whole calls. */
  kind: PlatformErrorKind;
};

/** SKUs not named are most likely applied; read them back (lazada.md §7.2). */
export type LazadaWriteResult = { failures: LazadaSkuFailure[] };

/**
 * At most 50 SKUs a call. A 501 whose detail names no SKU of the batch is thrown as `rejected`; a lost answer is
 * `ambiguous`. None is repeated by the client: read back, then decide.
 */
export type LazadaSkuWritesApi = {
  updatePrices(auth: LazadaAuth, writes: LazadaPriceWrite[]): Promise<LazadaWriteResult>;
  /** Overwrites the sellable quantity. */
  updateSellable(auth: LazadaAuth, writes: LazadaQuantityWrite[]): Promise<LazadaWriteResult>;
  /** Adds to the sellable quantity; cannot overwrite a sale that happens meanwhile. */
  adjustSellable(auth: LazadaAuth, writes: LazadaQuantityWrite[]): Promise<LazadaWriteResult>;
};
