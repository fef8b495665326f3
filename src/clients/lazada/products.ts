import type { UnreadableRow } from '../wire/rows';
import type { LazadaItem } from './item';
import type { LazadaAuth } from './lazada-auth';

export type LazadaProductFilter = 'all' | 'live' | 'inactive' | 'deleted' | 'pending' | 'rejected' | 'sold-out';

/** `/products/get` (lazada.md §6.1). */
export type LazadaProductQuery = {
  /** `all` when absent. */
  filter?: LazadaProductFilter;
  /** At most 50; 50 when absent. */
  limit?: number;
  /** At most 10 000 and deprecated: scroll with dates instead. */
  offset?: number;
  createAfter?: Date;
  createBefore?: Date;
  updateAfter?: Date;
  updateBefore?: Date;
  /** At most 100, whole-word match. */
  sellerSkus?: string[];
};

/** `totalItems` counts items, not SKUs. */
export type LazadaProductPage = { totalItems: number; items: LazadaItem[]; unreadable: UnreadableRow[] };

export type LazadaProductsApi = {
  listProducts(auth: LazadaAuth, query?: LazadaProductQuery): Promise<LazadaProductPage>;
  /** `not_found` for codes 207 and 208. */
  getProduct(auth: LazadaAuth, itemId: string): Promise<LazadaItem>;
};
