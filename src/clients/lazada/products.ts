import { z } from 'zod';
import { announced, rows, type UnreadableRow } from '../wire/rows';
import { absentable, count } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaItem } from './item';
import { itemSchema } from './item-schema';
import type { LazadaAuth } from './lazada-auth';
import { lazadaTimeFrom, lazadaTimeTo } from './lazada-time';

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

const wirePage = z
  .object({ total_products: absentable(count), products: rows(itemSchema, 'item_id') })
  .transform(({ total_products, products }): LazadaProductPage => {
    const sent = products.rows.length + products.unreadable.length;
    return { totalItems: total_products ?? sent, items: products.rows, unreadable: products.unreadable };
  });

const listProducts: LazadaEndpoint<LazadaProductQuery, LazadaProductPage> = {
  operation: 'products.list',
  method: 'GET',
  path: '/products/get',
  repeatable: true,
  params: (query) => ({
    filter: query.filter ?? 'all',
    limit: query.limit ?? 50,
    offset: query.offset,
    create_after: lazadaTimeFrom(query.createAfter),
    create_before: lazadaTimeTo(query.createBefore),
    update_after: lazadaTimeFrom(query.updateAfter),
    update_before: lazadaTimeTo(query.updateBefore),
    sku_seller_list: query.sellerSkus && JSON.stringify(query.sellerSkus),
    // Asks for the stock details as well (lazada.md §6.1).
    options: 1,
  }),
  envelope: 'data',
  answer: announced(['total_products', 'products'], wirePage),
};

const getProduct: LazadaEndpoint<string, LazadaItem> = {
  operation: 'products.get',
  method: 'GET',
  path: '/product/item/get',
  repeatable: true,
  params: (itemId) => ({ item_id: itemId }),
  envelope: 'data',
  answer: itemSchema,
};

export function createProductsApi(call: LazadaCall): LazadaProductsApi {
  return {
    listProducts: (auth, query = {}) => call(listProducts, auth, query),
    getProduct: (auth, itemId) => call(getProduct, auth, itemId),
  };
}
