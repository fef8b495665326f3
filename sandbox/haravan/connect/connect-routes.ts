import { type Context, Hono } from 'hono';
import { tokenOf } from '../api';
import { isOwner } from '../entities/org';
import type { Platform } from '../platform';
import { findUser } from '../store';
import { answerWithCode, answerWithError } from './answer';
import { parseAuthorizeRequest } from './authorize-request';
import { logIn, logOut, sessionOf } from './browser-session';
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

  const authorize = async (c: Context, query: string, consented: boolean): Promise<Response> => {
    const parsed = parseAuthorizeRequest(new URLSearchParams(query), platform.app);
    if (parsed.kind === 'page') return c.html(errorPage(parsed.error), 400);
    if (parsed.kind === 'redirect') return answerWithError(c, parsed.request, parsed.error);
    const { request } = parsed;
    const who = sessionOf(platform, c);
    if (!who || (request.orgId !== null && request.orgId !== who.org.orgId)) return c.html(loginPage(query));
    if (needsOwner(request.scopes) && !isOwner(who.user)) {
      return answerWithError(c, request, 'access_denied', 'Chỉ chủ cửa hàng mới được cài đặt ứng dụng');
    }
    if (needsConsent(request.scopes) && !consented) {
      return c.html(consentPage(query, { shop: who.org.name, email: who.user.email }, request.scopes));
    }
    return answerWithCode(c, platform, signer, request, who);
  };

  connect.get('/connect/authorize', (c) => authorize(c, new URL(c.req.url).search.slice(1), false));

  connect.post('/connect/login', async (c) => {
    const form = await readForm(c);
    const query = form('return_query');
    const orgId = new URLSearchParams(query).get('orgid');
    if (logIn(platform, c, { email: form('email').trim(), password: form('password'), orgId })) {
      return c.redirect(`/connect/authorize?${query}`, 303);
    }
    return c.html(loginPage(query, 'Email hoặc mật khẩu không đúng', form('email')), 401);
  });

  connect.post('/connect/consent', async (c) => {
    const form = await readForm(c);
    const query = form('return_query');
    if (form('decision') === 'allow') return authorize(c, query, true);
    const parsed = parseAuthorizeRequest(new URLSearchParams(query), platform.app);
    if (parsed.kind === 'page') return c.html(errorPage(parsed.error), 400);
    return answerWithError(c, parsed.request, 'access_denied');
  });

  connect.get('/connect/endsession', (c) => {
    logOut(platform, c);
    return c.html(loggedOutPage());
  });

  connect.post('/connect/token', (c) => exchangeToken(c, platform, signer));

  connect.get('/connect/userinfo', (c) => {
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

function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/openid-configuration/jwks`,
    authorization_endpoint: `${issuer}/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    userinfo_endpoint: `${issuer}/connect/userinfo`,
    end_session_endpoint: `${issuer}/connect/endsession`,
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code', 'code id_token'],
    response_modes_supported: ['form_post', 'query'],
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  };
}
