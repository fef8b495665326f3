const DAY_MS = 86_400_000;
const CONSENT_DAYS = 365;

/**
 * Access that is refused right after it was given is not mended by being renewed again: a renewal that a refusal asks for keeps this
 * distance from the one before. Short, since until then the merchant is not told that access has ended (spec R1.4).
 */
export const RENEWAL_PAUSE_MS = 15_000;

export type AccessFacts = {
  authorizedAtMs: number;
  accessExpiresAtMs: number;
  /** Fixed at consent, never moved by a refresh (lazada.md §2.6); null when Lazada gave none. */
  refreshExpiresAtMs: number | null;
  /** Subscription apps cannot refresh: the access token's own end counts (lazada.md §2.2). */
  refreshSupported: boolean;
};

export type AccessDeadline = { atMs: number; because: 'consent' | 'refresh_token' | 'access_token' };

/** The date until which the merchant must re-authorize: the earliest that applies (design §6). */
export function accessDeadline(facts: AccessFacts): AccessDeadline {
  const consent: AccessDeadline = { atMs: facts.authorizedAtMs + CONSENT_DAYS * DAY_MS, because: 'consent' };
  const token = tokenDeadline(facts);
  return token !== null && token.atMs < consent.atMs ? token : consent;
}

function tokenDeadline(facts: AccessFacts): AccessDeadline | null {
  if (!facts.refreshSupported) return { atMs: facts.accessExpiresAtMs, because: 'access_token' };
  return facts.refreshExpiresAtMs === null ? null : { atMs: facts.refreshExpiresAtMs, because: 'refresh_token' };
}

export const WARNING_DAYS = [30, 7, 1] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];

/** Whole days left, rounded up; 0 once the deadline has passed. */
export function daysLeft(deadlineAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((deadlineAtMs - nowMs) / DAY_MS));
}

/** The nearest unsaid warning (spec R1.4); who has 5 days left when first seen is not told of 30 too. */
export function dueWarning(deadlineAtMs: number, nowMs: number, given: readonly WarningDays[]): WarningDays | null {
  if (nowMs >= deadlineAtMs) return null;
  const nearest = WARNING_DAYS.findLast((days) => deadlineAtMs - nowMs <= days * DAY_MS);
  return nearest === undefined || given.some((days) => days <= nearest) ? null : nearest;
}
