import type { Platform } from '../platform';

/** Moves the deadlines of a seller's tokens: `true` ends them now, a number of ms leaves that much. */
export type TokenAging = {
  expireAccess?: boolean;
  expireRefresh?: boolean;
  accessExpiresInMs?: number;
  refreshExpiresInMs?: number;
};

export function ageTokens({ store, clock }: Platform, sellerId: string, aging: TokenAging): void {
  const now = clock.now();
  const access = aging.expireAccess ? 0 : aging.accessExpiresInMs;
  const refresh = aging.expireRefresh ? 0 : aging.refreshExpiresInMs;
  for (const grant of store.grants.filter((candidate) => candidate.sellerId === sellerId)) {
    if (access !== undefined) grant.accessExpiresAt = now + access;
    if (refresh !== undefined) grant.refreshExpiresAt = now + refresh;
  }
}
