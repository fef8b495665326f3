import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FaultKind } from '../core/faults';
import { sign, signed } from './testing/hand-signed';
import { type Rig, startRig } from './testing/rig';
import { SELLER } from './testing/seed';

let rig: Rig;
let token: string;
beforeAll(async () => {
  rig = await startRig();
  token = await rig.token();
});
afterAll(() => rig.close());
beforeEach(() => {
  rig.sandbox.faults.remove();
  rig.sandbox.calls.clear();
});

const send = async (path: string, query: Record<string, string>, init: RequestInit = {}) => {
  const response = await fetch(`${rig.url}/rest${path}?${new URLSearchParams(query)}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const system = (path: string, business: Record<string, string>) => {
  const all = signed(path, { ...business, access_token: token });
  return Object.fromEntries(Object.entries(all).filter(([key]) => !(key in business)));
};
const split = (path: string, business: Record<string, string>) => ({ system: system(path, business), business });

describe('wire layouts (lazada.md §1.2)', () => {
  const path = '/products/get';
  const business = { filter: 'all', limit: '1' };
  const success = { status: 200, body: { code: '0', data: { total_products: 2 } } };

  test('GET with everything in the query', async () => {
    expect(await send(path, signed(path, { ...business, access_token: token }))).toMatchObject(success);
  });

  test('POST with everything in the query and no body', async () => {
    const all = signed(path, { ...business, access_token: token });
    expect(await send(path, all, { method: 'POST' })).toMatchObject(success);
  });

  test('POST with everything in one form', async () => {
    const body = new URLSearchParams(signed(path, { ...business, access_token: token }));
    expect(await send(path, {}, { method: 'POST', body })).toMatchObject(success);
  });

  test('system parameters in the query, business parameters in a form', async () => {
    const { system: query, business: fields } = split(path, business);
    expect(await send(path, query, { method: 'POST', body: new URLSearchParams(fields) })).toMatchObject(success);
  });

  test('business parameters as multipart text fields, a file beside them is not signed', async () => {
    const { system: query, business: fields } = split(path, business);
    const body = new FormData();
    for (const [key, value] of Object.entries(fields)) body.set(key, value);
    body.set('image', new Blob(['not signed']), 'a.jpg');
    expect(await send(path, query, { method: 'POST', body })).toMatchObject(success);
  });

  const json = (body: unknown) => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

  test('business parameters in a JSON body when the query has none', async () => {
    const { system: query, business: fields } = split(path, business);
    expect(await send(path, query, json(fields))).toMatchObject(success);
  });

  test('a JSON body beside business parameters in the query is ignored', async () => {
    const all = signed(path, { ...business, access_token: token });
    expect(await send(path, all, json({ limit: '999' }))).toMatchObject(success);
  });

  test('Vietnamese text and spaces survive the query and the form', async () => {
    const text = { filter: 'all', sku_seller_list: '["ÁO-ĐỎ & XANH+M"]' };
    const query = await send(path, signed(path, { ...text, access_token: token }));
    const body = new URLSearchParams(signed(path, { ...text, access_token: token }));
    const form = await send(path, {}, { method: 'POST', body });
    expect([query.body.code, form.body.code]).toEqual(['0', '0']);
  });
});

describe('refusals are HTTP 200 JSON (lazada.md §1.5)', () => {
  const path = '/seller/get';
  const good = (change: Record<string, string> = {}) => {
    const base = { app_key: '123456', timestamp: String(Date.now()), sign_method: 'sha256', access_token: token };
    const all: Record<string, string> = { ...base, ...change };
    return { ...all, sign: sign(path, all) };
  };

  test('a good request passes, with partner_id as well, and carries its ids', async () => {
    const { body } = await send(path, good({ partner_id: 'lazop-sdk-php-20180422' }));
    expect(body).toMatchObject({ code: '0', data: { seller_id: Number(SELLER), short_code: 'VN10ABC' } });
    expect(body.request_id).toMatch(/^[0-9a-f]{25}$/);
    expect(body._trace_id_).toMatch(/^[0-9a-f]{30}$/);
  });

  test('a bad signature', async () => {
    const { status, body } = await send(path, { ...good(), sign: 'A'.repeat(64) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 'IncompleteSignature',
      type: 'ISV',
      message: 'The request signature does not conform to platform standards',
    });
  });

  test.each([
    ['two hours and a minute ago', -7_260_000, 'IllegalTimestamp'],
    ['two hours and a minute ahead', 7_260_000, 'IllegalTimestamp'],
    ['an hour ago', -3_600_000, '0'],
  ])('a timestamp %s', async (_, offsetMs, code) => {
    const { body } = await send(path, good({ timestamp: String(Date.now() + offsetMs) }));
    expect(body.code).toBe(code);
  });

  test('an ISO timestamp passes, nonsense does not', async () => {
    const iso = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    expect((await send(path, good({ timestamp: iso }))).body.code).toBe('0');
    expect((await send(path, good({ timestamp: 'now' }))).body.code).toBe('IllegalTimestamp');
  });

  test.each(['app_key', 'timestamp', 'sign_method', 'sign', 'access_token'])('without %s', async (name) => {
    const query = Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
    const again = name === 'sign' ? query : { ...query, sign: sign(path, query) };
    const { body } = await send(path, again);
    expect(body.code).toBe('MissingParameter');
    expect(body.message).toContain(`“${name}”`);
  });

  test.each([
    [{ app_key: '999' }, 'InvalidAppKey'],
    [{ sign_method: 'md5' }, 'IncompleteSignature'],
    [{ access_token: 'nobody' }, 'IllegalAccessToken'],
  ])('with %o: %s', async (change, code) => {
    expect((await send(path, good(change))).body.code).toBe(code);
  });

  test('a body that is not what it says is', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await send(path, {}, { method: 'POST', body: 'nonsense', headers })).body.code).toBe('MissingParameter');
  });

  test('an unknown path', async () => {
    expect((await rig.call('/no/such/api', {}, token)).code).toBe('InvalidApiPath');
  });
});

describe('faults', () => {
  const path = '/product/stock/sellable/update';
  const payload = (quantity: number) =>
    JSON.stringify({
      Request: { Product: { Skus: { Sku: { ItemId: '77', SkuId: '770', SellableQuantity: quantity } } } },
    });
  const stock = () => rig.sandbox.control.state(SELLER).sellers[0]?.items[1]?.skus[0]?.sellable;
  const write = async (quantity: number) => {
    const url = `${rig.url}/rest${path}?${new URLSearchParams(signed(path, { payload: payload(quantity), access_token: token }))}`;
    return fetch(url, { method: 'POST' }).then(
      async (response) => `${response.status} ${(await response.text()).slice(0, 40)}`,
      () => 'broken',
    );
  };

  test.each<[FaultKind, string, boolean]>([
    ['status', '500 ', false],
    ['html', '502 <html>', false],
    ['timeout', 'broken', false],
    ['reset', 'broken', false],
    ['throttle', '200 {"code":"ApiCallLimit"', false],
    ['expired-token', '200 {"code":"IllegalAccessToken"', false],
    ['lost-answer', 'broken', true],
    ['empty-body', '200 ', true],
    ['slow', '200 {"data":{},"code":"0"', true],
  ])('%s', async (kind, answer, takesEffect) => {
    await write(0);
    rig.sandbox.faults.add({ match: { path: '/sellable/update$', tenant: SELLER }, kind, count: 1, delayMs: 10 });
    expect(await write(42)).toContain(answer);
    expect(stock()).toBe(takesEffect ? 42 : 0);
    expect(await write(43)).toContain('"code":"0"');
  });

  test.each([
    [{ kind: 'throttle', code: 'SellerCallLimit' }, 'SellerCallLimit'],
    [{ kind: 'refusal', code: 'AppWhiteIpLimit', message: 'not on the list' }, 'AppWhiteIpLimit'],
    [{ kind: 'refusal' }, '6'],
  ] as const)('a fault may speak in any code: %o', async (fault, code) => {
    rig.sandbox.faults.add({ match: {}, count: 1, ...fault });
    expect((await rig.call('/seller/get', {}, token)).code).toBe(code);
  });

  test('a fault for one seller leaves others alone', async () => {
    rig.sandbox.faults.add({ match: { tenant: 'someone else' }, kind: 'throttle', count: 'always' });
    expect((await rig.call('/seller/get', {}, token)).code).toBe('0');
  });

  test('calls are counted by operation and tenant, with the verdict; control calls are not', async () => {
    rig.sandbox.faults.add({ match: {}, kind: 'throttle', count: 1 });
    await rig.call('/seller/get', {}, token);
    await rig.call('/seller/get', {}, token);
    await fetch(`${rig.url}/__sandbox/state`);
    expect(rig.sandbox.calls.totals()).toMatchObject({ total: 2, byTenant: { [SELLER]: { '/seller/get': 2 } } });
    expect(rig.sandbox.calls.list().map((call) => call.code)).toEqual(['ApiCallLimit', '0']);
  });

  test('partial-batch: every second SKU fails, the others are written', async () => {
    rig.sandbox.faults.add({ match: {}, kind: 'partial-batch', count: 1 });
    const sku = (SkuId: string) => ({ SkuId, SellableQuantity: 7 });
    const skus = [sku('770'), sku('12215141846'), sku('12215141847')];
    const text = JSON.stringify({ Request: { Product: { Skus: { Sku: skus } } } });
    expect(await rig.call(path, { payload: text }, token)).toMatchObject({ code: '501', detail: [{ code: 'E4147' }] });
    const [shirt, cap] = rig.sandbox.control.state(SELLER).sellers[0]?.items ?? [];
    expect([cap?.skus[0]?.sellable, shirt?.skus.map((one) => one.sellable)]).toEqual([7, [10, 7]]);
  });

  test('empty-list: success, as if there were nothing', async () => {
    rig.sandbox.faults.add({ match: {}, kind: 'empty-list', count: 1 });
    const quiet = { code: '0', data: { total_products: 0, products: [] } };
    expect(await rig.call('/products/get', {}, token)).toMatchObject(quiet);
    expect(await rig.call('/products/get', {}, token)).toMatchObject({ data: { total_products: 2 } });
  });

  test.each([
    [{ clockSkewMs: 7_300_000 }, 'IllegalTimestamp'],
    [{ ipWhitelist: ['203.0.113.7'] }, 'AppWhiteIpLimit'],
    [{ ipWhitelist: ['127.0.0.1'] }, '0'],
    [{ dailyQuota: 1 }, 'AppCallLimit'],
  ])('with %o: %s', async (change, code) => {
    await rig.call('/seller/get', {}, token);
    const before = rig.sandbox.control.modes();
    rig.sandbox.control.setModes(change);
    const answer = await rig.call('/seller/get', {}, token);
    rig.sandbox.control.setModes(before);
    expect(answer.code).toBe(code);
  });

  test('SellerCallLimit above the calls a seller may make in a second', async () => {
    rig.sandbox.control.setModes({ sellerCallsPerSecond: 2 });
    const codes: string[] = [];
    for (let i = 0; i < 8; i++) codes.push((await rig.call('/seller/get', {}, token)).code);
    rig.sandbox.control.setModes({ sellerCallsPerSecond: null });
    expect(codes).toContain('SellerCallLimit');
  });
});
