import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AccessToken } from './entities/access';
import type { Org } from './entities/org';
import { Refusal } from './envelope';
import type { Platform } from './platform';
import { serialize } from './serialize';
import type { Store } from './store';

export type ApiEnv = { Variables: { org: Org; token: AccessToken } };
export type Api = Hono<ApiEnv>;
export type ApiContext = Context<ApiEnv>;

/** Areas of the scope table (haravan.md §1.4). */
export type Area = 'products' | 'orders' | 'customers' | 'inventories' | 'shippings' | 'shop';

/** Answers in the spelling that the modes ask for. */
function jsonIn(store: Store, c: ApiContext): ApiContext['json'] {
  const json = (value: unknown, status: ContentfulStatusCode = 200) =>
    c.body(serialize(store.modes, value), status, { 'Content-Type': 'application/json; charset=utf-8' });
  return json as unknown as ApiContext['json'];
}

/** Routes are declared without `.json`; the gateway insists on it. */
export function createApi({ store }: Platform): Api {
  const api: Api = new Hono<ApiEnv>({ getPath: (request) => new URL(request.url).pathname.replace(/\.json$/, '') });
  api.use('*', async (c, next) => {
    c.json = jsonIn(store, c);
    await next();
  });
  api.onError((error, c) => {
    if (error instanceof Refusal) return c.json({ errors: error.errors }, error.status);
    throw error;
  });
  api.notFound((c) => c.json({ errors: 'Not Found' }, 404));
  return api;
}

export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
}

/** A live token, or nothing. */
export function tokenOf({ store, clock }: Platform, authorization: string | undefined): AccessToken | undefined {
  const token = store.accessTokens.get(bearerOf(authorization) ?? '');
  return token && token.expiresAt > clock.now() ? token : undefined;
}

/** 401 without a live token (haravan.md §2.2). */
export function authenticate(platform: Platform, c: ApiContext): void {
  const token = tokenOf(platform, c.req.header('authorization'));
  const org = token && platform.store.orgs.get(token.orgId);
  if (!token || !org) throw new Refusal(401, 'Unauthorized');
  c.set('token', token);
  c.set('org', org);
}

/** 403 without the scope; a write scope covers reads; the shop area has one scope for both (haravan.md §1.4). */
export function requireScope(c: ApiContext, area: Area, access: 'read' | 'write'): void {
  const { scopes } = c.get('token');
  const enough = [`com.${access}_${area}`, `com.write_${area}`];
  if (area === 'shop') enough.push('com.read_shop');
  if (!enough.some((scope) => scopes.includes(scope))) throw new Refusal(403, 'Forbidden');
}

/** Of the storefront's own API. */
export function requireWebScope(c: ApiContext, area: string, access: 'read' | 'write'): void {
  const { scopes } = c.get('token');
  if (![`web.${access}_${area}`, `web.write_${area}`].some((scope) => scopes.includes(scope))) {
    throw new Refusal(403, 'Forbidden');
  }
}

/** A path parameter that is a number; anything else is no route. */
export function idParam(c: ApiContext, name: string): number {
  return Number(c.req.param(name));
}
