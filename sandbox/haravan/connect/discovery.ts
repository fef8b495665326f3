import { ALL_SCOPES } from './scopes';

/** The provider's description of itself (haravan.md §1.1: IdentityServer's paths). */
export function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/openid-configuration/jwks`,
    authorization_endpoint: `${issuer}/connect/authorize`,
    token_endpoint: `${issuer}/connect/token`,
    userinfo_endpoint: `${issuer}/connect/userinfo`,
    end_session_endpoint: `${issuer}/connect/endsession`,
    scopes_supported: ALL_SCOPES,
    claims_supported: ['sub', 'email', 'name', 'middle_name', 'locale', 'orgid', 'orgname', 'orgcat', 'orgsub', 'role'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    response_types_supported: ['code', 'code id_token'],
    response_modes_supported: ['form_post', 'query'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    code_challenge_methods_supported: ['plain', 'S256'],
  };
}
