import { decodeJwt, jwtVerify } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { CLIENT, GIFT, MAIN, NORTH, ORG, SHIRT_L, SHIRT_M } from '../testing/rig';

const SHIRT = 1040000001;
const ROOT = '/shops/hoa-mai/adminv2';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const ask = (path: string, init?: RequestInit) => desk.haravan.hono.request(path, init);
const read = async (path: string) => (await ask(`${ROOT}/${path}`)).text();
/** A form of the page, sent as a browser does. */
const send = (path: string, fields: Record<string, string> | [string, string][] = {}, origin = 'http://localhost') =>
  ask(`${ROOT}/${path}`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const org = () => desk.haravan.control.state(ORG).orgs[0];
const place = (draft: object = {}) =>
  desk.haravan.control.placeOrder(ORG, { line_items: [{ variant_id: SHIRT_M, quantity: 2 }], ...draft });

/** The fields of the product's form, as the page shows them. */
async function productForm(): Promise<Map<string, string>> {
  const page = await read(`products/${SHIRT}`);
  const fields = new Map<string, string>();
  for (const [tag, name = ''] of page.matchAll(/<input name="(\d+\.[\w.]+)"[^>]*>/g)) {
    fields.set(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name = ''] of page.matchAll(/<input type="checkbox" name="(\d+\.tracked)" checked/g))
    fields.set(name, 'on');
  for (const [, name = '', options = ''] of page.matchAll(/<select name="(\d+\.policy)">([\s\S]*?)<\/select>/g)) {
    fields.set(name, /value="(\w+)" selected/.exec(options)?.[1] ?? '');
  }
  return fields;
}

describe('R10.19 products', () => {
  it('are found by name, SKU and barcode', async () => {
    expect(await read('products?q=AO-L')).toContain('Áo thun');
    expect(await read('products?q=%C3%A1o')).not.toContain('Gói quà');
    expect(await read('products?q=khongco')).toContain('Không có sản phẩm nào khớp');
    expect(await read('products')).toContain('thiếu 1 mã vạch');
  });

  it('saving an untouched form changes nothing', async () => {
    const answer = await send(`products/${SHIRT}`, [...(await productForm())]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${ROOT}/products/${SHIRT}?done=saved`]);
    expect(desk.told()).toEqual([]);
  });

  it('price, barcode, policy, tracking and stock per location are edited in one form', async () => {
    const form = await productForm();
    form.set(`${SHIRT_M}.price`, '99000').set(`${SHIRT_M}.barcode`, '').set(`${SHIRT_M}.policy`, 'continue');
    form.set(`${SHIRT_L}.stock.${MAIN}`, '-3').set(`${SHIRT_L}.stock.${NORTH}`, '4').delete(`${SHIRT_L}.tracked`);
    await send(`products/${SHIRT}`, [...form]);
    const { body } = await desk.call('GET', `/com/variants/${SHIRT_M}.json`);
    expect(body.variant).toMatchObject({ price: 99_000, barcode: null, inventory_policy: 'continue' });
    expect(
      org()
        ?.stock.filter(({ variantId }) => variantId === SHIRT_L)
        .map(({ onHand }) => onHand),
    ).toEqual([-3, 4]);
    expect((await desk.call('GET', `/com/variants/${SHIRT_L}.json`)).body.variant?.inventory_management).toBeNull();
    expect(new Set(desk.told().map(({ topic }) => topic))).toEqual(
      new Set(['products/update', 'inventorylocationbalances/update', 'inventorylocationbalances/create']),
    );
  });

  it('and variants come and go', async () => {
    const made = await send('products/new', { title: 'Ly <b>sứ</b>', barcode: 'LY', price: '45000', stock: '7' });
    const path = made.headers.get('location') ?? '';
    expect(await (await ask(path)).text()).toContain('<h1>Ly &lt;b&gt;sứ&lt;/b&gt;</h1>');
    expect((await send('products/new', { title: ' ' })).status).toBe(422);
    const variant = { option: 'Trắng', barcode: '', price: '1', stock: '0' };
    expect(
      (
        await send(`products/${SHIRT}/variants`, [
          ['option', 'Đen'],
          ['option', 'M'],
          ['price', '1'],
        ])
      ).status,
    ).toBe(422);
    await send(`products/${SHIRT}/variants`, [...Object.entries(variant), ['option', 'S']]);
    expect(await read(`products/${SHIRT}`)).toContain('Trắng / S');
    await send(`products/${SHIRT}/variants/${SHIRT_L}/delete`);
    await send('products/bulk', { action: 'delete', ids: '1040000002' });
    await send(`products/${SHIRT}/delete`);
    expect(org()?.products.map(({ title }) => title)).toEqual(['Ly <b>sứ</b>']);
  });

  it('publishing goes on in the channel', async () => {
    const answer = await send('products/bulk', { action: 'publish', ids: String(SHIRT) });
    expect(answer.headers.get('location')).toContain(`/adminv2/sale_channels/apps/${CLIENT.id}`);
  });
});

describe('R10.19 orders', () => {
  it('are listed by tab and found by name, with the words merchants know', async () => {
    const id = place({
      name: '4123',
      source_name: 'lazada',
      shipping_address: { last_name: 'Trần', first_name: 'B***' },
    });
    const other = place();
    desk.haravan.control.cancelOrder(ORG, other);
    const page = await read('orders');
    for (const words of ['4123', 'Trần B***', 'Chưa thanh toán', 'Chưa giao hàng', 'lazada', '220.000 ₫', 'Đã hủy']) {
      expect(page).toContain(words);
    }
    expect(await read('orders?tab=new')).not.toContain('Đã hủy</span>');
    expect(await read('orders?q=tr%E1%BA%A7n')).toContain(`orders/${id}`);
    expect(await read('orders?q=nobody')).toContain('Không có đơn hàng nào');
  });

  it('are played to their end by buttons', async () => {
    const id = place();
    for (const step of ['confirm', 'fulfill', 'pay', 'close', 'open']) {
      expect((await send(`orders/${id}/${step}`, { tracking: 'LZ1' })).status, step).toBe(303);
    }
    const shipment = (await desk.list(`/com/orders/${id}/fulfillments.json`))[0]?.id;
    await send(`orders/${id}/shipments/${shipment}`, { state: 'delivered' });
    await send(`orders/${id}/edit`, { note: '<script>', tags: 'vip, vip, mới' });
    const page = await read(`orders/${id}`);
    for (const words of ['Đã xác thực', 'Đã thanh toán', 'Đã giao hàng', 'LZ1', '&lt;script&gt;', 'vip, mới']) {
      expect(page).toContain(words);
    }
    expect(page).toContain('Đơn hàng được bỏ lưu trữ');
    await send(`orders/${id}/cancel`, { reason: 'inventory', restock: 'on' });
    expect((await desk.call('GET', `/com/orders/${id}.json`)).body.order).toMatchObject({ cancel_reason: 'inventory' });
  });

  it('what Haravan refuses is said on the page', async () => {
    const id = place();
    await send(`orders/${id}/cancel`, { reason: 'other' });
    const answer = await send(`orders/${id}/cancel`, { reason: 'other' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('<p class="notice error" role="alert">Đơn hàng đã hủy</p>');
    expect((await send(`orders/${id}/shipments/1`, { state: 'delivered' })).status).toBe(422);
  });

  it('of another channel take stock', async () => {
    const made = await send('orders/new', { variant: String(SHIRT_L), quantity: '3', location: String(MAIN) });
    expect(made.status).toBe(303);
    expect(org()?.stock.find(({ variantId }) => variantId === SHIRT_L)?.available).toBe(4);
    expect((await send('orders/new', { variant: '1', quantity: '1' })).status).toBe(422);
    expect(await read('orders/new')).toContain('Gói quà');
  });
});

describe('R10.19 stock and customers', () => {
  it('show every location and every buyer', async () => {
    const customer = { phone: '0901234567', last_name: 'Lê', first_name: 'Chi' };
    await desk.call('POST', '/com/orders.json', { order: { line_items: [{ variant_id: SHIRT_M }], customer } });
    expect(await read('stock?q=AO-M')).toContain('10 / 1 / 9');
    expect(await read('stock?q=QUA')).toContain('không quản lý');
    expect(await read('customers?q=0901')).toContain('Lê Chi');
    expect(await read('customers?q=nobody')).toContain('Chưa có khách hàng nào');
  });

  it('untracked goods say so', async () => {
    expect(org()?.stock.some(({ variantId }) => variantId === GIFT)).toBe(false);
    expect(await read('products')).toContain('Không quản lý');
  });
});

describe('the admin around it', () => {
  it('R10.19 one button resets everything, after a question', async () => {
    place();
    const page = await read('orders');
    expect(page).toMatch(/<form class="practice" method="post"[^>]* data-ask="Đặt lại[^"]+"/);
    const answer = await send('reset');
    expect(answer.headers.get('location')).toBe('/shops/hoa-mai/admin?done=reset');
    expect(org()?.orders).toEqual([]);
    expect(await (await ask('/shops/hoa-mai/admin?done=reset')).text()).toContain('Đã đặt lại dữ liệu tập');
  });

  it('takes orders from its own pages only', async () => {
    for (const origin of ['http://evil.example', 'null']) {
      expect((await send('reset', {}, origin)).status).toBe(403);
    }
  });

  it.each(['orders/12', 'products/34', 'orders'])('links of apps to /admin/%s lead on', async (path) => {
    const answer = await ask(`/shops/hoa-mai/admin/${path}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${ROOT}/${path}`]);
  });

  it.each(['orders/12', 'products/34', 'nothing'])('/adminv2/%s is not there', async (path) => {
    expect((await ask(`${ROOT}/${path}`)).status).toBe(404);
    expect((await ask(`/shops/khong-co/adminv2/${path}`)).status).toBe(404);
  });

  it('gives the app a session token of a minute, unless told not to', async () => {
    const answer = await send('session_token');
    const { sessionToken } = (await answer.json()) as { sessionToken: string };
    const secret = new TextEncoder().encode(CLIENT.secret);
    const now = { currentDate: new Date(desk.clock.now()), audience: CLIENT.id };
    expect((await jwtVerify(sessionToken, secret, now)).payload).toMatchObject({
      orgid: ORG,
      dest: 'https://hoa-mai.myharavan.com',
      sub: '11',
    });
    const { exp = 0, iat = 0 } = decodeJwt(sessionToken);
    expect(exp - iat).toBe(60);
    desk.haravan.control.setModes({ sessionTokens: false });
    expect((await send('session_token')).status).toBe(404);
  });
});
