import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorizeUrl, type Browser, createBrowser, decide, logIn, sentTo } from '../testing/browser';
import { CLIENT, ORG, OTHER_ORG, OWNER, type Rig, STAFF, startRig } from '../testing/rig';

type TokenAnswer = {
  access_token: string;
  refresh_token?: string;
  id_token: string;
  expires_in: number;
  scope: string;
  error?: string;
};

const GRANT = 'openid profile email org userinfo grant_service wh_api offline_access com.read_shop com.write_orders';

let rig: Rig;
let browser: Browser;
beforeEach(async () => {
  // The tests of signatures compare with real time.
  rig = await startRig(Date.now());
  browser = createBrowser();
});
afterEach(() => rig.close());

const grantUrl = (more: Record<string, string> = {}) =>
  authorizeUrl(rig, { scope: GRANT, redirect_uri: `${rig.receiver.url}/install/grandservice`, ...more });

async function token(fields: Record<string, string>) {
  const body = new URLSearchParams({ client_id: CLIENT.id, client_secret: CLIENT.secret, ...fields });
  const response = await fetch(`${rig.url}/connect/token`, { method: 'POST', body });
  return { status: response.status, body: (await response.json()) as TokenAnswer };
}

const exchange = (code: string | null, path = '/install/grandservice') =>
  token({ grant_type: 'authorization_code', code: code ?? '', redirect_uri: `${rig.receiver.url}${path}` });

async function grantedCode(): Promise<string | null> {
  await logIn(rig, browser, grantUrl(), OWNER);
  return sentTo(await decide(rig, browser, grantUrl(), 'allow')).get('code');
}

describe('step 1, login', () => {
  it('asks who is there, then sends a code; the page cannot be framed', async () => {
    const page = await browser.get(authorizeUrl(rig));
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    const html = await page.text();
    for (const words of ['>Email</label>', '>Mật khẩu</label>', '>Đăng nhập</button>']) expect(html).toContain(words);
    const back = await logIn(rig, browser, authorizeUrl(rig), OWNER);
    expect(back.status).toBe(302);
    expect(sentTo(back).get('state')).toBe('s-1');
    const { status, body } = await exchange(sentTo(back).get('code'), '/install/login');
    expect(status).toBe(200);
    expect(body.refresh_token).toBeUndefined();
    expect(decodeJwt(body.id_token)).toMatchObject({
      sub: OWNER.id,
      orgid: ORG,
      orgsub: 'hoa-mai',
      orgname: 'Hoa Mai',
      role: 'admin',
      nonce: 'n-1',
      aud: CLIENT.id,
      iss: rig.url,
    });
  });

  it('does not accept a wrong password', async () => {
    const answer = await logIn(rig, browser, authorizeUrl(rig), { ...OWNER, password: 'no' });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Email hoặc mật khẩu không đúng');
  });

  it('signs id_tokens with a key of its JWKS', async () => {
    const back = await logIn(rig, browser, authorizeUrl(rig), STAFF);
    const { body } = await exchange(sentTo(back).get('code'), '/install/login');
    const discovery = (await (await fetch(`${rig.url}/.well-known/openid-configuration`)).json()) as {
      jwks_uri: string;
    };
    const keys = createRemoteJWKSet(new URL(discovery.jwks_uri));
    const { payload, protectedHeader } = await jwtVerify(body.id_token, keys, { audience: CLIENT.id, issuer: rig.url });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload.sub).toBe(STAFF.id);
    expect(payload).not.toHaveProperty('role');
  });

  it('answers the hybrid flow as a form that posts itself', async () => {
    const url = authorizeUrl(rig, { response_type: 'code id_token', response_mode: 'form_post' });
    const html = await (await logIn(rig, browser, url, OWNER)).text();
    expect(html).toContain(`action="${rig.receiver.url}/install/login"`);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    expect(decodeJwt(field('id_token'))).toMatchObject({ nonce: 'n-1', c_hash: expect.any(String) });
    expect((await exchange(field('code'), '/install/login')).status).toBe(200);
  });

  it('asks again when the app wants another shop', async () => {
    await logIn(rig, browser, authorizeUrl(rig), OWNER);
    const answer = await browser.get(authorizeUrl(rig, { orgid: OTHER_ORG }));
    expect(await answer.text()).toContain('Mật khẩu');
  });

  it.each([
    ['unknown client', { client_id: 'x' }],
    ['unregistered redirect', { redirect_uri: 'http://evil.example/install/login' }],
  ])('%s: an error page, no redirect', async (_, wrong) => {
    expect((await browser.get(authorizeUrl(rig, wrong))).status).toBe(400);
  });

  it('tells the app about a scope it does not know', async () => {
    const answer = await browser.get(authorizeUrl(rig, { scope: 'openid com.read_variants' }));
    expect(sentTo(answer).get('error')).toBe('invalid_scope');
  });
});

describe('step 2, grant', () => {
  it('asks for consent, not for the password again; then the app is installed', async () => {
    await logIn(rig, browser, authorizeUrl(rig), OWNER);
    rig.haravan.control.uninstall(ORG);
    const page = await (await browser.get(grantUrl())).text();
    expect(page).toContain('>Đồng ý</button>');
    expect(page).toContain('>Từ chối</button>');
    expect(page).not.toContain('Mật khẩu');
    const back = await decide(rig, browser, grantUrl(), 'allow');
    const { body } = await exchange(sentTo(back).get('code'));
    expect(body).toMatchObject({ scope: GRANT, expires_in: 30 * 86_400 });
    expect((await rig.call('GET', '/com/shop.json', undefined, body.access_token)).status).toBe(200);
    expect(rig.haravan.control.state(ORG).orgs[0]?.installed).toBe(true);
  });

  it('a refusal comes back as access_denied', async () => {
    await logIn(rig, browser, grantUrl(), OWNER);
    expect(sentTo(await decide(rig, browser, grantUrl(), 'deny')).get('error')).toBe('access_denied');
  });

  it.each(['grant_service', 'wh_api'])('someone who is not the owner cannot get %s', async (scope) => {
    const url = grantUrl({ scope: `openid ${scope}` });
    const back = await logIn(rig, browser, url, STAFF);
    expect(sentTo(back).get('error')).toBe('access_denied');
    expect(sentTo(await decide(rig, browser, url, 'allow')).get('code')).toBeNull();
  });
});

describe('step 3, token', () => {
  it('takes a code once', async () => {
    const code = await grantedCode();
    expect((await exchange(code)).status).toBe(200);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('insists on the same redirect_uri, and on time', async () => {
    expect((await exchange(await grantedCode(), '/install/login')).body.error).toBe('invalid_grant');
    const late = await grantedCode();
    rig.clock.advance(301_000);
    expect((await exchange(late)).body.error).toBe('invalid_grant');
  });

  it('refuses a wrong secret', async () => {
    expect((await token({ grant_type: 'refresh_token', client_secret: 'no' })).body.error).toBe('invalid_client');
  });

  it('rotates refresh tokens', async () => {
    const { body: first } = await exchange(await grantedCode());
    const refresh = (refresh_token = '') => token({ grant_type: 'refresh_token', refresh_token });
    const { body: second } = await refresh(first.refresh_token);
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await refresh(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('tells who the token belongs to', async () => {
    const { body } = await exchange(await grantedCode());
    const answer = await fetch(`${rig.url}/connect/userinfo`, {
      headers: { authorization: `Bearer ${body.access_token}` },
    });
    expect(await answer.json()).toMatchObject({ sub: OWNER.id, orgid: ORG });
  });
});
