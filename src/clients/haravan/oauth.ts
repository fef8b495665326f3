import { z } from 'zod';
import { encodedParams, sentParams } from '../http/params';
import { absentable, count, optionalText } from '../wire/scalars';
import type { HaravanCall, HaravanEndpoint } from './endpoint';
import type { HaravanConfig } from './haravan-config';

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

const grant = z
  .object({
    access_token: z.string().min(1),
    refresh_token: optionalText,
    expires_in: absentable(count),
    id_token: optionalText,
    scope: optionalText,
  })
  .transform(
    (wire): HaravanTokenGrant => ({
      accessToken: wire.access_token,
      refreshToken: wire.refresh_token,
      expiresInSeconds: wire.expires_in,
      idToken: wire.id_token,
      scope: wire.scope ?? '',
    }),
  );

/** Not repeated: codes are single use and refresh tokens rotate (haravan.md §1.5–1.6). */
function tokenEndpoint(
  operation: string,
  config: HaravanConfig,
): HaravanEndpoint<Record<string, string>, HaravanTokenGrant> {
  return {
    operation,
    method: 'POST',
    host: 'accounts',
    path: () => '/connect/token',
    form: (fields) => ({ ...fields, client_id: config.clientId, client_secret: config.clientSecret }),
    repeatable: false,
    answer: grant,
  };
}

export function createOAuthApi(call: HaravanCall, config: HaravanConfig): HaravanOAuthApi {
  const exchange = tokenEndpoint('oauth.exchange', config);
  const refresh = tokenEndpoint('oauth.refresh', config);
  return {
    authorizeUrl({ redirectUri, scope, state, nonce, orgId }) {
      const query = sentParams({
        response_mode: 'query',
        response_type: 'code',
        scope,
        client_id: config.clientId,
        redirect_uri: redirectUri,
        state,
        nonce,
        orgid: orgId,
      });
      return `${config.accountsUrl}/connect/authorize?${encodedParams(query)}`;
    },
    exchangeCode: (code, redirectUri) =>
      call(exchange, undefined, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }),
    refreshToken: (refreshToken) =>
      call(refresh, undefined, { grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}
