import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAIN, NORTH, ORG, OTHER_ORG, type Rig, SHIRT_L, SHIRT_M, startRig } from './testing/rig';
import { placeOrder, stockOf } from './testing/orders';
import type { WireOrder } from './testing/wire';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

type Row = { id: number } & Record<string, unknown>;
const list = async (path: string, key: string) => (await rig.call<Record<string, Row[]>>('GET', path)).body[key] ?? [];

describe('access', () => {
  it('needs a live token: 401', async () => {
    expect((await rig.call('GET', '/com/shop.json', undefined, 'x')).status).toBe(401);
    rig.haravan.control.expireTokens(ORG);
    expect((await rig.call('GET', '/com/shop.json')).status).toBe(401);
  });

  it('needs the scope: 403; a write scope covers reads', async () => {
    const { accessToken } = rig.haravan.control.install(ORG, ['openid', 'com.write_products']);
    expect((await rig.call('GET', '/com/products.json', undefined, accessToken)).status).toBe(200);
    expect((await rig.call('GET', '/com/orders.json', undefined, accessToken)).status).toBe(403);
    const reader = rig.haravan.control.install(ORG, ['com.read_orders']).accessToken;
    expect((await rig.call('POST', '/com/orders.json', { order: {} }, reader)).status).toBe(403);
  });

  it('shows nothing of another organisation', async () => {
    const { accessToken } = rig.haravan.control.install(OTHER_ORG);
    const { body } = await rig.call<{ products: Row[] }>('GET', '/com/products.json', undefined, accessToken);
    expect(body.products).toEqual([]);
    expect((await rig.call('GET', `/com/variants/${SHIRT_M}.json`, undefined, accessToken)).status).toBe(404);
  });

  it.each([
    [404, { errors: 'Not Found' }],
    [422, { errors: 'Dữ liệu không tồn tại!' }],
  ] as const)('answers %i for a missing record in that mode', async (missingIs, body) => {
    rig.haravan.control.setModes({ missingIs });
    expect(await rig.call('GET', '/com/orders/1.json')).toMatchObject({ status: missingIs, body });
  });

  it('reads JSON only: 400 otherwise', async () => {
    const authorization = `Bearer ${rig.haravan.control.install(ORG).accessToken}`;
    const post = (body: string, type: string) =>
      fetch(`${rig.url}/com/orders.json`, { method: 'POST', body, headers: { authorization, 'content-type': type } });
    expect((await post('{}', 'text/plain')).status).toBe(400);
    expect((await post('{', 'application/json')).status).toBe(400);
  });
});

describe('shop, locations, geography', () => {
  it('describes the shop with protocols in its domains', async () => {
    const { body } = await rig.call<{ shop: Row }>('GET', '/com/shop.json');
    expect(body.shop).toMatchObject({
      id: Number(ORG),
      myharavan_domain: 'https://hoa-mai.myharavan.com',
      currency: 'VND',
    });
  });

  it('lists locations', async () => {
    expect(await list('/com/locations.json', 'locations')).toMatchObject([
      { id: MAIN, is_primary: true, is_unavailable_quantity: false, type: 'default' },
      { id: NORTH, is_primary: false },
    ]);
  });

  it('knows 63 provinces, and districts and wards of three cities', async () => {
    const provinces = await list('/com/countries/241/provinces.json', 'provinces');
    expect(provinces).toHaveLength(63);
    expect(provinces.find(({ id }) => id === 50)).toMatchObject({ code: 'HC', name: 'Hồ Chí Minh', country_id: 241 });
    for (const id of [1, 32, 50])
      expect((await list(`/com/provinces/${id}/districts.json`, 'districts')).length).toBeGreaterThan(1);
    expect(await list('/com/provinces/50/districts.json', 'districts')).toContainEqual(
      expect.objectContaining({ id: 466, code: 'HC466', name: 'Quận 1' }),
    );
    expect(await list('/com/districts/466/wards.json', 'wards')).toContainEqual(
      expect.objectContaining({ id: 26734, name: 'Phường Tân Định', district_id: 466 }),
    );
  });
});

describe('products and variants', () => {
  it('pages with a cap of 50, by page and by since_id', async () => {
    for (let index = 0; index < 60; index++) {
      rig.haravan.control.addProduct(ORG, {
        title: `Ly ${index}`,
        variants: [{ price: 1_000, barcode: `LY-${index}` }],
      });
    }
    const first = await list('/com/products.json?limit=250', 'products');
    expect(first).toHaveLength(50);
    const rest = await list(`/com/products.json?since_id=${first[49]?.id}`, 'products');
    expect(rest).toHaveLength(12);
    expect((await list('/com/products.json?page=2', 'products')).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
    expect(await list('/com/products.json?barcode=LY-7', 'products')).toHaveLength(1);
    expect((await rig.call<{ count: number }>('GET', '/com/products/count.json')).body.count).toBe(62);
  });

  it('filters by ids and updated_at_min, and projects fields', async () => {
    rig.clock.advance(3_600_000);
    rig.haravan.control.changeVariant(ORG, SHIRT_M, { price: 120_000 });
    const changed = await list('/com/products.json?updated_at_min=2026-03-10T02:30:00Z&fields=id,title', 'products');
    expect(changed).toEqual([{ id: 1040000001, title: 'Áo thun' }]);
    expect(await list('/com/products.json?ids=1040000002,5', 'products')).toHaveLength(1);
  });

  it('shows stock summed over the locations, and tracking as a word', async () => {
    const { body } = await rig.call<{ variant: Row }>('GET', `/com/variants/${SHIRT_M}.json`);
    expect(body.variant).toMatchObject({
      barcode: 'AO-M',
      option1: 'Đen',
      option2: 'M',
      inventory_management: 'haravan',
      inventory_policy: 'deny',
      inventory_quantity: 15,
      inventory_advance: { qty_available: 15, qty_onhand: 15, qty_commited: 0 },
    });
    const variants = await list('/com/products/1040000001/variants.json?fields=barcode', 'variants');
    expect(variants).toEqual([
      { id: SHIRT_M, barcode: 'AO-M' },
      { id: SHIRT_L, barcode: 'AO-L' },
    ]);
  });

  it('changes a variant', async () => {
    await rig.call('PUT', `/com/variants/${SHIRT_M}.json`, {
      variant: { id: SHIRT_M, barcode: 'AO-MOI', price: '99000' },
    });
    const { body } = await rig.call<{ variant: Row }>('GET', `/com/variants/${SHIRT_M}.json`);
    expect(body.variant).toMatchObject({ barcode: 'AO-MOI', price: 99_000, sku: 'AO-M' });
  });
});

describe('stock', () => {
  it('has rows only where there was stock, and follows orders', async () => {
    await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M, quantity: 3 }] });
    const rows = await list(
      `/com/inventory_locations.json?location_ids=${MAIN},${NORTH}&variant_ids=${SHIRT_M},${SHIRT_L}`,
      'inventory_locations',
    );
    const figures = rows.map((row) => [
      row.loc_id,
      row.variant_id,
      row.qty_onhand,
      row.qty_commited,
      row.qty_available,
    ]);
    expect(figures.sort()).toEqual([
      [MAIN, SHIRT_M, 10, 3, 7],
      [MAIN, SHIRT_L, 7, 0, 7],
      [NORTH, SHIRT_M, 5, 0, 5],
    ]);
  });

  it('refuses more than 50 ids', async () => {
    const ids = Array.from({ length: 51 }, (_, index) => index + 1).join(',');
    const { status, body } = await rig.call('GET', `/com/inventory_locations.json?variant_ids=${ids}`);
    expect([status, body]).toEqual([422, { errors: 'Tối đa chỉ được 50 biến thể' }]);
  });

  it('is adjusted or set; a document is made only when something changed', async () => {
    const change = (type: string, quantity: number) =>
      rig.call<{ inventory: Row }>('POST', '/com/inventories/adjustorset.json', {
        inventory: {
          location_id: NORTH,
          type,
          reason: 'shrinkage',
          line_items: [{ product_variant_id: SHIRT_L, quantity }],
        },
      });
    expect((await change('set', 4)).body.inventory.adjust_number).toBe('IA100001');
    expect(stockOf(rig, SHIRT_L, NORTH)).toEqual([4, 0, 4]);
    await change('adjust', -6);
    expect(stockOf(rig, SHIRT_L, NORTH)).toEqual([-2, 0, -2]);
    expect((await change('set', -2)).body.inventory.adjust_number).toBeNull();
  });
});

describe('customers', () => {
  const create = (customer: unknown) =>
    rig.call<{ customer: Row; errors: unknown }>('POST', '/com/customers.json', { customer });

  it('are found by phone, and unique by phone and email', async () => {
    const { status, body } = await create({
      phone: '0901234567',
      last_name: 'Nguyễn',
      first_name: 'An',
      email: 'an@example.vn',
    });
    expect(status).toBe(201);
    expect(await list('/com/customers/search.json?query=0901234567', 'customers')).toMatchObject([
      { id: body.customer.id },
    ]);
    expect(await create({ phone: '0901234567' })).toMatchObject({
      status: 422,
      body: { errors: { phone: [expect.any(String)] } },
    });
    expect((await create({ email: 'AN@example.vn' })).status).toBe(422);
  });

  it('count their orders', async () => {
    const { body } = await create({ phone: '0901234567' });
    const order = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M }], customer: { id: body.customer.id } });
    const after = await rig.call<{ customer: Row }>('GET', `/com/customers/${body.customer.id}.json`);
    expect(after.body.customer).toMatchObject({ orders_count: 1, total_spent: 110_000, last_order_id: order.id });
  });
});

describe('order lists', () => {
  const ids = async (query: string) => (await list(`/com/orders.json?${query}`, 'orders')).map(({ id }) => id);
  const place = () => placeOrder(rig, { line_items: [{ variant_id: SHIRT_M }] });

  it('leave out canceled and closed orders unless asked for any', async () => {
    const [open, canceled, closed] = [await place(), await place(), await place()];
    await rig.call('POST', `/com/orders/${canceled.id}/cancel.json`, {});
    await rig.call('POST', `/com/orders/${closed.id}/close.json`, {});
    expect(await ids('')).toEqual([open.id]);
    expect((await ids('status=any')).length).toBe(3);
    expect(await ids('status=cancelled')).toEqual([canceled.id]);
    await rig.call('POST', `/com/orders/${closed.id}/open.json`, {});
    expect((await ids('status=open')).length).toBe(2);
  });

  it('compare created_at_min with local time: the trap of +07:00', async () => {
    const order = await place(); // 02:00 UTC is 09:00 in Việt Nam
    const from = (moment: string) => ids(`status=any&created_at_min=${encodeURIComponent(moment)}`);
    expect(await from('2026-03-10T08:59:00')).toEqual([order.id]);
    expect(await from('2026-03-10T08:59:00Z')).toEqual([order.id]);
    expect(await from('2026-03-10T09:30:00')).toEqual([]);
    expect(await from('2026-03-10T15:30:00+07:00')).toEqual([order.id]);
  });

  it('page newest first, or upwards after since_id, 50 at most', async () => {
    const all: number[] = [];
    for (let index = 0; index < 55; index++) {
      all.push((await place()).id);
      rig.clock.advance(1_000);
    }
    expect(await ids('limit=250')).toEqual([...all].reverse().slice(0, 50));
    expect(await ids(`since_id=${all[2]}&limit=3`)).toEqual(all.slice(3, 6));
    expect(await ids('order=created_at%20asc&limit=2')).toEqual(all.slice(0, 2));
  });
});

describe('order updates', () => {
  it('replace note attributes, add and remove tags', async () => {
    const { id } = await placeOrder(rig, {
      line_items: [{ variant_id: SHIRT_M }],
      note_attributes: [{ name: 'a', value: '1' }],
      tags: 'VIP',
    });
    const put = { order: { id, note: 'Gọi trước', note_attributes: [{ name: 'b', value: '2' }] } };
    const { body } = await rig.call<{ order: WireOrder }>('PUT', `/com/orders/${id}.json`, put);
    expect(body.order).toMatchObject({ note: 'Gọi trước', note_attributes: [{ name: 'b', value: '2' }], tags: 'VIP' });
    expect((await rig.call('POST', `/com/orders/${id}/tags.json`, { tags: 'x,y' })).body).toEqual({ tags: 'VIP,x,y' });
    expect((await rig.call('DELETE', `/com/orders/${id}/tags.json`, { tags: 'x' })).body).toEqual({ tags: 'VIP,y' });
  });
});
