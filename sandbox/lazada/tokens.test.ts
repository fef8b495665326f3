import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from './testing/rig';
import { CALLBACK, FOREIGN_SELLER, SELLER } from './testing/seed';

const DAY_S = 86_400;
const MINUTE_MS = 60_000;
let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

type Tokens = { access_token: string; refresh_token: string; expires_in: number; refresh_expires_in: number };
const codeOf = (response: Response) => new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? '';
const create = (code: string) => rig.call('/auth/token/create', { code });
const newTokens = async () => (await create(codeOf(await rig.consent()))) as unknown as Tokens;
const refresh = (refresh_token: string) => rig.call('/auth/token/refresh', { refresh_token });
const seller = (token: string) => rig.call('/seller/get', {}, token);

describe('consent page', () => {
  const page = (change: Record<string, string> = {}) => {
    const query = {
      response_type: 'code',
      force_auth: 'true',
      client_id: '123456',
      redirect_uri: CALLBACK,
      state: 'x y',
    };
    return fetch(`${rig.url}/oauth/authorize?${new URLSearchParams({ ...query, ...change })}`);
  };

  test('asks for country, account and password, and cannot be framed', async () => {
    const response = await page();
    const text = await response.text();
    expect(response.headers.get('x-frame-options')).toBe('DENY');
    expect(text).toContain('Sign in and Authorize');
    for (const name of ['country', 'account', 'password']) expect(text).toContain(`name="${name}"`);
    const cancel = `${CALLBACK}?error=access_denied&amp;error_description=`;
    expect(text).toContain(cancel);
    expect(text).toMatch(/state=x\+y"[^>]*>Cancel/);
  });

  test.each([
    [{ redirect_uri: 'http://evil.example/' }, 'Redirect uri does not match the callback url of the APP'],
    [{ client_id: '1' }, 'Invalid client_id'],
    [{ response_type: 'token' }, 'Unsupported response_type'],
    [{ redirect_uri: '' }, 'Missing parameter'],
  ])('%o: %s', async (change, problem) => {
    const response = await page(change);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(problem);
  });

  test('text from the query is escaped', async () => {
    expect(await (await page({ state: '"><script>alert(1)</script>' })).text()).not.toContain('<script>alert');
  });

  test('a login sends the browser back with a code and the state', async () => {
    const response = await rig.consent();
    const target = new URL(response.headers.get('location') ?? '');
    expect(response.status).toBe(302);
    expect(`${target.origin}${target.pathname}`).toBe(CALLBACK);
    expect(target.searchParams.get('state')).toBe('abc');
    expect(target.searchParams.get('code')).toMatch(/^0_123456_\w{24}$/);
  });

  test.each<Record<string, string>>([{ password: 'wrong' }, { country: 'sg' }, { account: 'nobody@example.vn' }])(
    '%o is not let in',
    async (form) => {
      const response = await rig.consent(form);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('không đúng');
    },
  );

  test('a forged redirect_uri is refused at login as well', async () => {
    expect((await rig.consent({ redirect_uri: 'http://evil.example/' })).status).toBe(400);
  });
});

describe('token create', () => {
  test('tokens stand at the top level', async () => {
    const answer = await create(codeOf(await rig.consent()));
    expect(answer).toMatchObject({
      code: '0',
      country: 'vn',
      account: 'ban@example.vn',
      account_platform: 'seller_center',
      expires_in: 30 * DAY_S,
      refresh_expires_in: 180 * DAY_S,
      country_user_info: [{ country: 'vn', user_id: SELLER, seller_id: SELLER, short_code: 'VN10ABC' }],
    });
  });

  test('a code works once', async () => {
    const code = codeOf(await rig.consent());
    expect((await create(code)).code).toBe('0');
    expect(await create(code)).toMatchObject({
      code: 'InvalidCode',
      type: 'ISP',
      message: 'Invalid authorization code',
    });
  });

  test('a code lives thirty minutes', async () => {
    const code = codeOf(await rig.consent());
    rig.clock.advance(30 * MINUTE_MS);
    expect((await create(code)).code).toBe('InvalidCode');
  });

  test('without a code, or with an invented one', async () => {
    expect((await rig.call('/auth/token/create')).code).toBe('MissingParameter');
    expect((await create('0_123456_invented')).code).toBe('InvalidCode');
  });

  test('a seller of another country gets a token that is worth nothing on this host', async () => {
    const token = await rig.token(FOREIGN_SELLER);
    expect((await seller(token)).code).toBe('IllegalAccessToken');
  });

  test('a test app has shorter lives', async () => {
    rig.sandbox.control.setModes({ appState: 'test' });
    expect(await newTokens()).toMatchObject({ expires_in: 7 * DAY_S, refresh_expires_in: 14 * DAY_S });
  });

  test('doc mode writes numbers as strings', async () => {
    rig.sandbox.control.setModes({ wire: 'doc' });
    expect(await newTokens()).toMatchObject({ expires_in: String(30 * DAY_S) });
  });
});

describe('token refresh', () => {
  test('winds the access clock back, leaves the refresh deadline where it was, and names its list otherwise', async () => {
    const first = await newTokens();
    rig.clock.advance(10 * DAY_S * 1000);
    const again = (await refresh(first.refresh_token)) as unknown as Tokens & { country_user_info_list: unknown[] };
    expect(again.expires_in).toBe(30 * DAY_S);
    expect(Math.abs(again.refresh_expires_in - 170 * DAY_S)).toBeLessThanOrEqual(1);
    expect(again.country_user_info_list).toHaveLength(1);
    expect(again.access_token).not.toBe(first.access_token);
  });

  test('rotation gives another refresh token, without it the string stays', async () => {
    const first = await newTokens();
    expect(await refresh(first.refresh_token)).not.toMatchObject({ refresh_token: first.refresh_token });
    rig.sandbox.control.setModes({ tokenRotation: false });
    expect(await refresh(first.refresh_token)).toMatchObject({ refresh_token: first.refresh_token });
  });

  test('old tokens live on, or die, as the mode says', async () => {
    const first = await newTokens();
    const second = (await refresh(first.refresh_token)) as unknown as Tokens;
    expect((await seller(first.access_token)).code).toBe('0');
    rig.sandbox.control.setModes({ oldTokenDies: true });
    await refresh(second.refresh_token);
    expect((await seller(first.access_token)).code).toBe('IllegalAccessToken');
    expect((await refresh(first.refresh_token)).code).toBe('IllegalRefreshToken');
  });

  test('expiry by the clock and by the switch', async () => {
    const first = await newTokens();
    rig.clock.advance(30 * DAY_S * 1000);
    expect((await seller(first.access_token)).code).toBe('IllegalAccessToken');
    const second = (await refresh(first.refresh_token)) as unknown as Tokens;
    expect((await seller(second.access_token)).code).toBe('0');
    rig.sandbox.control.ageTokens({ sellerId: SELLER, expireAccess: true });
    expect((await seller(second.access_token)).code).toBe('IllegalAccessToken');
    rig.sandbox.control.ageTokens({ sellerId: SELLER, expireRefresh: true });
    expect((await refresh(second.refresh_token)).code).toBe('IllegalRefreshToken');
  });

  test('a subscription app cannot refresh', async () => {
    rig.sandbox.control.setModes({ refreshUnsupported: true });
    const first = await newTokens();
    expect(first.refresh_expires_in).toBe(0);
    expect((await refresh(first.refresh_token)).code).toBe('AUTH_TYPE_UNSUPPORTED');
  });

  test('an inactive seller can be read but not worked with', async () => {
    const { access_token } = await newTokens();
    rig.sandbox.control.setSellerStatus({ sellerId: SELLER, status: 'INACTIVE' });
    expect(await seller(access_token)).toMatchObject({ code: '0', data: { status: 'INACTIVE' } });
    expect((await rig.call('/products/get', {}, access_token)).code).toBe('SellerNotActive');
  });
});
