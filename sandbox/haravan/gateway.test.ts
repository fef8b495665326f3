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

describe('faults', () => {
  const order = { order: { line_items: [{ variant_id: SHIRT_M }] } };

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
