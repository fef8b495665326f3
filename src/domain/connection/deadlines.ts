export type AccessFacts = {
  /** When the merchant last consented. */
  authorizedAtMs: number;
  accessExpiresAtMs: number;
  /** Fixed at consent, never moved by a refresh (lazada.md §2.6); null when Lazada gave none. */
  refreshExpiresAtMs: number | null;
  /** Subscription apps cannot refresh: the access token's own end counts (lazada.md §2.2). */
  refreshSupported: boolean;
};

export type AccessDeadline = { atMs: number; because: 'consent' | 'refresh_token' | 'access_token' };

export const WARNING_DAYS = [30, 7, 1] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];
