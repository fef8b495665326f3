/** The two platforms this product talks to. */
export type Platform = 'lazada' | 'haravan';

/** Named for what the caller must do (design §3.5). Closed: a switch over it is total. */
export type PlatformErrorKind =
  /** The token, code or refresh token is not accepted: renew it or ask the merchant to authorize again. */
  | 'unauthorized'
  /** Too many calls: come back after `retryAfterMs`. Nothing happened. */
  | 'throttled'
  /** The platform is down or refuses everybody: come back later. Nothing happened, or repeating is safe. */
  | 'unavailable'
  /** Understood and refused: repeating the same call is pointless. Show `platformMessage`. */
  | 'rejected'
  /** The named record does not exist on the platform. */
  | 'not_found'
  /** The answer could not be read; nothing is known from it. Only for calls that are safe to repeat. */
  | 'malformed'
  /** A write whose answer was lost: find out whether it happened before doing it again (spec R8.2). */
  | 'ambiguous';

/** What somebody must do before the same call can succeed; absent where waiting or another call is the answer. */
export type Remedy =
  /** The merchant signs in to the platform again. */
  | 'authorize_again'
  /** The merchant subscribes to the app in Lazada's service market, or renews the subscription (lazada.md §2.2). */
  | 'subscribe'
  /** The merchant settles the state of the seller account with Lazada: not verified, not active, of another kind. */
  | 'mend_seller'
  /** Whoever runs this app mends its registration: key, secret, address whitelist, API permissions, clock. */
  | 'mend_app';

export type PlatformErrorFacts = {
  kind: PlatformErrorKind;
  platform: Platform;
  /** Our name of the endpoint, e.g. `orders.list`. */
  operation: string;
  /** The platform's id of the request, to quote to its support. */
  requestId?: string;
  /** The platform's own code (`IllegalAccessToken`, `501`, `http_422`). */
  code?: string;
  /** The platform's own words, unchanged but cut at 500 characters. */
  platformMessage?: string;
  /** Milliseconds until a repeat has a chance. */
  retryAfterMs?: number;
  remedy?: Remedy;
  /** What the platform said beside its message: parsed JSON, at most a few kilobytes. */
  detail?: unknown;
  cause?: unknown;
};

/** Every failure of a platform call. Its message and cause never hold tokens, addresses or bodies. */
export class PlatformError extends Error {
  readonly kind: PlatformErrorKind;
  readonly platform: Platform;
  readonly operation: string;
  readonly requestId: string | undefined;
  readonly code: string | undefined;
  declare readonly platformMessage: string | undefined;
  readonly retryAfterMs: number | undefined;
  readonly remedy: Remedy | undefined;
  declare readonly detail: unknown;

  constructor(facts: PlatformErrorFacts) {
    const code = facts.code === undefined ? '' : ` (${facts.code})`;
    super(`${facts.platform} ${facts.operation}: ${facts.kind}${code}`, { cause: facts.cause });
    this.name = 'PlatformError';
    this.kind = facts.kind;
    this.platform = facts.platform;
    this.operation = facts.operation;
    this.requestId = facts.requestId;
    this.code = facts.code;
    this.retryAfterMs = facts.retryAfterMs;
    this.remedy = facts.remedy;
    // Not enumerable: a platform's words may name a buyer, and loggers write what they can enumerate (spec R7.1).
    Object.defineProperty(this, 'platformMessage', { value: facts.platformMessage });
    Object.defineProperty(this, 'detail', { value: facts.detail });
  }
}

/** True for a PlatformError, and, when `kind` is given, only for one of that kind. */
export function isPlatformError(error: unknown, kind?: PlatformErrorKind): error is PlatformError {
  return error instanceof PlatformError && (kind === undefined || error.kind === kind);
}
