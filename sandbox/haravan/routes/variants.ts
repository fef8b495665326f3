import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { readBody } from '../body';
import { variantDraft } from '../catalog/product-draft';
import { changeVariant, createVariant, deleteVariant } from '../catalog/variants';
import type { Variant } from '../entities/product';
import { found, Refusal } from '../envelope';
import { formatVariant } from '../formatters/variant';
import { idsQuery, pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';
import { productOf } from './product-of';

/** haravan.md §2.7 */
export function addVariantRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const ofProduct = (c: ApiContext) => {
    requireScope(c, 'products', 'read');
    const org = c.get('org');
    const product = productOf(platform, c);
    const ids = idsQuery(c, 'ids') ?? product.variantIds;
    const variants = product.variantIds.filter((id) => ids.includes(id)).flatMap((id) => org.variants.get(id) ?? []);
    return { org, product, variants };
  };
  const answer = (c: ApiContext, variant: Variant, status: 200 | 201 = 200) => {
    const org = c.get('org');
    const product = found(store, org.products.get(variant.productId));
    return c.json({ variant: project(c, formatVariant(org, product, variant)) }, status);
  };

  api.get('/com/products/:productId/variants', (c) => {
    const { org, product, variants } = ofProduct(c);
    const page = pageOf(variants, pageRequest(c, store.modes.pageCap));
    // The id is always added (haravan.md §2.3).
    const rows = page.map((row) => ({ ...project(c, formatVariant(org, product, row)), id: row.id }));
    return c.json({ variants: rows });
  });

  api.get('/com/products/:productId/variants/count', (c) => c.json({ count: ofProduct(c).variants.length }));

  api.get('/com/variants/:id', (c) => {
    requireScope(c, 'products', 'read');
    return answer(c, found(store, c.get('org').variants.get(idParam(c, 'id'))));
  });

  api.put('/com/variants/:id', async (c) => {
    requireScope(c, 'products', 'write');
    const org = c.get('org');
    const variant = found(store, org.variants.get(idParam(c, 'id')));
    changeVariant(platform, org, variant, await readBody(c, variantDraft, 'variant'));
    return answer(c, variant);
  });

  api.post('/com/products/:productId/variants', async (c) => {
    requireScope(c, 'products', 'write');
    const draft = await readBody(c, variantDraft, 'variant');
    return answer(c, createVariant(platform, c.get('org'), productOf(platform, c), draft), 201);
  });

  api.delete('/com/products/:productId/variants/:id', (c) => {
    requireScope(c, 'products', 'write');
    const [org, product, id] = [c.get('org'), productOf(platform, c), idParam(c, 'id')];
    const variant = found(store, product.variantIds.includes(id) ? org.variants.get(id) : undefined);
    if (product.variantIds.length === 1) throw new Refusal(422, 'Sản phẩm phải có ít nhất một biến thể');
    deleteVariant(platform, org, variant);
    return c.json([]);
  });
}
