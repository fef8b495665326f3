import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { ORG } from '../testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const tokenFor = (...scopes: string[]) => desk.haravan.control.install(ORG, scopes).accessToken;

describe('users', () => {
  it('are listed, read, and grouped', async () => {
    expect(await desk.list('/com/users.json')).toMatchObject([
      { id: 11, email: 'chu@example.vn', last_name: 'Nguyễn Văn', first_name: 'A', account_owner: true },
      { id: 12, account_owner: false, permissions: ['Limit'] },
    ]);
    expect((await desk.call('GET', '/com/users/12.json')).body.user).toMatchObject({ email: 'nhanvien@example.vn' });
    expect((await desk.call('GET', '/com/users/99.json')).status).toBe(404);
    expect(await desk.list('/com/users/groups.json')).toMatchObject([
      { name: expect.any(String), type: expect.any(String) },
    ]);
  });
});

describe('shipping rates', () => {
  const rates = async (query: string) =>
    (await desk.list(`/com/shipping_rates.json?country_id=241&${query}`)).map(({ price }) => price);

  it('depend on place, weight and total', async () => {
    expect(await rates('province_id=50&district_id=478')).toEqual([20_000]);
    expect(await rates('province_id=1&total_weight=2500')).toEqual([45_000]);
    expect(await rates('province_id=1&total_price=500000')).toEqual([0, 35_000]);
    expect(await rates('province_id=99')).toEqual([]);
  });

  it('refuse a district of another province, and who may read neither shippings nor orders', async () => {
    expect(
      (await desk.call('GET', '/com/shipping_rates.json?country_id=241&province_id=1&district_id=478')).status,
    ).toBe(422);
    const get = (token: string) => desk.call('GET', '/com/shipping_rates.json', undefined, token);
    expect((await get(tokenFor('com.read_shippings'))).status).toBe(200);
    expect((await get(tokenFor('com.read_products'))).status).toBe(403);
  });
});

describe('records of which only the name is known', () => {
  it('carrier services', async () => {
    const token = tokenFor('com.write_shippings');
    const carrier_service = { name: 'LEX', carrier_service_type: 'api' };
    const made = await desk.call('POST', '/com/carrier_services.json', { carrier_service }, token);
    expect([made.status, made.body.carrier_service]).toMatchObject([201, carrier_service]);
    const { body } = await desk.call<{ carrier_services: Row[] }>(
      'GET',
      '/com/carrier_services.json',
      undefined,
      token,
    );
    const [row] = body.carrier_services;
    expect((await desk.call('DELETE', `/com/carrier_services/${row?.id}.json`, undefined, token)).status).toBe(200);
    expect((await desk.call('POST', '/com/carrier_services.json', { carrier_service: {} }, token)).status).toBe(422);
    expect((await desk.call('GET', '/com/carrier_services.json')).status).toBe(403);
  });

  it('script tags live on the storefront’s API', async () => {
    const token = tokenFor('web.write_script_tags');
    const script_tag = { src: 'https://example.vn/a.js', event: 'onload' };
    const made = await desk.call('POST', '/web/script_tags.json', { script_tag }, token);
    const id = made.body.script_tag?.id;
    await desk.call('PUT', `/web/script_tags/${id}.json`, { script_tag: { src: 'https://example.vn/b.js' } }, token);
    const read = await desk.call('GET', `/web/script_tags/${id}.json`, undefined, token);
    expect(read.body.script_tag).toMatchObject({ src: 'https://example.vn/b.js', event: 'onload' });
    expect((await desk.call('GET', '/web/script_tags/count.json?src=x', undefined, token)).body).toEqual({ count: 0 });
    const list = await desk.call<{ script_tags: Row[] }>('GET', '/web/script_tags.json', undefined, token);
    expect(list.body.script_tags).toHaveLength(1);
    expect((await desk.call('DELETE', `/web/script_tags/${id}.json`, undefined, token)).body).toEqual({});
    expect((await desk.call('GET', '/web/script_tags.json')).status).toBe(403);
  });
});

describe('what only private apps may touch', () => {
  it('discounts', async () => {
    expect((await desk.call('GET', '/com/discounts.json')).status).toBe(403);
    const token = desk.haravan.control.privateToken(ORG);
    const made = await desk.call('POST', '/com/discounts.json', { discount: { code: 'TET', value: 10 } }, token);
    const id = made.body.discount?.id;
    await desk.call('PUT', `/com/discounts/${id}/disable.json`, undefined, token);
    const { body } = await desk.call<{ discounts: Row[] }>('GET', '/com/discounts.json?code=TET', undefined, token);
    expect(body.discounts).toMatchObject([{ code: 'TET', value: 10, status: 'disabled' }]);
    const enabled = await desk.call('PUT', `/com/discounts/${id}/enable.json`, undefined, token);
    expect(enabled.body.discount).toMatchObject({ status: 'enabled' });
    await desk.call('DELETE', `/com/discounts/${id}.json`, undefined, token);
    expect(desk.told().map(({ topic }) => topic)).toEqual([
      'discounts/create',
      'discounts/update',
      'discounts/update',
      'discounts/delete',
    ]);
  });

  it('promotions', async () => {
    expect((await desk.call('POST', '/com/promotions.json', { promotion: { name: 'x' } })).status).toBe(403);
    const token = desk.haravan.control.privateToken(ORG);
    const made = await desk.call('POST', '/com/promotions.json', { promotion: { name: 'Hè' } }, token);
    const id = made.body.promotion?.id;
    await desk.call('PUT', `/com/promotions/${id}.json`, { promotion: { name: 'Thu' } }, token);
    expect((await desk.call('GET', `/com/promotions/${id}.json`, undefined, token)).body.promotion?.name).toBe('Thu');
    expect((await desk.call('GET', '/com/promotions/count.json', undefined, token)).body).toEqual({ count: 1 });
    await desk.call('DELETE', `/com/promotions/${id}.json`, undefined, token);
    const list = await desk.call<{ promotions: Row[] }>('GET', '/com/promotions.json', undefined, token);
    expect(list.body.promotions).toEqual([]);
  });
});

describe('what the shop pays for the app', () => {
  it('is listed, and told with the subscription’s id in a header', async () => {
    const planId = desk.haravan.control.buyPlan(ORG, { name: 'Chuẩn', planId: 'p1', price: 199_000, quantity: 3 });
    desk.haravan.control.cancelPlan(ORG, planId);
    expect(await desk.list('/com/apps/app_subscriptions.json')).toMatchObject([
      { id: planId, total: 597_000, status: 'canceled', cancelled_at: expect.any(String) },
    ]);
    expect(planId).toMatch(/^[0-9a-f]{24}$/);
    expect(desk.told()).toMatchObject([
      { topic: 'app_subscriptions/update', body: { status: 'active' } },
      { headers: { 'X-Haravan-Subscription-Id': planId }, body: { status: 'canceled' } },
    ]);
  });
});

describe('a test from the partner site', () => {
  it('is marked', () => {
    desk.haravan.control.sendTestWebhook(ORG, 'orders/create', { id: 1 });
    expect(desk.told()).toMatchObject([{ headers: { 'X-Haravan-Test': 'true' }, body: { id: 1 } }]);
  });
});
