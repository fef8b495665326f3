import { type Context, Hono } from 'hono';
import { type AuthorizeRequest, authorizePage, authorizeProblemPage } from '../authorize-page';
import type { Seller } from '../entities';
import type { Platform } from '../platform';
import { issueCode } from '../tokens';

const WRONG_LOGIN = 'Tài khoản hoặc mật khẩu không đúng với quốc gia đã chọn.';

/** `/oauth/authorize` (lazada.md §2.1): GET shows the page, POST logs a seller in. It refuses to be framed. */
export function createAuthorizeRoutes(platform: Platform): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('X-Frame-Options', 'DENY');
    c.header('Content-Security-Policy', "frame-ancestors 'none'");
    c.header('Cache-Control', 'no-store');
  });
  app.get('/', (c) => {
    const request = readRequest((name) => c.req.query(name));
    return refusalOf(platform, request, c) ?? c.html(authorizePage(request, cancelUrl(request)));
  });
  app.post('/', async (c) => {
    const form = await c.req.parseBody();
    const field = (name: string) => (typeof form[name] === 'string' ? form[name] : undefined);
    const request = readRequest(field);
    const refusal = refusalOf(platform, request, c);
    if (refusal) return refusal;
    const seller = login(platform, request.country, field('account') ?? '', field('password') ?? '');
    if (!seller) return c.html(authorizePage(request, cancelUrl(request), WRONG_LOGIN), 401);
    return c.redirect(callbackUrl(request, { code: issueCode(platform, seller.sellerId) }));
  });
  return app;
}

function readRequest(field: (name: string) => string | undefined): AuthorizeRequest {
  return {
    clientId: field('client_id') ?? '',
    redirectUri: field('redirect_uri') ?? '',
    responseType: field('response_type') ?? '',
    state: field('state') ?? '',
    country: (field('country') ?? 'vn').split(',')[0] ?? 'vn',
  };
}

function refusalOf({ app }: Platform, request: AuthorizeRequest, c: Context) {
  const problem = problemOf(app, request);
  return problem === undefined ? undefined : c.html(authorizeProblemPage(problem), 400);
}

/** None of these goes back to the caller: the address to go back to is not trusted yet. */
function problemOf(app: Platform['app'], request: AuthorizeRequest): string | undefined {
  if (request.clientId === '' || request.redirectUri === '') return 'Missing parameter';
  if (request.clientId !== app.key) return 'Invalid client_id';
  if (request.redirectUri !== app.callbackUrl) return 'Redirect uri does not match the callback url of the APP';
  if (request.responseType !== 'code') return 'Unsupported response_type';
  return undefined;
}

function login({ store }: Platform, country: string, account: string, password: string): Seller | undefined {
  const email = account.trim().toLowerCase();
  return [...store.sellers.values()].find(
    (seller) => seller.email.toLowerCase() === email && seller.password === password && seller.country === country,
  );
}

function cancelUrl(request: AuthorizeRequest): string {
  return callbackUrl(request, { error: 'access_denied', error_description: 'The seller refused the authorization' });
}

function callbackUrl(request: AuthorizeRequest, outcome: Record<string, string>): string {
  const url = new URL(request.redirectUri);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  if (request.state !== '') url.searchParams.set('state', request.state);
  return url.href;
}
