import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { BLACK, ITEM, SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const get = async (path: string) => (await desk.sandbox.hono.request(path)).text();
/** Presses a button and returns the note on the page it leads to. */
async function press(path: string, fields: Record<string, string> = {}): Promise<string> {
  const body = new URLSearchParams(fields);
  const answer = await desk.sandbox.hono.request(path, { method: 'POST', body });
  expect(answer.status).toBe(303);
  const note = /class="note (good|bad)"[^>]*><p>([^<]*)/.exec(await get(answer.headers.get('location') ?? ''));
  return note ? `${note[1]}: ${note[2]}` : 'no note';
}
const state = () => desk.control.state(SELLER).sellers[0];
const order = () => state()?.orders.at(-1);
const buy = (fields: object = {}) =>
  press(`/shop/${SELLER}/orders`, { [`sku${BLACK}`]: '2', payment: 'cod', shippingFee: '17.700', ...fields });
const orderPath = (side: 'shop' | 'seller') => `/${side}/${SELLER}/orders/${order()?.orderId}`;
const items = () => ({ items: (order()?.items ?? []).map((item) => item.orderItemId).join(',') });
const advance = async (...steps: string[]) => {
  for (const to of steps) expect(await press(`${orderPath('seller')}/advance`, { to, ...items() })).toMatch(/^good/);
};

describe('R10.19 the shop', () => {
  test('shows what is on sale, and takes an order by form', async () => {
    expect(await get('/shop')).toContain('Áo Đẹp Shop');
    expect(await get(`/shop/${SELLER}?tim=AO den`)).toContain('150.000 ₫');
    expect(await get(`/shop/${SELLER}/checkout?sku${BLACK}=2&sku770=0`)).toContain('300.000 ₫');
    expect(await buy({ name: 'Trần Thị <b>Hoa</b>', phone: '0911' })).toBe('good: Đã đặt hàng.');
    expect(order()).toMatchObject({ price: 300_000, shippingFee: 17_700, buyer: { name: 'Trần Thị <b>Hoa</b>' } });
    expect(await get(`/seller/${SELLER}`)).toContain('Trần Thị &lt;b&gt;Hoa&lt;/b&gt;');
  });

  test('refuses what cannot be bought, and says why', async () => {
    expect(await buy({ [`sku${BLACK}`]: '11' })).toMatch(/^bad: .*10 sellable, 11 asked/);
    expect(await buy({ [`sku${BLACK}`]: '0' })).toMatch(/^bad: .*chưa chọn sản phẩm/);
    expect(await buy({ voucherSeller: 'nhiều' })).toMatch(/^bad: .*số nguyên/);
    expect(state()?.orders).toEqual([]);
  });

  test('pays, asks to cancel, gets an answer', async () => {
    await buy({ payment: 'later' });
    expect(order()?.items[0]?.status).toBe('unpaid');
    await press(`${orderPath('shop')}/pay`, items());
    await press(`${orderPath('shop')}/cancel-request`, items());
    expect(await get(`/seller/${SELLER}`)).toContain('Người mua xin hủy');
    await press(`${orderPath('seller')}/decide`, { reverse: order()?.items[0]?.reverseOrderId ?? '', agree: 'yes' });
    expect(order()?.items.map((item) => item.status)).toEqual(['canceled', 'canceled']);
  });
});

describe('R10.19 the seller center', () => {
  test('ships, delivers, takes a return and gives the money back', async () => {
    await buy();
    await advance('packed', 'ready_to_ship', 'shipped', 'delivered');
    expect(await press(`${orderPath('shop')}/return`, items())).toMatch(/^good/);
    const reverse = state()?.reverses.at(-1)?.reverseOrderId;
    for (const to of ['agreed', 'shipping_back', 'received', 'refunded']) {
      expect(await get(`/seller/${SELLER}/returns`)).toContain(`value="${to}"`);
      await press(`/seller/${SELLER}/returns/${reverse}`, { to });
    }
    expect(order()?.items.map((item) => item.status)).toEqual(['returned', 'returned']);
    expect(await press(`${orderPath('seller')}/advance`, { to: 'shipped', ...items() })).toMatch(
      /^bad: .*cannot become/,
    );
  });

  test('cancels with a reason, charges and holds money', async () => {
    await buy();
    await press(`${orderPath('seller')}/charge`, { amount: '12000' });
    await press(`${orderPath('seller')}/payout`, { held: 'yes' });
    expect(desk.sandbox.store().sellers.get(SELLER)?.adjustments).toMatchObject([{ amount: -12_000 }]);
    await press(`${orderPath('seller')}/advance`, { to: 'canceled', reason: 'Out of Stock', ...items() });
    expect(state()?.items[0]?.skus[0]).toMatchObject({ sellable: 0, occupied: 0 });
  });

  test('edits, adds and deletes SKUs, runs a campaign, reviews a product', async () => {
    const sku = `/seller/${SELLER}/skus/${BLACK}`;
    const edit = { sellerSku: 'AO-DEN-X', price: '140.000', sellable: '7', status: 'active' };
    expect(await press(sku, edit)).toBe('good: Đã lưu SKU.');
    expect(await press(sku, { ...edit, price: '-1' })).toMatch(/^bad/);
    await press(`${sku}/campaign`, { lock: '3', minutes: '60' });
    expect(state()?.items[0]?.skus[0]).toMatchObject({ sellerSku: 'AO-DEN-X', price: 140_000, campaignLock: 3 });
    expect(await get(`/seller/${SELLER}/products`)).toContain('Chiến dịch khóa 3');
    await press(`/seller/${SELLER}/skus`, { itemId: String(ITEM), sellerSku: 'AO-XANH', price: '1000', sellable: '1' });
    await press(`/seller/${SELLER}/skus`, {
      name: 'Thẻ',
      sellerSku: 'THE',
      price: '1000',
      sellable: '1',
      kind: 'digital',
    });
    await press(`/seller/${SELLER}/items/${ITEM}/review`, { state: 'locked', reason: 'Hàng cấm' });
    await press(`${sku}/delete`);
    expect(state()?.items.map((item) => item.skus.map((one) => one.sellerSku))).toEqual([
      ['AO-DO-M', 'AO-XANH'],
      ['MU'],
      ['THE'],
    ]);
    expect(await get(`/shop/${SELLER}`)).not.toContain('AO-DO-M');
  });

  test('bad days are switched on and off for this shop', async () => {
    const practice = `/seller/${SELLER}/practice`;
    await press(`${practice}/access`, { what: 'refresh' });
    expect(desk.sandbox.store().grants[0]?.refreshExpiresAt).toBe(desk.clock.now());
    await press(`${practice}/access`, { what: 'close' });
    expect(desk.call('/products/get').code).toBe('SellerNotActive');
    await press(`${practice}/faults`, { fault: 'throttle', place: 'goods', count: 'always' });
    expect(desk.sandbox.faults.list()).toMatchObject([
      { kind: 'throttle', match: { tenant: SELLER }, count: 'always' },
    ]);
    expect(await get(practice)).toContain('Gọi quá nhanh');
    await press(`${practice}/faults/off`, { id: desk.sandbox.faults.list()[0]?.id ?? '' });
    expect(desk.sandbox.faults.list()).toEqual([]);
    for (const what of ['lose', 'normal', 'verify'])
      expect(await press(`${practice}/pushes`, { what })).toMatch(/^good/);
    expect(await press(`${practice}/pushes`, { what: 'constructor' })).toMatch(/^bad/);
  });
});

test('every page says that this is practice, and allows no code but its own file', async () => {
  for (const path of [
    '/shop',
    `/shop/${SELLER}`,
    '/seller',
    ...['', '/products', '/returns', '/practice'].map((p) => `/seller/${SELLER}${p}`),
  ]) {
    const answer = await desk.sandbox.hono.request(path);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    const text = await answer.text();
    expect(text).toContain('Sân tập.');
    expect(text).toContain('action="/__sandbox/reset"');
    expect(text).not.toMatch(/\son\w+=|<style|style="/);
  }
});

test('an unknown shop leads to the choice; search text is escaped; other actions of a page stay its own', async () => {
  const unknown = await desk.sandbox.hono.request('/seller/nobody/returns');
  expect([unknown.status, unknown.headers.get('location')]).toEqual([303, '/seller']);
  expect(await get(`/shop/${SELLER}?tim=%22%3E%3Cscript%3E`)).not.toContain('"><script>');
  const headers = { referer: `http://x/seller/${SELLER}?loc=pending` };
  await buy();
  const body = new URLSearchParams({ to: 'packed', ...items() });
  const answer = await desk.sandbox.hono.request(`${orderPath('seller')}/advance`, { method: 'POST', body, headers });
  expect(answer.headers.get('location')).toContain(`/seller/${SELLER}?loc=pending&ok=`);
});
