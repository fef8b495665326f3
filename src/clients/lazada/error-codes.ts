import type { Failure } from '../http/verdict';

/** How a Lazada code is to be taken. */
export type CodeMeaning = Pick<
  Failure,
  'kind' | 'mayHaveHappened' | 'repeats' | 'retryAfterMs' | 'banScope' | 'remedy'
>;

/** The access token: it may be renewed. */
const unauthorized: CodeMeaning = { kind: 'unauthorized', mayHaveHappened: false };
/** What renews it, or would have opened it. */
const ended: CodeMeaning = { ...unauthorized, remedy: 'authorize_again' };
const notFound: CodeMeaning = { kind: 'not_found', mayHaveHappened: false };
const rejected: CodeMeaning = { kind: 'rejected', mayHaveHappened: false };
const sellerState: CodeMeaning = { ...rejected, remedy: 'mend_seller' };
/** Bans last a second when no number is given (lazada.md §3.3). */
const throttled: CodeMeaning = { kind: 'throttled', mayHaveHappened: false, retryAfterMs: 1_000 };
/** Every call of the app is refused: no fault of one record, and no use in asking again at once. */
const closed: CodeMeaning = { kind: 'unavailable', mayHaveHappened: false, repeats: 0 };
const badApp: CodeMeaning = { ...closed, remedy: 'mend_app' };
/** An inner fault: the write may have gone through. */
const inner: CodeMeaning = { kind: 'unavailable', mayHaveHappened: true };

/** lazada.md §1.5, §2.7, §3.3, §7.4, §9, §11.1. What is not listed is `rejected`. */
const MEANINGS: Record<string, CodeMeaning> = {
  IllegalAccessToken: unauthorized,
  InvalidAccessToken: unauthorized,
  AccessTokenExpired: unauthorized,
  IllegalRefreshToken: ended,
  InvalidCode: ended,
  AppNotSubscribed: { ...unauthorized, remedy: 'subscribe' },
  // Only refreshing is refused: the access lasts as long as the subscription (lazada.md §2.2).
  AUTH_TYPE_UNSUPPORTED: { ...rejected, remedy: 'subscribe' },

  SellerNotVerified: sellerState,
  SellerNotActive: sellerState,
  Mp3SellerApiLimit: sellerState,

  ApiCallLimit: { ...throttled, banScope: 'api' },
  SellerCallLimit: throttled,
  // Seen on single APIs during campaigns; if the app's whole day is used up, each API learns it by one call a minute.
  AppCallLimit: { ...throttled, banScope: 'api', retryAfterMs: 60_000 },
  '901': throttled,
  '1002': throttled,
  '4154': throttled,
  SYS_REQUEST_TOO_FAST: throttled,

  IncompleteSignature: badApp,
  IllegalTimestamp: badApp,
  InvalidAppKey: badApp,
  MissingPartner: badApp,
  AppWhiteIpLimit: badApp,
  InvalidApiPath: { ...rejected, remedy: 'mend_app' },
  InvalidApi: { ...rejected, remedy: 'mend_app' },
  '998': closed,

  ServiceTimeout: inner,
  SystemBusy: inner,
  UnknownRuntimeException: inner,
  '6': inner,
  '15': inner,
  '506': inner,
  '513': inner,
  '1000': inner,
  '4147': inner,
  THD_IC_ERR_F_IC_SERVICE_EDIT_002: inner,
  '40011': inner,
  '700024': inner,

  '16': notFound,
  '39': notFound,
  '207': notFound,
  '208': notFound,
  '4136': notFound,
  '4137': notFound,
  SELLER_SKU_NOT_FOUND: notFound,
  ITEM_NOT_FOUND: notFound,
  '600001': notFound,
  '700021': notFound,
  '700025': notFound,
};

/** `0901`, `E0901` and `901` are one code (lazada.md §3.3). */
export function plainCode(code: string): string {
  const number = /^E?0*(\d+)$/.exec(code.trim())?.[1];
  return number ?? code.trim();
}

const BAN = /ban will last (\d{1,6}) seconds?/i;

/** The one message that is read: the length of a ban stands nowhere else (lazada.md §3.3). */
function banMs(message: string | undefined): number | undefined {
  const seconds = BAN.exec(message ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}

export function meaningOf(code: string, message?: string): CodeMeaning {
  const plain = plainCode(code);
  const meaning = Object.hasOwn(MEANINGS, plain) ? MEANINGS[plain] : undefined;
  if (meaning === undefined) return rejected;
  return meaning.kind === 'throttled' ? { ...meaning, retryAfterMs: banMs(message) ?? meaning.retryAfterMs } : meaning;
}
