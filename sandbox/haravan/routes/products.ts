import { type Api, type ApiContext, idParam, requireScope } from '../api';
import type { Org } from '../entities/org';
import type { Product } from '../entities/product';
import { found } from '../envelope';
import { formatProduct } from '../formatters/product';
import { dateFilter, idsQuery, inUtc, pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';

/** Seen on live shops whatever `limit` asks for (haravan.md §2.3). */
const PRODUCTS_PER_PAGE = 50;

/** haravan.md §2.6 */
export function addProductRoutes(api: Api, platform: Platform): void {
  const format = (org: Org, product: Product) => formatProduct(org, product, platform.publicUrl());

  api.get('/com/products', (c) => {
    requireScope(c, 'products', 'read');
    const org = c.get('org');
    const page = pageOf(selected(c, org), pageRequest(c, PRODUCTS_PER_PAGE));
    return c.json({ products: page.map((product) => project(c, format(org, product))) });
  });

  api.get('/com/products/count', (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ count: selected(c, c.get('org')).length });
  });

  api.get('/com/products/:id', (c) => {
    requireScope(c, 'products', 'read');
    const org = c.get('org');
    const product = found(platform.store, org.products.get(idParam(c, 'id')));
    return c.json({ product: project(c, format(org, product)) });
  });
}

function selected(c: ApiContext, org: Org): Product[] {
  const ids = idsQuery(c, 'ids');
  const isInTime = dateFilter(c, inUtc);
  const { vendor, product_type, barcode, sku } = c.req.query();
  const bears = (product: Product, field: 'barcode' | 'sku', value: string | undefined) =>
    value === undefined || product.variantIds.some((id) => org.variants.get(id)?.[field] === value);
  return [...org.products.values()].filter(
    (product) =>
      (!ids || ids.includes(product.id)) &&
      (vendor === undefined || product.vendor === vendor) &&
      (product_type === undefined || product.productType === product_type) &&
      bears(product, 'barcode', barcode) &&
      bears(product, 'sku', sku) &&
      isInTime(product),
  );
}
