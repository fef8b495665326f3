import type { UnreadableRow } from '../wire/rows';
import type { HaravanAuth } from './haravan-auth';
import type { HaravanProduct, HaravanVariant } from './product';

export type HaravanProductQuery = {
  /** Ascending ids after this one: the stable way to walk everything. */
  sinceId?: string;
  ids?: string[];
  /** At most 50; 50 when absent. A shorter page is the last. */
  limit?: number;
  page?: number;
  /** The platform's time zone here is unsure: up to 7 h more than asked may come back, never less. */
  updatedAtMin?: Date;
};

export type HaravanProductPage = {
  products: HaravanProduct[];
  unreadable: UnreadableRow[];
  /** Rows as sent, readable or not: compare this with the limit to find the last page. */
  rowCount: number;
};

export type HaravanProductsApi = {
  listProducts(auth: HaravanAuth, query?: HaravanProductQuery): Promise<HaravanProductPage>;
  countProducts(auth: HaravanAuth): Promise<number>;
  getProduct(auth: HaravanAuth, productId: string): Promise<HaravanProduct>;
  getVariant(auth: HaravanAuth, variantId: string): Promise<HaravanVariant>;
};
