/** Answer of the token endpoint (haravan.md §1.5–1.6). The refresh token rotates: store the newest. */
export type HaravanTokenGrant = {
  accessToken: string;
  refreshToken?: string;
  /** Absent on some answers: then the token lives until it is refused. */
  expiresInSeconds?: number;
  idToken?: string;
  /** Space separated, '' when not told. */
  scope: string;
};

export type HaravanOAuthApi = {
  authorizeUrl(request: { redirectUri: string; scope: string; state: string; nonce: string; orgId?: string }): string;
  /** Single use. `invalid_grant` is `unauthorized`. */
  exchangeCode(code: string, redirectUri: string): Promise<HaravanTokenGrant>;
  refreshToken(refreshToken: string): Promise<HaravanTokenGrant>;
};
