import { type Context, Hono } from 'hono';
import { tokenOf } from '../api';
import { isOwner } from '../entities/org';
import type { Platform } from '../platform';
import { findUser } from '../store';
import { answerWithCode, answerWithError } from './answer';
import { parseAuthorizeRequest } from './authorize-request';
import { logIn, logOut, sessionOf } from './browser-session';
import { discovery } from './discovery';
import { createSigner, userClaims } from './id-token';
import { consentPage, errorPage, loggedOutPage, loginPage } from './pages';
import { needsConsent, needsOwner } from './scopes';
import { exchangeToken } from './token';

/** The accounts host: OpenID Connect (haravan.md §1.5 - §1.7). */
export function createConnectRoutes(platform: Platform): Hono {
  const connect = new Hono();
  const signer = createSigner();
  // The login cannot be framed in the admin (haravan.md §1.1).
  connect.use('*', async (c, next) => {
    await next();
    c.header('X-Frame-Options', 'SAMEORIGIN');
  });

  const authorize = async (c: Context, query: string, done: { consent?: boolean }): Promise<Response> => {
    const parsed = parseAuthorizeRequest(new URLSearchParams(query), platform.app);
    if (parsed.kind === 'page') return c.html(errorPage(parsed.error), 400);
    if (parsed.kind === 'redirect') return answerWithError(c, parsed.request, parsed.error);
    const { request } = parsed;
    const who = sessionOf(platform, c);
    const isAnother = who && request.orgId !== null && request.orgId !== who.org.orgId;
    const asksAgain = request.prompt === 'login' && !done.consent;
    if (!who || isAnother || asksAgain) {
      return request.prompt === 'none' ? answerWithError(c, request, 'login_required') : c.html(loginPage(query));
    }
    if (needsOwner(request.scopes) && !isOwner(who.user)) {
      return answerWithError(c, request, 'access_denied', 'Chỉ chủ cửa hàng mới được cài đặt ứng dụng');
    }
    if (needsConsent(request.scopes) && !done.consent) {
      if (request.prompt === 'none') return answerWithError(c, request, 'consent_required');
      return c.html(consentPage(query, { shop: who.org.name, email: who.user.email }, request.scopes));
    }
    return answerWithCode(c, platform, signer, request, who);
  };

  connect.get('/connect/authorize', (c) => authorize(c, new URL(c.req.url).search.slice(1), {}));
  // OpenID Connect Core §3.1.2.1: both methods.
  connect.post('/connect/authorize', async (c) => authorize(c, await c.req.text(), {}));

  connect.post('/connect/login', async (c) => {
    const form = await readForm(c);
    const query = form('return_query');
    const orgId = new URLSearchParams(query).get('orgid');
    if (logIn(platform, c, { email: form('email').trim(), password: form('password'), orgId })) {
      const request = new URLSearchParams(query);
      // The password was just asked for: asking again would never end.
      if (request.get('prompt') === 'login') request.delete('prompt');
      return c.redirect(`/connect/authorize?${request}`, 303);
    }
    return c.html(loginPage(query, 'Email hoặc mật khẩu không đúng', form('email')), 401);
  });

  connect.post('/connect/consent', async (c) => {
    const form = await readForm(c);
    const query = form('return_query');
    if (form('decision') === 'allow') return authorize(c, query, { consent: true });
    const parsed = parseAuthorizeRequest(new URLSearchParams(query), platform.app);
    if (parsed.kind === 'page') return c.html(errorPage(parsed.error), 400);
    return answerWithError(c, parsed.request, 'access_denied');
  });

  connect.get('/connect/endsession', (c) => {
    logOut(platform, c);
    const back = c.req.query('post_logout_redirect_uri') ?? '';
    // Only to the app itself: anything else would be an open door.
    return URL.canParse(back) && new URL(back).origin === new URL(platform.app.url).origin
      ? c.redirect(back, 302)
      : c.html(loggedOutPage());
  });

  connect.post('/connect/token', (c) => exchangeToken(c, platform, signer));

  connect.on(['GET', 'POST'], '/connect/userinfo', (c) => {
    const token = tokenOf(platform, c.req.header('authorization'));
    const org = token && platform.store.orgs.get(token.orgId);
    const user = token && findUser(platform.store, token.orgId, token.userId);
    if (org && user) return c.json(userClaims(org, user));
    // RFC 6750 §3: strict clients read the refusal here.
    c.header('WWW-Authenticate', 'Bearer error="invalid_token"');
    return c.json({ error: 'invalid_token' }, 401);
  });

  connect.get('/.well-known/openid-configuration', (c) => c.json(discovery(platform.publicUrl())));
  connect.get('/.well-known/openid-configuration/jwks', async (c) => c.json(await signer.jwks()));
  return connect;
}

async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody();
  return (name) => (typeof body[name] === 'string' ? body[name] : '');
}
