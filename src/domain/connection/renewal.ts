import type { AccessFacts } from './deadlines';

/** Lazada recommends renewing this long before the end (lazada.md §2.6). */
const EARLY_MS = 48 * 3_600_000;

export type RenewalFacts = AccessFacts & { accessIssuedAtMs: number };

export type Renewal =
  | { kind: 'renew' }
  | { kind: 'wait'; untilMs: number }
  /** Only the merchant's consent helps: the connection lapses at `accessExpiresAtMs`. */
  | { kind: 'cannot'; because: 'unsupported' | 'refresh_token_ended' };

/** When to renew: 48 h before the end, or at half of a life too short for that (spec R1.4). */
export function renewalDueAt(facts: RenewalFacts): number {
  const lifeMs = facts.accessExpiresAtMs - facts.accessIssuedAtMs;
  return facts.accessExpiresAtMs - Math.min(EARLY_MS, Math.max(0, lifeMs) / 2);
}

/** Haravan's tokens live from minutes to for ever (haravan.md §1.6): an hour before the end, or at half of a shorter life. */
const HARAVAN_EARLY_MS = 3_600_000;

export function haravanRenewalDueAt(issuedAtMs: number, expiresAtMs: number): number {
  return expiresAtMs - Math.min(HARAVAN_EARLY_MS, Math.max(0, expiresAtMs - issuedAtMs) / 2);
}

export function decideRenewal(facts: RenewalFacts, nowMs: number): Renewal {
  if (!facts.refreshSupported) return { kind: 'cannot', because: 'unsupported' };
  if (facts.refreshExpiresAtMs !== null && nowMs >= facts.refreshExpiresAtMs) {
    return { kind: 'cannot', because: 'refresh_token_ended' };
  }
  const untilMs = renewalDueAt(facts);
  return nowMs >= untilMs ? { kind: 'renew' } : { kind: 'wait', untilMs };
}
