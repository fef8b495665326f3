import type { Hono } from 'hono';
import { z } from 'zod';
import { readControlBody } from '../../core/control-body';
import { TOPICS } from '../topics';
import type { HaravanControl } from './haravan-control';
import { modesChange } from './modes-change';

const orgId = z.coerce.string();
const justOrg = z.object({ orgId });
const withScopes = justOrg.extend({ scopes: z.array(z.string()).optional() });
const expiry = justOrg.extend({ expire: z.boolean().default(true), expireRefresh: z.boolean().default(false) });
const plan = justOrg.extend({
  name: z.string(),
  planId: z.string(),
  price: z.number(),
  quantity: z.number().int().positive().optional(),
  days: z.number().positive().optional(),
});
const testWebhook = justOrg.extend({ topic: z.enum(TOPICS), body: z.unknown() });

/** What happens to the app itself: installed, removed, paid for, its tokens, its webhooks, the modes. */
export function addAppControlRoutes(routes: Hono, control: HaravanControl): void {
  routes.post('/install', async (c) => {
    const body = await readControlBody(c, withScopes);
    return c.json(control.install(body.orgId, body.scopes));
  });
  routes.post('/uninstall', async (c) => {
    control.uninstall((await readControlBody(c, justOrg)).orgId);
    return c.json({ ok: true });
  });
  routes.post('/tokens', async (c) => {
    const body = await readControlBody(c, expiry);
    control.expireTokens(body.orgId, { access: body.expire, refresh: body.expireRefresh });
    return c.json({ ok: true });
  });
  routes.post('/private-token', async (c) => {
    const body = await readControlBody(c, withScopes);
    return c.json({ accessToken: control.privateToken(body.orgId, body.scopes) });
  });
  routes.post('/plans', async (c) => {
    const { orgId: of, ...draft } = await readControlBody(c, plan);
    return c.json({ planId: control.buyPlan(of, draft) }, 201);
  });
  routes.delete('/plans/:id', async (c) => {
    control.cancelPlan((await readControlBody(c, justOrg)).orgId, c.req.param('id'));
    return c.json({ ok: true });
  });
  routes.post('/test-webhook', async (c) => {
    const { orgId: of, topic, body } = await readControlBody(c, testWebhook);
    control.sendTestWebhook(of, topic, body);
    return c.json({ ok: true });
  });
  routes.post('/modes', async (c) => c.json({ modes: control.setModes(await readControlBody(c, modesChange)) }));
}
