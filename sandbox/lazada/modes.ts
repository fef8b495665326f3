/** Behaviours on which sources disagree or which merchants meet by turns. */
export type Modes = {
  /** `live`: types as captured; `doc`: every scalar a string, as in the documentation (lazada.md §9.7). */
  wire: 'live' | 'doc';
  masking: boolean;
  /** A refresh returns another refresh token string. */
  tokenRotation: boolean;
  /** Older tokens of a seller die at once when new ones are issued. */
  oldTokenDies: boolean;
  /** Lifetimes of lazada.md §2.5. */
  appState: 'test' | 'online';
  /** Subscription apps (ASA): no refresh, `AUTH_TYPE_UNSUPPORTED`. */
  refreshUnsupported: boolean;
  /** `/orders/get` ignores limit and offset (lazada.md §9.1). */
  pagingIgnored: boolean;
  /** `/orders/get` leaves the offset out of its times. */
  naiveListDates: boolean;
  /** How long after packing a label stays empty. */
  labelDelayMs: number;
  /** Pushes carry `timestamp` in ms instead of seconds. */
  pushTimestampMs: boolean;
  /** Calls a seller may make in a second before `SellerCallLimit`; null: no limit. */
  sellerCallsPerSecond: number | null;
};

export const DEFAULT_MODES: Modes = {
  wire: 'live',
  masking: false,
  tokenRotation: true,
  oldTokenDies: false,
  appState: 'online',
  refreshUnsupported: false,
  pagingIgnored: false,
  naiveListDates: false,
  labelDelayMs: 0,
  pushTimestampMs: false,
  sellerCallsPerSecond: null,
};
