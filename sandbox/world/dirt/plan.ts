import type { Ids } from '../../core/ids';
import type { Draft } from '../draft';
import {
  addAmpersands,
  decomposeCodes,
  missBarcodes,
  repeatAcrossProducts,
  repeatWithinProducts,
  shareBarcodes,
} from './barcodes';
import {
  addLazadaOnly,
  differPrices,
  differQuantities,
  doubleSellerSkus,
  dropListings,
  refusePrices,
  runSales,
} from './listings';
import { allowOverselling, emptyStock, type OddStockOn, overdrawStock, untrack } from './stock';

/** How many of each. */
export type DirtPlan = {
  repeatedInProduct: number;
  repeatedAcross: number;
  missingBarcodes: number;
  untracked: number;
  withoutListing: number;
  doubledSellerSkus: number;
  priceRefused: number;
  otherNormalForm: number;
  ampersands: number;
  lazadaOnly: number;
  zeroStock: number;
  negativeStock: number;
  oddStockOn: OddStockOn;
  continuePolicy: number;
  differingPrices: number;
  differingQuantities: number;
  sales: number;
};

/** Whole products first: single variants are easier to find. */
export function soil(draft: Draft, plan: DirtPlan, ids: Ids, sharedCodes: readonly string[] = []): void {
  repeatWithinProducts(draft, ids, plan.repeatedInProduct);
  repeatAcrossProducts(draft, ids, plan.repeatedAcross);
  missBarcodes(draft, ids, plan.missingBarcodes);
  untrack(draft, ids, plan.untracked);
  dropListings(draft, ids, plan.withoutListing);
  doubleSellerSkus(draft, ids, plan.doubledSellerSkus);
  refusePrices(draft, ids, plan.priceRefused);
  decomposeCodes(draft, ids, plan.otherNormalForm);
  addAmpersands(draft, ids, plan.ampersands);
  shareBarcodes(draft, ids, sharedCodes);
  addLazadaOnly(draft, ids, plan.lazadaOnly);
  emptyStock(draft, ids, plan.zeroStock, plan.oddStockOn);
  overdrawStock(draft, ids, plan.negativeStock, plan.oddStockOn);
  allowOverselling(draft, ids, plan.continuePolicy);
  differPrices(draft, ids, plan.differingPrices);
  differQuantities(draft, ids, plan.differingQuantities);
  runSales(draft, ids, plan.sales);
}

const NONE: DirtPlan = {
  repeatedInProduct: 0,
  repeatedAcross: 0,
  missingBarcodes: 0,
  untracked: 0,
  withoutListing: 0,
  doubledSellerSkus: 0,
  priceRefused: 0,
  otherNormalForm: 0,
  ampersands: 0,
  lazadaOnly: 0,
  zeroStock: 0,
  negativeStock: 0,
  oddStockOn: 'clean',
  continuePolicy: 0,
  differingPrices: 0,
  differingQuantities: 0,
  sales: 0,
};

export const STORY_DIRT: DirtPlan = {
  repeatedInProduct: 2,
  repeatedAcross: 3,
  missingBarcodes: 12,
  untracked: 8,
  withoutListing: 10,
  doubledSellerSkus: 1,
  priceRefused: 2,
  otherNormalForm: 1,
  ampersands: 1,
  lazadaOnly: 5,
  zeroStock: 10,
  negativeStock: 6,
  oddStockOn: 'clean',
  continuePolicy: 90,
  differingPrices: 60,
  differingQuantities: 120,
  sales: 8,
};

export const SECOND_STORY_DIRT: DirtPlan = {
  ...STORY_DIRT,
  repeatedInProduct: 1,
  repeatedAcross: 1,
  missingBarcodes: 3,
  untracked: 2,
  withoutListing: 2,
  priceRefused: 1,
  lazadaOnly: 2,
  zeroStock: 2,
  negativeStock: 2,
  continuePolicy: 10,
  differingPrices: 8,
  differingQuantities: 14,
  sales: 2,
};

/** One of each. */
export const SMALL_DIRT: DirtPlan = {
  repeatedInProduct: 1,
  repeatedAcross: 1,
  missingBarcodes: 1,
  untracked: 1,
  withoutListing: 1,
  doubledSellerSkus: 1,
  priceRefused: 1,
  otherNormalForm: 1,
  ampersands: 1,
  lazadaOnly: 1,
  zeroStock: 1,
  negativeStock: 1,
  oddStockOn: 'dirty',
  continuePolicy: 2,
  differingPrices: 2,
  differingQuantities: 4,
  sales: 0,
};

export const SECOND_SMALL_DIRT: DirtPlan = { ...NONE, missingBarcodes: 1, differingQuantities: 1 };
