import { z } from 'zod';
import { list } from '../wire/rows';
import { count, countOrZero, id, optionalId, optionalText, text } from '../wire/scalars';
import type { LazadaCall, LazadaEndpoint } from './endpoint';
import type { LazadaConfig } from './lazada-config';
import { encodedParams } from '../http/params';

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
  /**
   * Single use, 30 minutes. A bad code is `unauthorized` with code `InvalidCode`; an address that is not on the app's
   * whitelist, a bad key or signature is `unavailable` with remedy `mend_app`, and the code may be used again.
   */
  createToken(code: string): Promise<LazadaTokenGrant>;
  /**
   * `unauthorized` when the refresh token is dead; `rejected` with `AUTH_TYPE_UNSUPPORTED` and remedy `subscribe` for
   * subscription apps, whose access lasts as long as the subscription (lazada.md §2.2).
   */
  refreshToken(refreshToken: string): Promise<LazadaTokenGrant>;
};

const grantedSeller = z.object({
  country: text,
  seller_id: id,
  user_id: optionalId,
  short_code: optionalText,
});

/** Create names the list `country_user_info`, refresh `country_user_info_list` (lazada.md §2.4). */
const grant = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    expires_in: count,
    refresh_expires_in: countOrZero,
    account: optionalText,
    country: optionalText,
    country_user_info: list(grantedSeller),
    country_user_info_list: list(grantedSeller),
  })
  .transform((wire): LazadaTokenGrant => {
    const sellers = [...wire.country_user_info, ...wire.country_user_info_list];
    return {
      accessToken: wire.access_token,
      refreshToken: wire.refresh_token,
      expiresInSeconds: wire.expires_in,
      refreshExpiresInSeconds: wire.refresh_expires_in,
      account: wire.account,
      country: (wire.country ?? sellers[0]?.country ?? '').toLowerCase(),
      sellers: sellers.map((seller) => ({
        country: seller.country.toLowerCase(),
        sellerId: seller.seller_id,
        userId: seller.user_id,
        shortCode: seller.short_code,
      })),
    };
  });

/** Not repeated: a code is single use, and a refresh may rotate the token (lazada.md §2.6). */
const token = { method: 'POST', host: 'auth', repeatable: false, envelope: 'top', answer: grant } as const;

const createEndpoint: LazadaEndpoint<string, LazadaTokenGrant> = {
  ...token,
  operation: 'tokens.create',
  path: '/auth/token/create',
  params: (code) => ({ code }),
};

const refreshEndpoint: LazadaEndpoint<string, LazadaTokenGrant> = {
  ...token,
  operation: 'tokens.refresh',
  path: '/auth/token/refresh',
  params: (refreshToken) => ({ refresh_token: refreshToken }),
};

export function createTokensApi(call: LazadaCall, config: LazadaConfig): LazadaTokensApi {
  return {
    authorizeUrl({ redirectUri, state }) {
      const query = {
        response_type: 'code',
        force_auth: 'true',
        redirect_uri: redirectUri,
        client_id: config.appKey,
        state,
        country: 'vn',
      };
      return `${config.authUrl}/oauth/authorize?${encodedParams(query)}`;
    },
    createToken: (code) => call(createEndpoint, undefined, code),
    refreshToken: (refreshToken) => call(refreshEndpoint, undefined, refreshToken),
  };
}
