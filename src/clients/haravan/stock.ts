import type { HaravanAuth } from './haravan-auth';

/** One variant at one location; a pair that never had stock may be missing. Units may be negative (haravan.md §2.10). */
export type HaravanStockRow = {
  locationId: string;
  variantId: string;
  productId?: string;
  onHand: number;
  committed: number;
  incoming: number;
  /** onHand − committed. */
  available: number;
  updatedAt?: Date;
};

export type HaravanStockChange = {
  locationId: string;
  /** `set` overwrites (taken to be on-hand: verify), `adjust` adds (haravan.md §2.11). */
  type: 'set' | 'adjust';
  reason?: 'newproduct' | 'returned' | 'productionofgoods' | 'damaged' | 'shrinkage' | 'promotion' | 'transfer';
  note?: string;
  /** At most 100. */
  lines: { productId: string; variantId: string; quantity: number }[];
};

export type HaravanStockApi = {
  /** Any number of ids: split into calls of at most 50 variants and 200 pairs. */
  readStock(
    auth: HaravanAuth,
    pairs: { locationIds: string[]; variantIds: string[]; updatedAtMin?: Date },
  ): Promise<HaravanStockRow[]>;
  setStock(auth: HaravanAuth, change: HaravanStockChange): Promise<void>;
};
