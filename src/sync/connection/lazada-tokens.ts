import type { LazadaTokenGrant } from '@/src/clients/lazada/tokens';
import { accessDeadline } from '@/src/domain/connection/deadlines';
import { renewalDueAt } from '@/src/domain/connection/renewal';
import type { LazadaTokens } from '../ports/connection';

/** Both ends as Lazada gave them: the refresh deadline is never extended by us (lazada.md §2.6). */
export function lazadaTokensOf(grant: LazadaTokenGrant, nowMs: number): LazadaTokens {
  const refreshSupported = grant.refreshExpiresInSeconds > 0;
  return {
    accessToken: grant.accessToken,
    refreshToken: grant.refreshToken,
    accessExpiresAt: new Date(nowMs + grant.expiresInSeconds * 1_000),
    refreshExpiresAt: refreshSupported ? new Date(nowMs + grant.refreshExpiresInSeconds * 1_000) : null,
    refreshSupported,
  };
}

/** The next moment at which something must happen to this access: its renewal, or its end. */
export function renewAtOf(tokens: LazadaTokens, authorizedAtMs: number, nowMs: number): Date {
  const facts = {
    authorizedAtMs,
    accessIssuedAtMs: nowMs,
    accessExpiresAtMs: tokens.accessExpiresAt.getTime(),
    refreshExpiresAtMs: tokens.refreshExpiresAt?.getTime() ?? null,
    refreshSupported: tokens.refreshSupported,
  };
  const deadlineMs = accessDeadline(facts).atMs;
  return new Date(tokens.refreshSupported ? Math.min(renewalDueAt(facts), deadlineMs) : deadlineMs);
}
