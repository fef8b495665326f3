import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from './testing/desk';
import { ORG, SHIRT_M } from './testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

async function place(draft: object = {}): Promise<Row> {
  const order = { line_items: [{ variant_id: SHIRT_M }], ...draft };
  return (await desk.call('POST', '/com/orders.json', { order })).body.order as Row;
}
const read = async ({ id }: Row) => (await desk.call('GET', `/com/orders/${id}.json`)).body.order;
const control = (path: string, body: unknown) =>
  desk.haravan.hono.request(`/__sandbox${path}`, { method: 'POST', body: JSON.stringify(body) });

describe('where sources disagree', () => {
  it('money as text, in answers and webhooks', async () => {
    desk.haravan.control.setModes({ money: 'text' });
    const order = await place();
    expect([order.total_price, (order.line_items as Row[])[0]?.price]).toEqual(['110000.0000', '110000.0000']);
    expect(desk.told().find(({ topic }) => topic === 'orders/create')?.body.total_price).toBe('110000.0000');
  });

  it.each(['partiallypaid', 'partially_paid'] as const)('%s', async (partiallyPaid) => {
    desk.haravan.control.setModes({ partiallyPaid });
    const order = await place({ transactions: [{ kind: 'capture', amount: 10 }] });
    expect((await read(order))?.financial_status).toBe(partiallyPaid);
  });

  it('an order’s own name is kept, or numbered', async () => {
    expect((await place({ name: 'LZ-1' })).name).toBe('LZ-1');
    desk.haravan.control.setModes({ keepsOrderName: false });
    expect((await place({ name: 'LZ-2' })).name).toMatch(/^#1\d{5}$/);
  });

  it('an unpaid order that is canceled stays pending, or is voided', async () => {
    for (const [voidsUnpaid, expected] of [
      [false, 'pending'],
      [true, 'voided'],
    ] as const) {
      desk.haravan.control.setModes({ voidsUnpaid });
      const order = await place();
      await desk.call('POST', `/com/orders/${order.id}/cancel.json`, {});
      expect((await read(order))?.financial_status).toBe(expected);
    }
  });

  it('a list without status shows open orders, or any', async () => {
    await desk.call('POST', `/com/orders/${(await place()).id}/cancel.json`, {});
    expect(await desk.list('/com/orders.json')).toHaveLength(0);
    desk.haravan.control.setModes({ defaultOrderStatus: 'any' });
    expect(await desk.list('/com/orders.json')).toHaveLength(1);
  });

  it('other lists compare UTC, or local time as orders do', async () => {
    const query = '/com/products.json?updated_at_min=2026-03-10T08:00:00Z';
    expect(await desk.list(query)).toHaveLength(0);
    desk.haravan.control.setModes({ localTimeOn: 'all' });
    expect(await desk.list(query)).toHaveLength(2);
  });

  it('pages have another cap', async () => {
    desk.haravan.control.setModes({ pageCap: 1 });
    expect(await desk.list('/com/products.json?limit=250')).toHaveLength(1);
    expect(await desk.list(`/com/inventory_locations.json?variant_ids=${SHIRT_M}`)).toHaveLength(2);
  });

  it.each([
    ['current', ['X-Haravan-Hmacsha256']],
    ['legacy', ['X-Haravan-Hmac-Sha256']],
    ['both', ['X-Haravan-Hmacsha256', 'X-Haravan-Hmac-Sha256']],
  ] as const)('the signature’s header: %s', async (signatureHeader, names) => {
    desk.haravan.control.setModes({ signatureHeader });
    await place();
    const headers = desk.told()[0]?.headers ?? {};
    expect(Object.keys(headers).filter((name) => /hmac/i.test(name))).toEqual(names);
  });

  it('an uninstall by another name', () => {
    desk.haravan.control.setModes({ uninstallTopic: 'app_uninstall_webhook' });
    desk.haravan.control.uninstall(ORG);
    expect(desk.told()).toMatchObject([
      { headers: { 'X-Haravan-Topic': 'app_uninstall_webhook' }, body: { org_id: Number(ORG) } },
    ]);
  });
});

describe('tokens', () => {
  it('that never end, and say nothing of it', () => {
    desk.haravan.control.setModes({ serviceTokenSeconds: null });
    const minted = desk.haravan.control.install(ORG);
    expect(minted.expiresInSeconds).toBeUndefined();
    desk.clock.advance(400 * 86_400_000);
    return expect(desk.call('GET', '/com/shop.json', undefined, minted.accessToken)).resolves.toMatchObject({
      status: 200,
    });
  });

  it('with a refresh token that nobody asked for', () => {
    desk.haravan.control.setModes({ refreshNeedsOffline: false });
    expect(desk.haravan.control.install(ORG, ['openid']).refreshToken).toBeDefined();
  });
});

describe('over HTTP', () => {
  it('a misspelled mode is refused', async () => {
    expect((await control('/modes', { missingIs: 422, pageCap: 10 })).status).toBe(200);
    expect((await control('/modes', { missngIs: 422 })).status).toBe(400);
    expect((await control('/modes', { tightPaths: [{ path: '(', perSecond: 1 }] })).status).toBe(400);
  });

  it('a reset ends every mode', async () => {
    desk.haravan.control.setModes({ missingIs: 422 });
    await control('/reset', {});
    const { accessToken } = desk.haravan.control.install(ORG);
    expect((await desk.call('GET', '/com/orders/1.json', undefined, accessToken)).status).toBe(404);
  });

  it('plans, private tokens and test webhooks', async () => {
    const made = await control('/plans', { orgId: ORG, name: 'Chuẩn', planId: 'p', price: 1 });
    const { planId } = (await made.json()) as { planId: string };
    const gone = await desk.haravan.hono.request(`/__sandbox/plans/${planId}`, {
      method: 'DELETE',
      body: JSON.stringify({ orgId: ORG }),
    });
    expect([made.status, gone.status]).toEqual([201, 200]);
    const { accessToken } = (await (await control('/private-token', { orgId: ORG })).json()) as { accessToken: string };
    expect((await desk.call('GET', '/com/discounts.json', undefined, accessToken)).status).toBe(200);
    expect((await control('/test-webhook', { orgId: ORG, topic: 'shop/update', body: {} })).status).toBe(200);
    expect(desk.told().at(-1)?.topic).toBe('shop/update');
  });
});

it('what a call draws leaves the records of a run as they were', async () => {
  const [quiet, busy] = [openDesk(), openDesk()];
  for (let n = 0; n < 3; n++) busy.haravan.control.install(ORG);
  busy.haravan.faults.add({ match: {}, kind: 'status', count: 1 });
  const tokens = await Promise.all(
    [quiet, busy].map(async ({ call }) => {
      const { body } = await call('POST', '/com/orders.json', { order: { line_items: [{ variant_id: SHIRT_M }] } });
      return body.order?.token;
    }),
  );
  expect(tokens[0]).toBe(tokens[1]);
});
