/** What was granted to the app, for whom. */
export type Grant = { orgId: string; userId: string; scopes: readonly string[] };

export type AuthorizationCode = Grant & {
  redirectUri: string;
  nonce: string | null;
  challenge: Challenge | null;
  expiresAt: number;
};
/** PKCE (RFC 7636). */
export type Challenge = { value: string; method: 'S256' | 'plain' };
/** `isPrivate`: of a private app, made in the shop's admin (haravan.md §1.11). */
export type AccessToken = Grant & { expiresAt: number; isPrivate?: boolean };
export type RefreshToken = Grant & { expiresAt: number };

/** A person logged in at the accounts host, by browser. */
export type BrowserSession = { orgId: string; userId: string };
