import { exportJWK, generateKeyPair } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '@/sandbox/main';
import { throughHaravan } from '@/tests/integration/browser';
import { HARAVAN, OWNER_LOGIN } from '../contract-seed';
import { APP, startStage } from '../stage';

const REDIRECT_URI = `${APP.url}/install/login`;
const LOGIN_SCOPE = 'openid profile email org userinfo offline_access';

let sandbox: Sandbox;
let config: oidc.Configuration;

/** Strict: plain http is allowed, being loopback; signatures are checked against the published keys. */
async function discovered(clientSecret: string): Promise<oidc.Configuration> {
  const auth = oidc.ClientSecretPost(clientSecret);
  const found = await oidc.discovery(new URL(sandbox.urls.haravan), APP.haravanClientId, undefined, auth, {
    execute: [oidc.allowInsecureRequests],
  });
  oidc.enableNonRepudiationChecks(found);
  return found;
}

beforeAll(async () => {
  sandbox = await startStage();
  config = await discovered(APP.haravanClientSecret);
});
afterAll(() => sandbox.close());

type Login = { callback: URL; checks: oidc.AuthorizationCodeGrantChecks & { expectedNonce: string } };

/** The owner logs in on Haravan's page; what the browser brings back, and what was agreed before. */
async function loggedIn(scope = LOGIN_SCOPE): Promise<Login> {
  const verifier = oidc.randomPKCECodeVerifier();
  const [expectedNonce, expectedState] = [oidc.randomNonce(), oidc.randomState()];
  const asked = oidc.buildAuthorizationUrl(config, {
    redirect_uri: REDIRECT_URI,
    scope,
    nonce: expectedNonce,
    state: expectedState,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const callback = await throughHaravan(asked.href, OWNER_LOGIN);
  return { callback, checks: { pkceCodeVerifier: verifier, expectedNonce, expectedState, idTokenExpected: true } };
}

test('discovery says where everything is', () => {
  const told = config.serverMetadata();
  expect(told.issuer).toBe(sandbox.urls.haravan);
  expect(told.jwks_uri).toBe(`${sandbox.urls.haravan}/.well-known/openid-configuration/jwks`);
});

test('a login gives an id_token that says who and which shop, and userinfo agrees', async () => {
  const { callback, checks } = await loggedIn();
  const tokens = await oidc.authorizationCodeGrant(config, callback, checks);
  const claims = tokens.claims();
  expect(claims).toMatchObject({ orgid: HARAVAN.orgId, orgsub: HARAVAN.shop, role: 'admin', email: OWNER_LOGIN.email });
  const userinfo = await oidc.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '');
  expect(userinfo).toMatchObject({ sub: claims?.sub, orgid: HARAVAN.orgId });
});

test('consent to the install gives a token for the shop that the REST API takes', async () => {
  const { callback, checks } = await loggedIn(`${LOGIN_SCOPE} grant_service com.read_shop`);
  const { access_token, scope } = await oidc.authorizationCodeGrant(config, callback, checks);
  expect(scope).toContain('grant_service');
  const shop = await fetch(`${sandbox.urls.haravan}/com/shop.json`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(await shop.json()).toMatchObject({ shop: { id: Number(HARAVAN.orgId) } });
});

test('a refresh rotates: the new token works, the old one is dead', async () => {
  const { callback, checks } = await loggedIn();
  const first = await oidc.authorizationCodeGrant(config, callback, checks);
  const second = await oidc.refreshTokenGrant(config, String(first.refresh_token));
  expect(second.refresh_token).not.toBe(first.refresh_token);
  await oidc.fetchUserInfo(config, second.access_token, first.claims()?.sub ?? '');
  const again = oidc.refreshTokenGrant(config, String(first.refresh_token));
  await expect(again).rejects.toMatchObject({ error: 'invalid_grant' });
});

test('hybrid: code and id_token come by form_post, bound to one another', async () => {
  const hybrid = await discovered(APP.haravanClientSecret);
  oidc.useCodeIdTokenResponseType(hybrid);
  const nonce = oidc.randomNonce();
  const asked = oidc.buildAuthorizationUrl(hybrid, {
    redirect_uri: REDIRECT_URI,
    scope: LOGIN_SCOPE,
    nonce,
    response_mode: 'form_post',
  });
  const posted = await formPosted(asked);
  const tokens = await oidc.authorizationCodeGrant(hybrid, posted, { expectedNonce: nonce });
  expect(tokens.claims()).toMatchObject({ orgid: HARAVAN.orgId, nonce });
});

/** What the page that sends itself would post to the app. */
async function formPosted(asked: URL): Promise<Request> {
  const login = new URLSearchParams({ return_query: asked.search.slice(1), ...OWNER_LOGIN });
  const answer = await fetch(`${asked.origin}/connect/login`, { method: 'POST', body: login, redirect: 'manual' });
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await (await fetch(asked, { headers: { cookie } })).text();
  const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
  return new Request(REDIRECT_URI, { method: 'POST', body: new URLSearchParams(fields) });
}

describe('refused', () => {
  test.each<[string, (login: Login) => Promise<unknown>, object]>([
    [
      'a code that was used',
      async ({ callback, checks }) => {
        await oidc.authorizationCodeGrant(config, callback, checks);
        return oidc.authorizationCodeGrant(config, callback, checks);
      },
      { error: 'invalid_grant' },
    ],
    [
      'another redirect_uri than the one that was asked with',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(config, new URL(`${APP.url}/install/grandservice${callback.search}`), checks),
      { error: 'invalid_grant' },
    ],
    [
      'another secret',
      async ({ callback, checks }) => oidc.authorizationCodeGrant(await discovered('another'), callback, checks),
      { error: 'invalid_client' },
    ],
    [
      'a verifier that does not match the challenge',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(config, callback, { ...checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() }),
      { error: 'invalid_grant' },
    ],
    [
      'no verifier after a challenge',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(config, callback, { ...checks, pkceCodeVerifier: undefined }),
      { error: 'invalid_grant' },
    ],
    [
      'an id_token for another nonce',
      ({ callback, checks }) =>
        oidc.authorizationCodeGrant(config, callback, { ...checks, expectedNonce: oidc.randomNonce() }),
      { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' },
    ],
    ['userinfo without a good token', () => oidc.fetchUserInfo(config, 'made-up', '11'), { status: 401 }],
  ])('%s', async (_what, attempt, refusal) => {
    await expect(attempt(await loggedIn())).rejects.toMatchObject(refusal);
  });

  test('an id_token signed with a key that is not published', async () => {
    const misled = await discovered(APP.haravanClientSecret);
    const stranger = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
    // The keys of another accounts host under the names of this one's.
    misled[oidc.customFetch] = async (url, { method, headers, body }) => {
      const answer = await fetch(url, { method, headers, body: body as BodyInit });
      if (!url.endsWith('/jwks')) return answer;
      const { keys } = (await answer.json()) as { keys: object[] };
      return Response.json({ keys: keys.map((key) => ({ ...key, n: stranger.n })) });
    };
    const { callback, checks } = await loggedIn();
    const grant = oidc.authorizationCodeGrant(misled, callback, checks);
    await expect(grant).rejects.toMatchObject({ cause: { message: expect.stringMatching(/signature/i) } });
  });
});
