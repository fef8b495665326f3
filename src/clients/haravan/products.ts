import { z } from 'zod';
import { wireId } from '../http/params';
import { requiredRows, type UnreadableRow } from '../wire/rows';
import { count } from '../wire/scalars';
import { at, type HaravanCall, type HaravanEndpoint } from './endpoint';
import { earliestWallTime, rooted } from './fields';
import type { HaravanAuth } from './haravan-auth';
import { allPages, PAGE_SIZE } from './pages';
import type { HaravanPrices, HaravanProduct, HaravanVariant } from './product';
import { pricesSchema, productSchema, variantSchema } from './product-schema';

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
  /** What these products ask for their variants, and nothing else of them. At most 50 ids; one that is unknown is missing. */
  listPrices(auth: HaravanAuth, productIds: readonly string[]): Promise<HaravanPrices[]>;
  countProducts(auth: HaravanAuth): Promise<number>;
  getProduct(auth: HaravanAuth, productId: string): Promise<HaravanProduct>;
  getVariant(auth: HaravanAuth, variantId: string): Promise<HaravanVariant>;
  /** All variants of a product, at most 100. */
  listVariants(auth: HaravanAuth, productId: string): Promise<HaravanVariant[]>;
  /** What is absent stays; stock is not written here (haravan.md §2.7). */
  updateVariant(auth: HaravanAuth, variantId: string, update: HaravanVariantUpdate): Promise<HaravanVariant>;
};

export type HaravanVariantUpdate = { barcode?: string; sku?: string /** Đồng. */; price?: number };

const listProducts: HaravanEndpoint<HaravanProductQuery, HaravanProductPage> = {
  operation: 'products.list',
  method: 'GET',
  path: () => '/products.json',
  query: (query) => ({
    since_id: query.sinceId,
    ids: query.ids?.join(','),
    limit: query.limit ?? 50,
    page: query.page,
    updated_at_min: earliestWallTime(query.updatedAtMin),
  }),
  repeatable: true,
  answer: z.object({ products: requiredRows(productSchema, 'id') }).transform(({ products }) => ({
    products: products.rows,
    unreadable: products.unreadable,
    rowCount: products.rows.length + products.unreadable.length,
  })),
};

/** The id of a variant comes whatever is asked for (haravan.md §2.3). */
const listPrices: HaravanEndpoint<readonly string[], HaravanPrices[]> = {
  operation: 'products.prices',
  method: 'GET',
  path: () => '/products.json',
  query: (productIds) => ({ ids: productIds.join(','), limit: 50, fields: 'id,variants' }),
  repeatable: true,
  answer: z.object({ products: requiredRows(pricesSchema, 'id') }).transform(({ products }) => products.rows),
};

const countProducts: HaravanEndpoint<void, number> = {
  operation: 'products.count',
  method: 'GET',
  path: () => '/products/count.json',
  repeatable: true,
  answer: rooted('count', count),
};

const getProduct: HaravanEndpoint<string, HaravanProduct> = {
  operation: 'products.get',
  method: 'GET',
  path: (productId) => `/products/${at(productId)}.json`,
  repeatable: true,
  answer: rooted('product', productSchema),
};

const getVariant: HaravanEndpoint<string, HaravanVariant> = {
  operation: 'variants.get',
  method: 'GET',
  path: (variantId) => `/variants/${at(variantId)}.json`,
  repeatable: true,
  answer: rooted('variant', variantSchema),
};

const listVariants: HaravanEndpoint<{ productId: string; page: number }, HaravanVariant[]> = {
  operation: 'variants.list',
  method: 'GET',
  path: ({ productId }) => `/products/${at(productId)}/variants.json`,
  query: ({ page }) => ({ limit: PAGE_SIZE, page }),
  repeatable: true,
  answer: rooted('variants', z.array(variantSchema)),
};

const updateVariant: HaravanEndpoint<{ variantId: string; update: HaravanVariantUpdate }, HaravanVariant> = {
  operation: 'variants.update',
  method: 'PUT',
  path: ({ variantId }) => `/variants/${at(variantId)}.json`,
  body: ({ variantId, update }) => ({ variant: { id: wireId(variantId), ...update } }),
  repeatable: true,
  answer: rooted('variant', variantSchema),
};

export function createProductsApi(call: HaravanCall): HaravanProductsApi {
  return {
    listProducts: (auth, query = {}) => call(listProducts, auth, query),
    listPrices: (auth, productIds) => call(listPrices, auth, productIds),
    countProducts: (auth) => call(countProducts, auth, undefined),
    getProduct: (auth, productId) => call(getProduct, auth, productId),
    getVariant: (auth, variantId) => call(getVariant, auth, variantId),
    listVariants: (auth, productId) => allPages((page) => call(listVariants, auth, { productId, page })),
    updateVariant: (auth, variantId, update) => call(updateVariant, auth, { variantId, update }),
  };
}
