import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { createClock } from '../../core/clock';
import { createIds } from '../../core/ids';
import { createHaravanSandbox, type HaravanSandbox } from '../sandbox';
import { CLIENT, ORG, OWNER, SEED } from '../testing/rig';

const CALLBACK = 'http://app.example/install/login';
const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const START = Date.parse('2026-03-10T02:00:00Z');

let haravan: HaravanSandbox;
let cookie: string;
beforeEach(() => {
  cookie = '';
  haravan = createHaravanSandbox({
    clock: createClock(START, () => START),
    ids: createIds(1),
    app: {
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      verifyToken: '',
      url: 'http://app.example',
      redirectUris: [CALLBACK],
    },
    publicUrl: () => 'http://haravan.example',
  });
  haravan.load(SEED);
});

const send = async (
  method: string,
  path: string,
  form?: Record<string, string>,
  headers: Record<string, string> = {},
) => haravan.hono.request(path, { method, headers: { cookie, ...headers }, body: form && new URLSearchParams(form) });
const get = (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers);
const request = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    scope: 'openid profile email org offline_access',
    client_id: CLIENT.id,
    redirect_uri: CALLBACK,
    nonce: 'n',
    state: 's',
    ...more,
  }).toString();

async function logIn(): Promise<void> {
  const form = { return_query: request(), email: OWNER.email, password: OWNER.password };
  const answer = await send('POST', '/connect/login', form);
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
const sentBack = (answer: Response) => new URL(answer.headers.get('location') ?? 'http://nowhere').searchParams;

async function codeFor(more: Record<string, string> = {}): Promise<string> {
  await logIn();
  return sentBack(await get(`/connect/authorize?${request(more)}`)).get('code') ?? '';
}
type Tokens = { access_token: string; refresh_token?: string; id_token: string; expires_in?: number; error?: string };
async function token(form: Record<string, string>, headers?: Record<string, string>): Promise<[number, Tokens]> {
  const secrets: Record<string, string> = headers ? {} : { client_id: CLIENT.id, client_secret: CLIENT.secret };
  const answer = await send('POST', '/connect/token', { ...secrets, ...form }, headers);
  return [answer.status, (await answer.json()) as Tokens];
}
const exchange = (code: string, more: Record<string, string> = {}, headers?: Record<string, string>) =>
  token({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, ...more }, headers);

describe('the provider describes itself', () => {
  it('with every address under its issuer', async () => {
    const config = (await (await get('/.well-known/openid-configuration')).json()) as Record<string, unknown>;
    expect(config).toMatchObject({
      issuer: 'http://haravan.example',
      token_endpoint: 'http://haravan.example/connect/token',
      code_challenge_methods_supported: ['plain', 'S256'],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    });
    const { keys } = (await (await get('/.well-known/openid-configuration/jwks')).json()) as { keys: object[] };
    expect(keys).toMatchObject([{ kty: 'RSA', alg: 'RS256', use: 'sig' }]);
    expect(keys[0]).not.toHaveProperty('d');
  });
});

describe('proof of the code (PKCE)', () => {
  const asked = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };

  it.each([
    [{ code_verifier: VERIFIER }, 200],
    [{ code_verifier: 'w'.repeat(43) }, 400],
    [{}, 400],
  ])('%j: %i', async (proof, status) => {
    expect((await exchange(await codeFor(asked), proof as Record<string, string>))[0]).toBe(status);
  });

  it('plain, and none at all', async () => {
    expect((await exchange(await codeFor({ code_challenge: 'p' }), { code_verifier: 'p' }))[0]).toBe(200);
    expect((await exchange(await codeFor()))[0]).toBe(200);
  });
});

describe('the client proves itself', () => {
  it.each([
    [CLIENT.secret, 200],
    ['wrong', 400],
  ])('by header too', async (secret, status) => {
    const authorization = `Basic ${Buffer.from(`${CLIENT.id}:${secret}`).toString('base64')}`;
    expect((await exchange(await codeFor(), {}, { authorization }))[0]).toBe(status);
  });
});

describe('prompt', () => {
  it('none asks nothing', async () => {
    expect(sentBack(await get(`/connect/authorize?${request({ prompt: 'none' })}`)).get('error')).toBe(
      'login_required',
    );
    await logIn();
    const grant = request({ prompt: 'none', scope: 'openid com.read_shop' });
    expect(sentBack(await get(`/connect/authorize?${grant}`)).get('error')).toBe('consent_required');
  });

  it('login asks for the password again, once', async () => {
    await logIn();
    const again = request({ prompt: 'login' });
    expect(await (await get(`/connect/authorize?${again}`)).text()).toContain('Mật khẩu');
    const form = { return_query: again, email: OWNER.email, password: OWNER.password };
    const answer = await send('POST', '/connect/login', form);
    expect(answer.headers.get('location')).not.toContain('prompt');
  });
});

describe('refresh', () => {
  it('rotates: the new token works, the old one does not', async () => {
    const [, first] = await exchange(await codeFor());
    const refresh = (refresh_token = '') => token({ grant_type: 'refresh_token', refresh_token });
    const [status, second] = await refresh(first.refresh_token);
    expect([status, second.refresh_token === first.refresh_token]).toEqual([200, false]);
    expect(decodeJwt(second.id_token).sub).toBe(OWNER.id);
    expect(await refresh(first.refresh_token)).toMatchObject([400, { error: 'invalid_grant' }]);
    expect((await refresh(second.refresh_token))[0]).toBe(200);
  });

  it('or keeps the old one, in that mode', async () => {
    haravan.control.setModes({ rotatesRefresh: false });
    const [, { refresh_token = '' }] = await exchange(await codeFor());
    for (let n = 0; n < 2; n++) {
      expect(await token({ grant_type: 'refresh_token', refresh_token })).toMatchObject([200, { refresh_token }]);
    }
  });
});

describe('userinfo and logout', () => {
  it('by either method; a refusal says so in its header', async () => {
    const [, { access_token }] = await exchange(await codeFor());
    const authorization = `Bearer ${access_token}`;
    for (const answer of [
      await send('GET', '/connect/userinfo', undefined, { authorization }),
      await send('POST', '/connect/userinfo', undefined, { authorization }),
    ]) {
      expect(await answer.json()).toMatchObject({ sub: OWNER.id, orgid: ORG, orgsub: 'hoa-mai', role: 'admin' });
    }
    const refused = await get('/connect/userinfo');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
  });

  it('leads back to the app, and to nobody else', async () => {
    const leave = (back: string) => get(`/connect/endsession?post_logout_redirect_uri=${encodeURIComponent(back)}`);
    expect((await leave('http://app.example/bye')).headers.get('location')).toBe('http://app.example/bye');
    expect((await leave('https://evil.example/')).status).toBe(200);
  });
});
