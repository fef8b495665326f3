import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Challenge, Grant } from '../entities/access';
import type { Platform } from '../platform';
import { findUser } from '../store';
import { idTokenClaims, type Signer } from './id-token';
import { mintTokens } from './mint-tokens';

/** POST /connect/token (haravan.md §1.5, §1.6). Errors are OAuth's: 400 with `error`. */
export async function exchangeToken(c: Context, platform: Platform, signer: Signer): Promise<Response> {
  const form = await c.req.parseBody();
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const { app } = platform;
  const client = basicClient(c) ?? { id: field('client_id'), secret: field('client_secret') };
  if (client.id !== app.clientId || client.secret !== app.clientSecret) return refuse(c, 'invalid_client');
  switch (field('grant_type')) {
    case 'authorization_code': {
      const grant = redeemCode(platform, field('code'), field('redirect_uri'), field('code_verifier'));
      return grant
        ? issue(c, platform, signer, grant, grant.nonce)
        : refuse(c, 'invalid_grant', 'Code is invalid or used');
    }
    case 'refresh_token': {
      const grant = redeemRefreshToken(platform, field('refresh_token'));
      if (!grant) return refuse(c, 'invalid_grant', 'Refresh token is invalid');
      const kept = platform.store.modes.rotatesRefresh ? undefined : field('refresh_token');
      return issue(c, platform, signer, grant, null, kept);
    }
    default:
      return refuse(c, 'unsupported_grant_type');
  }
}

/** Single use: also a wrong redirect_uri uses the code up. */
function redeemCode({ store, clock }: Platform, code: string, redirectUri: string, verifier: string) {
  const found = store.codes.get(code);
  store.codes.delete(code);
  const isGood = found && found.redirectUri === redirectUri && found.expiresAt > clock.now();
  return isGood && proves(verifier, found.challenge) ? found : undefined;
}

/** RFC 7636 §4.6 */
function proves(verifier: string, challenge: Challenge | null): boolean {
  if (!challenge) return true;
  const shown = challenge.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
  return verifier !== '' && shown === challenge.value;
}

/** RFC 6749 §2.3.1: IdentityServer takes the client's name from the header as well as from the form. */
function basicClient(c: Context): { id: string; secret: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(secret) };
}

/** Rotation: the old token dies with its use (haravan.md §1.6). */
function redeemRefreshToken({ store, clock }: Platform, token: string): Grant | undefined {
  const found = store.refreshTokens.get(token);
  if (store.modes.rotatesRefresh) store.refreshTokens.delete(token);
  return found && found.expiresAt > clock.now() ? found : undefined;
}

async function issue(
  c: Context,
  platform: Platform,
  signer: Signer,
  grant: Grant,
  nonce: string | null,
  keptRefreshToken?: string,
) {
  const org = platform.store.orgs.get(grant.orgId);
  const user = findUser(platform.store, grant.orgId, grant.userId);
  if (!org || !user) return refuse(c, 'invalid_grant');
  const minted = mintTokens(platform, org, grant, keptRefreshToken);
  c.header('Cache-Control', 'no-store');
  c.header('Pragma', 'no-cache');
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
