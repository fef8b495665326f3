import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readControlBody } from '../../core/control-body';
import { Refusal } from '../envelope';
import { addAppControlRoutes } from './app-control-routes';
import type { HaravanControl } from './haravan-control';
import { UnknownRecord } from './known';
import { addOrderControlRoutes } from './order-control-routes';
import { addShopControlRoutes } from './shop-control-routes';

const orgId = z.coerce.string();
const variantChange = z.object({
  title: z.string().optional(),
  sku: z.string().optional(),
  barcode: z.string().nullable().optional(),
  price: z.number().optional(),
  compare_at_price: z.number().optional(),
  inventory_policy: z.enum(['deny', 'continue']).optional(),
  inventory_management: z.string().nullable().optional(),
});
const variantDraft = z.object({
  id: z.number().optional(),
  title: z.string().optional(),
  barcode: z.string().nullable().optional(),
  sku: z.string().optional(),
  price: z.number(),
  compareAtPrice: z.number().optional(),
  tracked: z.boolean().optional(),
  policy: z.enum(['deny', 'continue']).optional(),
  stock: z.record(z.string(), z.number()).optional(),
});
const productDraft = z.object({
  orgId,
  id: z.number().optional(),
  title: z.string(),
  vendor: z.string().optional(),
  productType: z.string().optional(),
  tags: z.string().optional(),
  image: z.string().optional(),
  variants: z.array(variantDraft).min(1),
});
const stockPlace = { orgId, locationId: z.number(), variantId: z.number() };
const stockChange = z.union([
  z.object({ ...stockPlace, onHand: z.number().int() }),
  z.object({ ...stockPlace, delta: z.number().int() }),
]);
const justOrg = z.object({ orgId });

/** The control functions over HTTP, beside those that every platform has. */
export function addHaravanControlRoutes(routes: Hono, control: HaravanControl): void {
  const id = (c: Context) => Number(c.req.param('id'));
  const ok = (c: Context) => c.json({ ok: true });
  const haravan = new Hono();
  haravan.onError((error, c) => {
    if (error instanceof UnknownRecord) return c.json({ error: error.message }, 404);
    if (error instanceof Refusal) return c.json({ error: error.message }, 409);
    throw error;
  });

  haravan.get('/state', (c) => c.json(control.state(c.req.query('orgId'))));
  haravan.patch('/variants/:id', async (c) => {
    const body = await readControlBody(c, z.object({ orgId, set: variantChange }));
    control.changeVariant(body.orgId, id(c), body.set);
    return ok(c);
  });
  haravan.post('/variants', async (c) => {
    const body = await readControlBody(c, variantDraft.extend({ orgId, productId: z.number() }));
    return c.json({ variantId: control.addVariant(body.orgId, body.productId, body) }, 201);
  });
  haravan.delete('/variants/:id', async (c) => {
    control.deleteVariant((await readControlBody(c, justOrg)).orgId, id(c));
    return ok(c);
  });
  haravan.post('/products', async (c) => {
    const { orgId: of, ...draft } = await readControlBody(c, productDraft);
    return c.json(control.addProduct(of, draft), 201);
  });
  haravan.delete('/products/:id', async (c) => {
    control.deleteProduct((await readControlBody(c, justOrg)).orgId, id(c));
    return ok(c);
  });
  haravan.put('/stock', async (c) => {
    control.setStock(await readControlBody(c, stockChange));
    return ok(c);
  });
  addOrderControlRoutes(haravan, control);
  addShopControlRoutes(haravan, control);
  addAppControlRoutes(haravan, control);
  routes.route('/', haravan);
}
