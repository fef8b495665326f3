import type { ApiContext } from '../api';
import type { Product } from '../entities/product';
import { dateFilter, idsQuery, momentFilter, numberQuery, usualMoment } from '../listing';
import type { Store } from '../store';
import { productsIn } from './membership';

/** Filters of the list (haravan.md §2.6). `order=updated_at` is sent by a client and not documented (§2.3). */
export function selectProducts(c: ApiContext, store: Store): Product[] {
  const org = c.get('org');
  const [ids, collectionId, moment] = [idsQuery(c, 'ids'), numberQuery(c, 'collection_id'), usualMoment(store)];
  const isInTime = dateFilter(c, moment);
  const isPublished = momentFilter(c, 'published_at', moment);
  const { vendor, product_type, handle, barcode, sku, order } = c.req.query();
  const bears = (product: Product, field: 'barcode' | 'sku', value: string | undefined) =>
    value === undefined || product.variantIds.some((id) => org.variants.get(id)?.[field] === value);
  const collection = collectionId === undefined ? undefined : org.collections.get(collectionId);
  const members = collectionId === undefined ? undefined : new Set(collection ? productsIn(org, collection) : []);
  const among = ids
    ? [...new Set(ids)].sort((a, b) => a - b).flatMap((id) => org.products.get(id) ?? [])
    : [...org.products.values()];
  const rows = among.filter(
    (product) =>
      (!members || members.has(product)) &&
      (vendor === undefined || product.vendor === vendor) &&
      (product_type === undefined || product.productType === product_type) &&
      (handle === undefined || product.handle === handle) &&
      bears(product, 'barcode', barcode) &&
      bears(product, 'sku', sku) &&
      isPublished(product.publishedAt) &&
      isInTime(product),
  );
  const sign = /\bdesc\b/i.test(order ?? '') ? -1 : 1;
  return /^updated_at\b/.test(order ?? '')
    ? rows.sort((a, b) => sign * (a.updatedAt - b.updatedAt || a.id - b.id))
    : rows;
}
