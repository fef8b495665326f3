import type { Hono } from 'hono';
import { z } from 'zod';
import { readControlBody } from '../../core/control-body';
import type { HaravanControl } from './haravan-control';

const justOrg = z.object({ orgId: z.coerce.string() });
const location = justOrg.extend({
  name: z.string().optional(),
  isUnavailableQuantity: z.boolean().optional(),
  type: z.string().optional(),
});

/** The shop's own settings. */
export function addShopControlRoutes(routes: Hono, control: HaravanControl): void {
  routes.post('/locations', async (c) => {
    const { orgId: of, ...draft } = await readControlBody(c, location);
    return c.json({ locationId: control.addLocation(of, draft) }, 201);
  });
  routes.patch('/locations/:id', async (c) => {
    const { orgId: of, ...change } = await readControlBody(c, location);
    control.changeLocation(of, Number(c.req.param('id')), change);
    return c.json({ ok: true });
  });
  routes.delete('/locations/:id', async (c) => {
    control.deleteLocation((await readControlBody(c, justOrg)).orgId, Number(c.req.param('id')));
    return c.json({ ok: true });
  });
  routes.patch('/shop', async (c) => {
    const body = await readControlBody(c, justOrg.extend({ name: z.string().min(1) }));
    control.renameShop(body.orgId, body.name);
    return c.json({ ok: true });
  });
}
