import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { readControlBody } from '../../core/control-body';
import { CANCEL_REASONS } from '../orders/cancel-order';
import { orderDraft } from '../orders/order-draft';
import type { HaravanControl } from './haravan-control';

const orgId = z.coerce.string();
const justOrg = z.object({ orgId });
const cancel = justOrg.extend({ reason: z.enum(CANCEL_REASONS).optional(), restock: z.boolean().optional() });
const edit = justOrg.extend({ note: z.string().optional(), tags: z.array(z.string()).optional() });
const fulfillment = justOrg.extend({
  trackingNumber: z.string().optional(),
  trackingCompany: z.string().optional(),
  locationId: z.number().optional(),
  codAmount: z.number().nonnegative().optional(),
});
const move = justOrg.extend({ fulfillmentId: z.number(), state: z.string() });

/** What a person does to orders in the admin, over HTTP. A refusal of Haravan's is a 409 in its words. */
export function addOrderControlRoutes(routes: Hono, control: HaravanControl): void {
  const id = (c: Context) => Number(c.req.param('id'));
  const ok = (c: Context) => c.json({ ok: true });

  routes.post('/orders', async (c) => {
    const body = await readControlBody(c, z.object({ orgId, order: orderDraft }));
    return c.json({ orderId: control.placeOrder(body.orgId, body.order) }, 201);
  });
  const plain = {
    confirm: control.confirmOrder,
    close: control.closeOrder,
    open: control.reopenOrder,
    pay: control.payOrder,
  };
  for (const [name, act] of Object.entries(plain)) {
    routes.post(`/orders/:id/${name}`, async (c) => {
      act((await readControlBody(c, justOrg)).orgId, id(c));
      return ok(c);
    });
  }
  routes.post('/orders/:id/cancel', async (c) => {
    const { orgId: of, ...choice } = await readControlBody(c, cancel);
    control.cancelOrder(of, id(c), choice);
    return ok(c);
  });
  routes.patch('/orders/:id', async (c) => {
    const { orgId: of, ...change } = await readControlBody(c, edit);
    control.editOrder(of, id(c), change);
    return ok(c);
  });
  routes.delete('/orders/:id', async (c) => {
    control.deleteOrder((await readControlBody(c, justOrg)).orgId, id(c));
    return ok(c);
  });
  routes.post('/orders/:id/fulfillments', async (c) => {
    const { orgId: of, ...draft } = await readControlBody(c, fulfillment);
    return c.json({ fulfillmentId: control.fulfillOrder(of, id(c), draft) }, 201);
  });
  routes.post('/orders/:id/fulfillment-state', async (c) => {
    const { orgId: of, fulfillmentId, state } = await readControlBody(c, move);
    control.moveFulfillment(of, id(c), fulfillmentId, state);
    return ok(c);
  });
}
