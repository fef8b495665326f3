import type { AuthorizationCode, Buyer, Grant, Order, Seller } from './entities';
import { type LazadaSeed, sellerFromSeed } from './seed';

export type Label = { packageIds: string[]; sellerId: string; expiresAt: number };

/** Everything the platform remembers. Orders live under their seller: order ids repeat between shops (lazada.md §9.4). */
export type Store = {
  sellers: Map<string, Seller>;
  codes: Map<string, AuthorizationCode>;
  grants: Grant[];
  /** By phone number. */
  buyers: Map<string, Buyer>;
  labels: Map<string, Label>;
  /** Orders that the passing of time may change, with their sellers. */
  waiting: Map<Order, Seller>;
  /** First ten digits of the order id issued last. */
  lastOrderNumber: number;
  lastTrackingNumber: number;
};

const FIRST_ORDER_NUMBER = 5_251_063_469;
const FIRST_TRACKING_NUMBER = 69_388_113;

export function createStore(seed: LazadaSeed, now: number): Store {
  return {
    sellers: new Map(seed.sellers.map((seller) => [seller.sellerId, sellerFromSeed(seller, now)])),
    codes: new Map(),
    grants: [],
    buyers: new Map(),
    labels: new Map(),
    waiting: new Map(),
    lastOrderNumber: FIRST_ORDER_NUMBER,
    lastTrackingNumber: FIRST_TRACKING_NUMBER,
  };
}
