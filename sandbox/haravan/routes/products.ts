import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { readBody } from '../body';
import { productChange, productDraft } from '../catalog/product-draft';
import { createProduct, deleteProduct, updateProduct } from '../catalog/products';
import { selectProducts } from '../catalog/select-products';
import type { Product } from '../entities/product';
import { formatProduct } from '../formatters/product';
import { pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';
import { productOf } from './product-of';

/** haravan.md §2.6 */
export function addProductRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const format = (c: ApiContext, product: Product) => formatProduct(c.get('org'), product, platform.publicUrl());

  api.get('/com/products', (c) => {
    requireScope(c, 'products', 'read');
    const page = pageOf(selectProducts(c, store), pageRequest(c, store.modes.pageCap));
    return c.json({ products: page.map((product) => project(c, format(c, product))) });
  });

  api.get('/com/products/count', (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ count: selectProducts(c, store).length });
  });

  api.get('/com/products/:id', (c) => {
    requireScope(c, 'products', 'read');
    return c.json({ product: project(c, format(c, productOf(platform, c, idParam(c, 'id')))) });
  });

  api.post('/com/products', async (c) => {
    requireScope(c, 'products', 'write');
    const product = createProduct(platform, c.get('org'), await readBody(c, productDraft, 'product'));
    return c.json({ product: format(c, product) }, 201);
  });

  api.put('/com/products/:id', async (c) => {
    requireScope(c, 'products', 'write');
    const product = productOf(platform, c, idParam(c, 'id'));
    updateProduct(platform, c.get('org'), product, await readBody(c, productChange, 'product'));
    return c.json({ product: format(c, product) });
  });

  // A deletion answers with an empty list (haravan.md §2.1).
  api.delete('/com/products/:id', (c) => {
    requireScope(c, 'products', 'write');
    deleteProduct(platform, c.get('org'), productOf(platform, c, idParam(c, 'id')));
    return c.json([]);
  });
}
