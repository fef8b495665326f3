import { z } from 'zod';
import { type Api, type ApiContext, idParam, requireScope } from '../api';
import { amount, optional, readBody, text } from '../body';
import { changeVariant } from '../catalog';
import type { Variant } from '../entities/product';
import { found } from '../envelope';
import { formatVariant } from '../formatters/variant';
import { idsQuery, pageOf, pageRequest, project } from '../listing';
import type { Platform } from '../platform';

const VARIANTS_PER_PAGE = 50;

const change = z.object({
  title: optional(text),
  sku: optional(text),
  barcode: text.nullish(),
  price: optional(amount),
  compare_at_price: optional(amount),
  inventory_policy: optional(z.enum(['deny', 'continue'])),
  inventory_management: z.string().nullish(),
});

/** haravan.md §2.7 */
export function addVariantRoutes(api: Api, platform: Platform): void {
  const { store } = platform;
  const ofProduct = (c: ApiContext) => {
    requireScope(c, 'products', 'read');
    const org = c.get('org');
    const product = found(store, org.products.get(idParam(c, 'productId')));
    const ids = idsQuery(c, 'ids') ?? product.variantIds;
    const variants = product.variantIds.filter((id) => ids.includes(id)).flatMap((id) => org.variants.get(id) ?? []);
    return { org, product, variants };
  };
  const answer = (c: ApiContext, variant: Variant) => {
    const org = c.get('org');
    const product = found(store, org.products.get(variant.productId));
    return c.json({ variant: project(c, formatVariant(org, product, variant)) });
  };

  api.get('/com/products/:productId/variants', (c) => {
    const { org, product, variants } = ofProduct(c);
    const page = pageOf(variants, pageRequest(c, VARIANTS_PER_PAGE));
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
    changeVariant(platform, org, variant, await readBody(c, change, 'variant'));
    return answer(c, variant);
  });
}
