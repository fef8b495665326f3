import type { Context } from 'hono';
import type { Grant } from '../entities/access';
import type { Platform } from '../platform';
import { findUser } from '../store';
import { idTokenClaims, type Signer } from './id-token';

const DAY_SECONDS = 86_400;
const USER_TOKEN_SECONDS = DAY_SECONDS;
/** "Long-lived" has no number in the documentation; one client plans with 30 days (haravan.md §1.6). */
const SERVICE_TOKEN_SECONDS = 30 * DAY_SECONDS;
const REFRESH_TOKEN_MS = 90 * DAY_SECONDS * 1000;

/** POST /connect/token (haravan.md §1.5, §1.6). Errors are OAuth's: 400 with `error`. */
export async function exchangeToken(c: Context, platform: Platform, signer: Signer): Promise<Response> {
  const form = await c.req.parseBody();
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const { app } = platform;
  if (field('client_id') !== app.clientId || field('client_secret') !== app.clientSecret) {
    return refuse(c, 'invalid_client');
  }
  switch (field('grant_type')) {
    case 'authorization_code': {
      const grant = redeemCode(platform, field('code'), field('redirect_uri'));
      return grant
        ? issue(c, platform, signer, grant, grant.nonce)
        : refuse(c, 'invalid_grant', 'Code is invalid or used');
    }
    case 'refresh_token': {
      const grant = redeemRefreshToken(platform, field('refresh_token'));
      return grant ? issue(c, platform, signer, grant, null) : refuse(c, 'invalid_grant', 'Refresh token is invalid');
    }
    default:
      return refuse(c, 'unsupported_grant_type');
  }
}

/** Single use: also a wrong redirect_uri uses the code up. */
function redeemCode({ store, clock }: Platform, code: string, redirectUri: string) {
  const found = store.codes.get(code);
  store.codes.delete(code);
  const isGood = found && found.redirectUri === redirectUri && found.expiresAt > clock.now();
  return isGood ? found : undefined;
}

/** Rotation: the old token dies with its use. */
function redeemRefreshToken({ store, clock }: Platform, token: string): Grant | undefined {
  const found = store.refreshTokens.get(token);
  store.refreshTokens.delete(token);
  return found && found.expiresAt > clock.now() ? found : undefined;
}

async function issue(c: Context, platform: Platform, signer: Signer, grant: Grant, nonce: string | null) {
  const { store, clock, ids } = platform;
  const { orgId, userId, scopes } = grant;
  const org = store.orgs.get(orgId);
  const user = findUser(store, orgId, userId);
  if (!org || !user) return refuse(c, 'invalid_grant');
  const isService = scopes.includes('grant_service');
  if (isService) org.installed = true;
  const seconds = isService ? SERVICE_TOKEN_SECONDS : USER_TOKEN_SECONDS;
  const accessToken = ids.hex(64).toUpperCase();
  store.accessTokens.set(accessToken, { orgId, userId, scopes, expiresAt: clock.now() + seconds * 1000 });
  const body: Record<string, unknown> = {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: seconds,
    id_token: await signer.sign(idTokenClaims(platform, org, user, { nonce })),
    scope: scopes.join(' '),
  };
  if (scopes.includes('offline_access')) {
    const refreshToken = ids.hex(64).toUpperCase();
    store.refreshTokens.set(refreshToken, { orgId, userId, scopes, expiresAt: clock.now() + REFRESH_TOKEN_MS });
    body.refresh_token = refreshToken;
  }
  c.header('Cache-Control', 'no-store');
  return c.json(body);
}

function refuse(c: Context, error: string, description?: string) {
  return c.json({ error, error_description: description }, 400);
}
