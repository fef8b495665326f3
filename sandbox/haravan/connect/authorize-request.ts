import type { Challenge } from '../entities/access';
import type { RegisteredApp } from '../platform';
import { isKnownScope } from './scopes';

export type AuthorizeRequest = {
  redirectUri: string;
  responseMode: 'query' | 'form_post';
  wantsIdToken: boolean;
  scopes: string[];
  nonce: string | null;
  state: string | null;
  challenge: Challenge | null;
  /** `login` asks for the password again; `none` must not ask anything (OpenID Connect Core §3.1.2.1). */
  prompt: string | null;
  /** Pre-selects the shop. */
  orgId: string | null;
};

export type ParsedRequest =
  | { kind: 'ok'; request: AuthorizeRequest }
  /** Told to the person: who asks, or where to answer, is not to be trusted. */
  | { kind: 'page'; error: string }
  /** Told to the app. */
  | { kind: 'redirect'; request: AuthorizeRequest; error: string };

/** haravan.md §1.5 */
export function parseAuthorizeRequest(query: URLSearchParams, app: RegisteredApp): ParsedRequest {
  const redirectUri = query.get('redirect_uri') ?? '';
  if (query.get('client_id') !== app.clientId) return { kind: 'page', error: 'unauthorized_client' };
  if (!app.redirectUris.includes(redirectUri)) return { kind: 'page', error: 'invalid_redirect_uri' };
  const types = (query.get('response_type') ?? '').split(' ').sort().join(' ');
  const request: AuthorizeRequest = {
    redirectUri,
    responseMode: query.get('response_mode') === 'form_post' ? 'form_post' : 'query',
    wantsIdToken: types === 'code id_token',
    scopes: [...new Set((query.get('scope') ?? '').split(' ').filter(Boolean))],
    nonce: query.get('nonce'),
    state: query.get('state'),
    challenge: challengeOf(query),
    prompt: query.get('prompt'),
    orgId: query.get('orgid'),
  };
  const error = refusalOf(request, types, query.get('response_mode'));
  return error ? { kind: 'redirect', request, error } : { kind: 'ok', request };
}

function challengeOf(query: URLSearchParams): Challenge | null {
  const value = query.get('code_challenge');
  return value ? { value, method: query.get('code_challenge_method') === 'S256' ? 'S256' : 'plain' } : null;
}

function refusalOf(request: AuthorizeRequest, types: string, mode: string | null): string | undefined {
  if (types !== 'code' && types !== 'code id_token') return 'unsupported_response_type';
  if (mode !== null && mode !== 'query' && mode !== 'form_post') return 'invalid_request';
  if (!request.scopes.includes('openid') || !request.scopes.every(isKnownScope)) return 'invalid_scope';
  return request.wantsIdToken && !request.nonce ? 'invalid_request' : undefined;
}
