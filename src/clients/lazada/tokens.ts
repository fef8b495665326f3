/** One shop that a grant covers. */
export type LazadaGrantedSeller = { country: string; sellerId: string; userId?: string; shortCode?: string };

/** Answer of token create and refresh (lazada.md §2.3–2.6). Persist both tokens and both expiries together. */
export type LazadaTokenGrant = {
  accessToken: string;
  refreshToken: string;
  expiresInSeconds: number;
  /** 0 means: this token cannot be refreshed. */
  refreshExpiresInSeconds: number;
  /** Login e-mail of the seller. */
  account?: string;
  /** Lower case: `vn`, `sg`, …, `cb`. */
  country: string;
  sellers: LazadaGrantedSeller[];
};

export type LazadaTokensApi = {
  /** Where to send the browser; `redirectUri` must equal the one registered for the app. */
  authorizeUrl(request: { redirectUri: string; state: string }): string;
  /** Single use, 30 minutes. A bad code is `unauthorized` with code `InvalidCode`. */
  createToken(code: string): Promise<LazadaTokenGrant>;
  /** `unauthorized` when the refresh token is dead; `rejected` with `AUTH_TYPE_UNSUPPORTED` for subscription apps. */
  refreshToken(refreshToken: string): Promise<LazadaTokenGrant>;
};
