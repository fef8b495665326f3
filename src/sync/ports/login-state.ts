export type LoginKind = 'haravan_login' | 'haravan_grant' | 'lazada_connect' | 'lazada_ticket' | 'disconnect_confirm';

export type LoginState = { merchantId: string | null; data: Record<string, unknown> };

/** `replayed`: it was used before. `unknown`: forged, of another kind, or long gone. */
export type Redeemed = ({ ok: true } & LoginState) | { ok: false; why: 'unknown' | 'expired' | 'replayed' };

/** One-time secrets of the OAuth flows. The database keeps only their hash. */
export type LoginStateStore = {
  /** Answers the secret that travels. */
  issue(kind: LoginKind, state: LoginState, expiresAt: Date): Promise<string>;
  /** Works once per secret, whoever asks at the same moment. */
  redeem(kind: LoginKind, secret: string, at: Date): Promise<Redeemed>;
  forgetExpired(before: Date): Promise<void>;
};
