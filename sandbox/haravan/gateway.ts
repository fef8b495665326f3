import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Calls } from '../core/calls';
import { actUnderFault, isDropped } from '../core/fault-effects';
import type { Fault, Faults } from '../core/faults';
import { tokenOf } from './api';
import { RETRY_AFTER_SECONDS } from './bucket';
import { MISSING_TEXT } from './envelope';
import type { Platform } from './platform';
import { isTooFast } from './tight-paths';

type Fetching = { fetch: (request: Request, env?: unknown) => Response | Promise<Response> };
export type GatewayParts = { platform: Platform; calls: Calls; faults: Faults; api: Fetching; pages: Fetching };

const LIMIT_HEADER = 'X-Haravan-Api-Call-Limit';

/** Everything a client meets before the resource: faults, the bucket, and the book of calls. */
export function mountGateway(root: Hono<{ Bindings: HttpBindings }>, parts: GatewayParts): void {
  root.all('*', async (c) => {
    const { platform, calls, faults } = parts;
    const { path, method } = c.req;
    const tenant = tokenOf(platform, c.req.header('authorization'))?.orgId ?? '';
    const fault = faults.take({ path, method, tenant });
    const words = { throttled: () => throttled(platform), expiredToken: () => unauthorized(), refused };
    const response = await actUnderFault(c, fault, words, () => act(c, parts, tenant));
    const dropped = isDropped(response);
    if (!dropped && isMetered(path) && tenant && !response.headers.has(LIMIT_HEADER)) {
      response.headers.set(LIMIT_HEADER, `${platform.bucket.used(tenant)}/${platform.bucket.size}`);
    }
    if (isCall(path))
      calls.record({
        operation: operationOf(method, path),
        method,
        path,
        tenant,
        status: dropped ? 0 : response.status,
      });
    return response;
  });
}

function act(c: Context, { platform, api, pages }: GatewayParts, tenant: string): Response | Promise<Response> {
  const { path } = c.req;
  const isRefused = isMetered(path) && tenant && (isTooFast(platform, tenant, path) || !platform.bucket.take(tenant));
  if (isRefused) return throttled(platform);
  return (isApi(path) ? api : pages).fetch(c.req.raw, c.env);
}

/** The body is not documented (haravan.md §4). */
function throttled({ bucket: { size } }: Platform): Response {
  const headers = { 'Retry-After': `${RETRY_AFTER_SECONDS}.0`, [LIMIT_HEADER]: `${size}/${size}` };
  return Response.json({ error: 'Too many requests' }, { status: 429, headers });
}

/** A transient 422 on a read, for one (haravan.md §2.2). */
const refused = ({ status = 422, message = MISSING_TEXT }: Fault): Response =>
  Response.json({ errors: message }, { status });

const unauthorized = (): Response => Response.json({ errors: 'Unauthorized' }, { status: 401 });

/** REST: the shop host's part of it and `/com` end in `.json`. */
const isMetered = (path: string): boolean => /^\/(com|web|shops\/[^/]+\/admin)\/.+\.json$/.test(path);
const isApi = (path: string): boolean => isMetered(path) || path === '/api/subscribe';
const isCall = (path: string): boolean => isApi(path) || path === '/connect/token' || path === '/connect/userinfo';

/** `GET /com/orders/{id}/transactions.json` */
function operationOf(method: string, path: string): string {
  return `${method} ${path.replace(/^\/shops\/[^/]+/, '/shops/{shop}').replace(/\/\d+(?=[/.])/g, '/{id}')}`;
}
