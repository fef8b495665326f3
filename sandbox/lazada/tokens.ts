import { ApiRefusal } from './api-refusal';
import type { Grant, Seller } from './entities';
import type { Platform } from './platform';

const DAY_MS = 24 * 3_600_000;
const CODE_LIFE_MS = 30 * 60_000;
const LIFETIMES_MS = {
  test: { access: 7 * DAY_MS, refresh: 14 * DAY_MS },
  online: { access: 30 * DAY_MS, refresh: 180 * DAY_MS },
};

export function issueCode({ store, wireIds, app, clock }: Platform, sellerId: string): string {
  const code = `0_${app.key}_${wireIds.tokens.text(24)}`;
  store.codes.set(code, { code, sellerId, expiresAt: clock.now() + CODE_LIFE_MS, used: false });
  return code;
}

/** A code works once, within 30 minutes (lazada.md §2.1). */
export function redeemCode(platform: Platform, code: string): Grant {
  const known = platform.store.codes.get(code);
  if (!known || known.used || known.expiresAt <= platform.clock.now()) {
    throw new ApiRefusal('InvalidCode', 'ISP', 'Invalid authorization code');
  }
  known.used = true;
  const life = LIFETIMES_MS[platform.modes.appState];
  return issueGrant(platform, known.sellerId, platform.clock.now() + life.refresh, newToken(platform));
}

export function redeemRefreshToken(platform: Platform, refreshToken: string): Grant {
  const { store, clock, modes } = platform;
  const grant = store.grants.findLast((candidate) => candidate.refreshToken === refreshToken);
  if (!grant || grant.refreshExpiresAt <= clock.now()) {
    throw new ApiRefusal('IllegalRefreshToken', 'ISP', 'The specified refresh token is invalid or expired');
  }
  if (modes.refreshUnsupported) {
    const text = 'can only be authorized by market, not support refresh';
    throw new ApiRefusal('AUTH_TYPE_UNSUPPORTED', 'ISP', `${platform.app.key} ${text}`);
  }
  const next = modes.tokenRotation ? newToken(platform) : refreshToken;
  return issueGrant(platform, grant.sellerId, grant.refreshExpiresAt, next);
}

function issueGrant(platform: Platform, sellerId: string, refreshExpiresAt: number, refreshToken: string): Grant {
  const { store, clock, modes } = platform;
  if (modes.oldTokenDies) store.grants = store.grants.filter((grant) => grant.sellerId !== sellerId);
  const accessExpiresAt = clock.now() + LIFETIMES_MS[modes.appState].access;
  const grant = {
    sellerId,
    accessToken: newToken(platform),
    accessExpiresAt,
    refreshToken,
    refreshExpiresAt,
    warnedAt: null,
  };
  store.grants.push(grant);
  return grant;
}

/** Whose token this is, also when it has expired. */
export function ownerOfToken({ store }: Platform, accessToken: string): Seller | undefined {
  const grant = store.grants.find((candidate) => candidate.accessToken === accessToken);
  return grant && store.sellers.get(grant.sellerId);
}

export function isLiveToken({ store, clock }: Platform, accessToken: string): boolean {
  const grant = store.grants.find((candidate) => candidate.accessToken === accessToken);
  return grant !== undefined && grant.accessExpiresAt > clock.now();
}

/** Sellers whose authorization has lapsed are not pushed to (lazada.md §14.1). */
export function isAuthorized({ store, clock }: Platform, sellerId: string): boolean {
  const lives = (grant: Grant) => Math.max(grant.accessExpiresAt, grant.refreshExpiresAt) > clock.now();
  return store.grants.some((grant) => grant.sellerId === sellerId && lives(grant));
}

function newToken({ wireIds: { tokens } }: Platform): string {
  return `5000${tokens.digits(4)}${tokens.text(52)}`;
}
