import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ORG, OTHER_ORG, type Rig, SHIRT_M, startRig } from './testing/rig';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const LIMIT = 'x-haravan-api-call-limit';
const knock = (token?: string) => rig.call('GET', '/com/shop.json', undefined, token);
const ordersOf = () => rig.haravan.control.state(ORG).orgs[0]?.orders ?? [];

describe('leaky bucket', () => {
  it('holds 80 calls, says so on every answer, and refuses the next for two seconds', async () => {
    for (let calls = 1; calls <= 80; calls++) expect((await knock()).headers.get(LIMIT)).toBe(`${calls}/80`);
    const answer = await knock();
    expect(answer.status).toBe(429);
    expect([answer.headers.get('retry-after'), answer.headers.get(LIMIT)]).toEqual(['2.0', '80/80']);
    rig.clock.advance(1_000);
    expect((await knock()).status).toBe(429);
    rig.clock.advance(1_000);
    expect((await knock()).status).toBe(200);
  });

  it('leaks 4 a second, and is one per shop', async () => {
    for (let calls = 0; calls < 40; calls++) await knock();
    rig.clock.advance(5_000);
    expect((await knock()).headers.get(LIMIT)).toBe('21/80');
    expect((await knock(rig.haravan.control.install(OTHER_ORG).accessToken)).headers.get(LIMIT)).toBe('1/80');
  });
});

const order = { order: { line_items: [{ variant_id: SHIRT_M }] } };

describe('faults', () => {
  it('lost-answer: the order exists, the answer never comes', async () => {
    rig.haravan.faults.add({ match: { path: '/com/orders.json', method: 'POST' }, kind: 'lost-answer', count: 1 });
    await expect(rig.call('POST', '/com/orders.json', order)).rejects.toThrow();
    expect(ordersOf()).toHaveLength(1);
    expect((await rig.call('POST', '/com/orders.json', order)).status).toBe(201);
  });

  it('reset: nothing happens', async () => {
    rig.haravan.faults.add({ match: { path: '/com/orders.json' }, kind: 'reset', count: 1 });
    await expect(rig.call('POST', '/com/orders.json', order)).rejects.toThrow();
    expect(ordersOf()).toHaveLength(0);
  });

  it('throttle and expired-token speak as Haravan does, for one tenant only', async () => {
    rig.haravan.faults.add({ match: { tenant: ORG }, kind: 'throttle', count: 1 });
    rig.haravan.faults.add({ match: { tenant: ORG }, kind: 'expired-token', count: 1 });
    const other = rig.haravan.control.install(OTHER_ORG).accessToken;
    expect((await knock(other)).status).toBe(200);
    const throttled = await knock();
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '2.0']);
    expect((await knock()).status).toBe(401);
    expect((await knock()).status).toBe(200);
  });
});

describe('bad days', () => {
  it.each([
    [{ kind: 'status', status: 503 }, 503, ''],
    [{ kind: 'html' }, 502, '<html>'],
    [{ kind: 'refusal' }, 422, '{"errors":"Dữ liệu không tồn tại!"}'],
    [{ kind: 'refusal', status: 403, message: 'Forbidden' }, 403, '{"errors":"Forbidden"}'],
    [{ kind: 'empty-body' }, 200, ''],
    [{ kind: 'empty-list' }, 200, '{"products":[]}'],
    [{ kind: 'slow', delayMs: 5 }, 200, '{"products":[{'],
  ] as const)('%j on one path, once', async (fault, status, start) => {
    rig.haravan.faults.add({ ...fault, match: { path: '^/com/products\\.json$', tenant: ORG }, count: 1 });
    const { accessToken } = rig.haravan.control.install(ORG);
    const ask = () => fetch(`${rig.url}/com/products.json`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect((await knock()).status).toBe(200);
    const answer = await ask();
    expect([answer.status, (await answer.text()).slice(0, start.length || undefined)]).toEqual([status, start]);
    expect((await (await ask()).text()).startsWith('{"products":[{')).toBe(true);
  });

  it('timeout: the caller waits, then nothing', async () => {
    rig.haravan.faults.add({ match: { path: 'shop' }, kind: 'timeout', delayMs: 10, count: 1 });
    await expect(knock()).rejects.toThrow();
    expect(rig.haravan.calls.list().at(-1)).toMatchObject({ status: 0 });
  });

  it('a clock that is wrong dates what is made and ends tokens, and a token made then lives', async () => {
    rig.clock.advance(31 * 86_400_000);
    expect((await knock()).status).toBe(401);
    const later = rig.haravan.control.install(ORG).accessToken;
    const made = await rig.call<{ order: { created_at: string } }>('POST', '/com/orders.json', order, later);
    expect(made.body.order.created_at).toMatch(/^2026-04-10/);
    rig.clock.reset();
    expect((await knock()).status).toBe(200);
  });

  it('a path may throttle earlier than the rest', async () => {
    rig.haravan.control.setModes({ tightPaths: [{ path: '/shop', perSecond: 2 }] });
    expect([(await knock()).status, (await knock()).status, (await knock()).status]).toEqual([200, 200, 429]);
    expect((await rig.call('GET', '/com/locations.json')).status).toBe(200);
    rig.clock.advance(1_000);
    expect((await knock()).status).toBe(200);
  });
});

describe('the book of calls', () => {
  it('counts operations by tenant and leaves control calls out', async () => {
    await knock();
    await rig.call('GET', '/com/orders/12.json');
    await fetch(`${rig.url}/__sandbox/state`);
    expect(rig.haravan.calls.totals().byTenant).toEqual({
      [ORG]: { 'GET /com/shop.json': 1, 'GET /com/orders/{id}.json': 1 },
    });
  });
});
