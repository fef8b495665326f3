import { describe, expect, it } from 'vitest';
import { meaningOf, plainCode } from './error-codes';

const inner = 'unavailable, may have happened';
const closed = 'unavailable';

/** lazada.md §1.5, §2.7, §3.3, §7.4, §9, §11.1: every code we know to mean something. */
const TABLE: Record<string, string> = {
  IllegalAccessToken: 'unauthorized',
  InvalidAccessToken: 'unauthorized',
  AccessTokenExpired: 'unauthorized',
  IllegalRefreshToken: 'unauthorized, authorize_again',
  InvalidCode: 'unauthorized, authorize_again',
  AppNotSubscribed: 'unauthorized, subscribe',
  AUTH_TYPE_UNSUPPORTED: 'rejected, subscribe',
  SellerNotVerified: 'rejected, mend_seller',
  SellerNotActive: 'rejected, mend_seller',
  Mp3SellerApiLimit: 'rejected, mend_seller',
  MissingParameter: 'rejected',
  InvalidApiPath: 'rejected, mend_app',
  InvalidApi: 'rejected, mend_app',
  IncompleteSignature: 'unavailable, mend_app',
  IllegalTimestamp: 'unavailable, mend_app',
  InvalidAppKey: 'unavailable, mend_app',
  MissingPartner: 'unavailable, mend_app',
  AppWhiteIpLimit: 'unavailable, mend_app',
  '998': closed,
  ApiCallLimit: 'throttled 1000 api',
  SellerCallLimit: 'throttled 1000',
  AppCallLimit: 'throttled 60000 api',
  '901': 'throttled 1000',
  '0901': 'throttled 1000',
  '1002': 'throttled 1000',
  '4154': 'throttled 1000',
  SYS_REQUEST_TOO_FAST: 'throttled 1000',
  ServiceTimeout: inner,
  SystemBusy: inner,
  UnknownRuntimeException: inner,
  '6': inner,
  '006': inner,
  '15': inner,
  '506': inner,
  '513': inner,
  '1000': inner,
  '4147': inner,
  '40011': inner,
  '700024': inner,
  '16': 'not_found',
  '39': 'not_found',
  '207': 'not_found',
  '208': 'not_found',
  '4136': 'not_found',
  '4137': 'not_found',
  SELLER_SKU_NOT_FOUND: 'not_found',
  ITEM_NOT_FOUND: 'not_found',
  '600001': 'not_found',
  '700021': 'not_found',
  '700025': 'not_found',
  '5': 'rejected',
  '14': 'rejected',
  '20': 'rejected',
  '30': 'rejected',
  '36': 'rejected',
  '204': 'rejected',
  '212': 'rejected',
  '501': 'rejected',
  '1001': 'rejected',
  '4118': 'rejected',
  '4119': 'rejected',
  '4132': 'rejected',
  '4157': 'rejected',
  '4162': 'rejected',
  '4170': 'rejected',
  '4171': 'rejected',
  '4225': 'rejected',
  '700026': 'rejected',
  constructor: 'rejected',
  SomethingNew: 'rejected',
};

describe('meaningOf', () => {
  it.each(Object.entries(TABLE))('%s is %s', (code, expected) => {
    const { kind, mayHaveHappened, retryAfterMs, banScope, remedy } = meaningOf(code);
    const load = [retryAfterMs, banScope].filter((word) => word !== undefined);
    const words = [
      [kind, ...load].join(' '),
      ...(mayHaveHappened ? ['may have happened'] : []),
      ...(remedy === undefined ? [] : [remedy]),
    ];
    expect(words.join(', ')).toBe(expected);
  });

  it('reads the length of a ban', () => {
    const message = 'Api access frequency exceeds the limit. this ban will last 7 seconds';
    expect(meaningOf('ApiCallLimit', message).retryAfterMs).toBe(7_000);
  });
});

describe('plainCode', () => {
  it.each([
    ['E0901', '901'],
    [' 501 ', '501'],
    ['0', '0'],
    ['E016', '16'],
    ['ApiCallLimit', 'ApiCallLimit'],
  ])('%j is %j', (written, plain) => {
    expect(plainCode(written)).toBe(plain);
  });
});
