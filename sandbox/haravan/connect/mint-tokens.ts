import type { Grant } from '../entities/access';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';

const DAY_SECONDS = 86_400;
const USER_TOKEN_SECONDS = DAY_SECONDS;
/** "Long-lived" has no number in the documentation; one client plans with 30 days (haravan.md §1.6). */
const SERVICE_TOKEN_SECONDS = 30 * DAY_SECONDS;
const REFRESH_TOKEN_MS = 90 * DAY_SECONDS * 1000;

export type MintedTokens = { accessToken: string; refreshToken?: string; expiresInSeconds: number };

/** New tokens for a grant; `grant_service` puts the app on the seller's list, `offline_access` adds a refresh token. */
export function mintTokens({ store, clock, ids }: Platform, org: Org, { orgId, userId, scopes }: Grant): MintedTokens {
  const isService = scopes.includes('grant_service');
  if (isService) org.installed = true;
  const expiresInSeconds = isService ? SERVICE_TOKEN_SECONDS : USER_TOKEN_SECONDS;
  const accessToken = ids.hex(64).toUpperCase();
  store.accessTokens.set(accessToken, { orgId, userId, scopes, expiresAt: clock.now() + expiresInSeconds * 1000 });
  if (!scopes.includes('offline_access')) return { accessToken, expiresInSeconds };
  const refreshToken = ids.hex(64).toUpperCase();
  store.refreshTokens.set(refreshToken, { orgId, userId, scopes, expiresAt: clock.now() + REFRESH_TOKEN_MS });
  return { accessToken, refreshToken, expiresInSeconds };
}
