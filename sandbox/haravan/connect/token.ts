import type { Context } from 'hono';
import type { Grant } from '../entities/access';
import type { Platform } from '../platform';
import { findUser } from '../store';
import { idTokenClaims, type Signer } from './id-token';
import { mintTokens } from './mint-tokens';

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
  const org = platform.store.orgs.get(grant.orgId);
  const user = findUser(platform.store, grant.orgId, grant.userId);
  if (!org || !user) return refuse(c, 'invalid_grant');
  const minted = mintTokens(platform, org, grant);
  c.header('Cache-Control', 'no-store');
  return c.json({
    access_token: minted.accessToken,
    token_type: 'Bearer',
    expires_in: minted.expiresInSeconds,
    id_token: await signer.sign(idTokenClaims(platform, org, user, { nonce })),
    scope: grant.scopes.join(' '),
    refresh_token: minted.refreshToken,
  });
}

function refuse(c: Context, error: string, description?: string) {
  return c.json({ error, error_description: description }, 400);
}
