import { z } from 'zod';
import { isPlatformError, type PlatformErrorKind } from '../http/platform-error';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaAuth } from './lazada-auth';
import { readSkuFailures } from './sku-failures';

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
export type LazadaWriteResult = {
  failures: LazadaSkuFailure[];
  /** Refusals beside those that name no SKU of the batch: then no SKU of it is certain, read all back. */
  unattributed?: { code: string; message: string }[];
};

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

type WireSku = { ItemId: string; SkuId: string; SellerSku: string | undefined } & Record<string, string | undefined>;

function wireSku(write: LazadaSkuKey, figure: Record<string, string>): WireSku {
  return { ItemId: write.itemId, SkuId: write.skuId, SellerSku: write.sellerSku || undefined, ...figure };
}

/** JSON, which both APIs accept (lazada.md §7.1). */
function payload(skus: WireSku[]): string {
  return JSON.stringify({ Request: { Product: { Skus: { Sku: skus } } } });
}

/** Success carries nothing worth reading. */
const write = { method: 'POST', repeatable: false, envelope: 'data', answer: z.unknown() } as const;

const updatePrices: LazadaEndpoint<LazadaPriceWrite[], unknown> = {
  ...write,
  operation: 'prices.update',
  path: '/product/price_quantity/update',
  params: (writes) => ({ payload: payload(writes.map((one) => wireSku(one, { Price: String(one.price) }))) }),
};

function quantityEndpoint(operation: string, path: string): LazadaEndpoint<LazadaQuantityWrite[], unknown> {
  return {
    ...write,
    operation,
    path,
    params: (writes) => ({
      payload: payload(writes.map((one) => wireSku(one, { SellableQuantity: String(one.quantity) }))),
    }),
  };
}

const updateSellable = quantityEndpoint('sellable.update', '/product/stock/sellable/update');
const adjustSellable = quantityEndpoint('sellable.adjust', '/product/stock/sellable/adjust');

/** 501 is the umbrella under which `detail` names the refused SKUs (lazada.md §7.2). */
async function failuresOf(writes: LazadaSkuKey[], sent: Promise<unknown>): Promise<LazadaWriteResult> {
  try {
    await sent;
    return { failures: [] };
  } catch (error) {
    if (!isPlatformError(error, 'rejected') || error.code !== '501') throw error;
    const { failures, unattributed } = readSkuFailures(error.detail, writes);
    if (failures.length === 0) throw error;
    return unattributed.length === 0 ? { failures } : { failures, unattributed };
  }
}

export function createSkuWritesApi(call: LazadaCall): LazadaSkuWritesApi {
  return {
    updatePrices: (auth, writes) => failuresOf(writes, call(updatePrices, auth, writes)),
    updateSellable: (auth, writes) => failuresOf(writes, call(updateSellable, auth, writes)),
    adjustSellable: (auth, writes) => failuresOf(writes, call(adjustSellable, auth, writes)),
  };
}
