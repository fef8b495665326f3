/** How an element of `detail[]` looks; each was seen somewhere (lazada.md §3.2). */
export const DETAIL_SHAPES = ['all', 'seller-sku', 'field', 'item', 'sku'] as const;
export type DetailShape = (typeof DETAIL_SHAPES)[number];

/** Behaviours on which sources disagree or which merchants meet by turns. */
export type Modes = {
  /** `live`: types as captured; `doc`: every scalar a string, as in the documentation (lazada.md §9.7). */
  wire: 'live' | 'doc';
  masking: boolean;
  /** `partial`: first and last letters stay; `full`: five stars (lazada.md §15). */
  maskStyle: 'partial' | 'full';
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
  /** How pushes spell the site; samples disagree (lazada.md §14.3). */
  pushSite: 'lazada_vn' | 'LAZADA_VN' | 'lazada-vn';
  /** Calls a seller may make in a second before `SellerCallLimit`; null: no limit. */
  sellerCallsPerSecond: number | null;
  /** Calls to one API in a second, all sellers together, before `ApiCallLimit`; null: no limit. */
  apiCallsPerSecond: number | null;
  /** The documented limit of the stock APIs per seller (lazada.md §4). */
  inventoryCallsPerSecond: number | null;
  /** How long whoever exceeds a limit is shut out. */
  banSeconds: number;
  /** Calls of the app in a day: 10 000 for a test app; null: no limit. */
  dailyQuota: number | null;
  /** Addresses that may call; null: all (`AppWhiteIpLimit`). */
  ipWhitelist: string[] | null;
  /** How far the platform's clock is off. */
  clockSkewMs: number;
  detailShape: DetailShape;
  /** `umbrella`: code 501 with details; `own`: the first SKU's own code at the top (lazada.md §7.4). */
  writeErrors: 'umbrella' | 'own';
  /** Whether a SKU may be named by SellerSku alone; otherwise code 4193 (lazada.md §7.1). */
  sellerSkuAlone: boolean;
  /** Special price as a share of the list price; outside is code 4119. The real bounds are not known. */
  specialPriceRatio: [number, number] | null;
  /** Packing makes ready to ship at once, as some shops see (lazada.md §10.2). */
  autoRtsOnPack: boolean;
  /** Ready to ship waits as `ready_to_ship_pending` for so long. */
  rtsPendingMs: number | null;
  /** Delivered items become `confirmed` after so long. */
  autoConfirmMs: number | null;
  /** A cancellation that the seller agreed to waits so long for logistics (`is_cancel_pending`, lazada.md §12.2). */
  cancelConfirmMs: number | null;
  /** The "Auto Pass" bot agrees to every return on the seller's behalf (lazada.md §12.3). */
  autoPassReturns: boolean;
  /** New products wait for quality control. */
  reviewHolds: boolean;
  /** Over so many latest attempts the failure rate is judged: above half, pushes stop; null: never. */
  pushStopSample: number | null;
};

export const DEFAULT_MODES: Modes = {
  wire: 'live',
  masking: false,
  maskStyle: 'partial',
  tokenRotation: true,
  oldTokenDies: false,
  appState: 'online',
  refreshUnsupported: false,
  pagingIgnored: false,
  naiveListDates: false,
  labelDelayMs: 0,
  pushTimestampMs: false,
  pushSite: 'lazada_vn',
  sellerCallsPerSecond: null,
  apiCallsPerSecond: null,
  inventoryCallsPerSecond: 50,
  banSeconds: 1,
  dailyQuota: null,
  ipWhitelist: null,
  clockSkewMs: 0,
  detailShape: 'all',
  writeErrors: 'umbrella',
  sellerSkuAlone: true,
  specialPriceRatio: null,
  autoRtsOnPack: false,
  rtsPendingMs: null,
  autoConfirmMs: null,
  cancelConfirmMs: null,
  autoPassReturns: false,
  reviewHolds: false,
  pushStopSample: 100,
};
