/** What was granted to the app, for whom. */
export type Grant = { orgId: string; userId: string; scopes: readonly string[] };

export type AuthorizationCode = Grant & { redirectUri: string; nonce: string | null; expiresAt: number };
export type AccessToken = Grant & { expiresAt: number };
export type RefreshToken = Grant & { expiresAt: number };

/** A person logged in at the accounts host, by browser. */
export type BrowserSession = { orgId: string; userId: string };
