import type { LocationId } from '../ids';
import type { InFlight } from './in-flight';

export const BACKORDER_QUANTITY = 100_000;

/** Per shop (spec R10.13). Share in whole percent, rounded down; no bound: null. */
export type StockPolicy = { sharePercent: number; safetyStock: number; upperBound: number | null };

export const WHOLE_STOCK: StockPolicy = { sharePercent: 100, safetyStock: 0, upperBound: null };

export type QuantityFacts = {
  tracksInventory: boolean;
  allowsBackorder: boolean;
  /** One entry per sellable location read; a pair that Haravan left out has available 0. */
  stock: readonly { locationId: LocationId; available: number }[];
  inFlight: readonly InFlight[];
  policy: StockPolicy;
};

export type QuantityRule = 'in_stock' | 'backorder' | 'sold_out';

/** "Why this number" (spec R10.8): plain JSON, kept with the push. */
export type QuantityExplanation = {
  stock: readonly { locationId: LocationId; available: number }[];
  stockTotal: number;
  inFlight: readonly InFlight[];
  /** What R3.2 calls q: stock at the chosen locations less what is in flight. */
  available: number;
  rule: QuantityRule;
  afterRule: number;
  policy: StockPolicy;
  afterShare: number;
  afterSafetyStock: number;
  result: number;
};

export type ChannelQuantity =
  | { kind: 'quantity'; quantity: number; explanation: QuantityExplanation }
  /** Without inventory management no quantity is ever sent (design §4). */
  | { kind: 'untracked' }
  /** Lazada keeps and counts the goods itself: the seller's stock is not what is sold there. */
  | { kind: 'fulfilled_by_lazada' }
  | { kind: 'no_location' };

function applyRule(available: number, allowsBackorder: boolean): { rule: QuantityRule; afterRule: number } {
  if (available > 0) return { rule: 'in_stock', afterRule: available };
  return allowsBackorder ? { rule: 'backorder', afterRule: BACKORDER_QUANTITY } : { rule: 'sold_out', afterRule: 0 };
}

function applyPolicy(quantity: number, policy: StockPolicy) {
  const afterShare = Math.floor((quantity * policy.sharePercent) / 100);
  const afterSafetyStock = Math.max(0, afterShare - policy.safetyStock);
  return { afterShare, afterSafetyStock, result: Math.min(afterSafetyStock, policy.upperBound ?? afterSafetyStock) };
}

/** Stock → minus in flight → R3.2's table → share, safety stock, bound (design §6, in this order). */
export function channelQuantity(facts: QuantityFacts): ChannelQuantity {
  if (!facts.tracksInventory) return { kind: 'untracked' };
  if (facts.stock.length === 0) return { kind: 'no_location' };
  const { stock, inFlight, policy } = facts;
  const stockTotal = stock.reduce((sum, { available }) => sum + available, 0);
  // Lazada counts whole pieces; half a kilogram left is none.
  const available = Math.floor(stockTotal) - inFlight.length;
  const ruled = applyRule(available, facts.allowsBackorder);
  const shared = applyPolicy(ruled.afterRule, policy);
  const explanation = { stock, stockTotal, inFlight, available, ...ruled, policy, ...shared };
  return { kind: 'quantity', quantity: shared.result, explanation };
}
