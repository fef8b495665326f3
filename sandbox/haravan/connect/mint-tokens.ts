import type { Grant } from '../entities/access';
import type { Org } from '../entities/org';
import type { Platform } from '../platform';

const DAY_SECONDS = 86_400;
const USER_TOKEN_SECONDS = DAY_SECONDS;
const REFRESH_TOKEN_MS = 90 * DAY_SECONDS * 1000;

/** Without `expiresInSeconds` the access token never ends. */
export type MintedTokens = { accessToken: string; refreshToken?: string; expiresInSeconds?: number };

/** New tokens for a grant; `grant_service` puts the app on the seller's list, `offline_access` adds a refresh token. */
export function mintTokens(
  { store, clock, lots }: Platform,
  org: Org,
  { orgId, userId, scopes }: Grant,
  keptRefreshToken?: string,
): MintedTokens {
  const { serviceTokenSeconds, refreshNeedsOffline } = store.modes;
  const isService = scopes.includes('grant_service');
  if (isService) org.installed = true;
  const seconds = isService ? serviceTokenSeconds : USER_TOKEN_SECONDS;
  const accessToken = lots.hex(64).toUpperCase();
  const expiresAt = seconds === null ? Number.POSITIVE_INFINITY : clock.now() + seconds * 1000;
  store.accessTokens.set(accessToken, { orgId, userId, scopes, expiresAt });
  const minted = { accessToken, expiresInSeconds: seconds ?? undefined };
  if (keptRefreshToken !== undefined) return { ...minted, refreshToken: keptRefreshToken };
  if (refreshNeedsOffline && !scopes.includes('offline_access')) return minted;
  const refreshToken = lots.hex(64).toUpperCase();
  store.refreshTokens.set(refreshToken, { orgId, userId, scopes, expiresAt: clock.now() + REFRESH_TOKEN_MS });
  return { ...minted, refreshToken };
}

/** What the shop's admin shows once for a private app: it never ends, and opens what no public app may (haravan.md §1.11). */
export function mintPrivateToken({ store, lots }: Platform, grant: Grant): string {
  const accessToken = lots.hex(64).toUpperCase();
  store.accessTokens.set(accessToken, { ...grant, expiresAt: Number.POSITIVE_INFINITY, isPrivate: true });
  return accessToken;
}
