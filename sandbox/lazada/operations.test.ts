import { describe, expect, test } from 'vitest';
import { openDesk } from './testing/desk';
import { OTHER_SELLER, SELLER } from './testing/seed';

describe('operations without HTTP', () => {
  test('answer as over the wire, in its envelope, by shop or by token, and are counted', () => {
    const { sandbox, call } = openDesk();
    expect(call('/seller/get')).toMatchObject({
      code: '0',
      data: { seller_id: Number(SELLER) },
      request_id: expect.stringMatching(/^[0-9a-f]{25}$/),
    });
    expect(sandbox.call('/seller/get', { accessToken: 'desk' })).toMatchObject({ data: { short_code: 'VN10ABC' } });
    expect(sandbox.call('/seller/get', { accessToken: 'x' })).toMatchObject({ code: 'IllegalAccessToken' });
    expect(sandbox.call('/seller/get', undefined)).toMatchObject({ code: 'MissingParameter' });
    expect(sandbox.call('/no/such', { sellerId: SELLER })).toMatchObject({ code: 'InvalidApiPath' });
    expect(sandbox.call('/auth/token/create', undefined, { code: 'x' })).toMatchObject({ code: 'InvalidCode' });
    expect(sandbox.calls.totals()).toMatchObject({ total: 6, byTenant: { [SELLER]: { '/seller/get': 1 } } });
  });

  test.each([
    [{ verified: false }, 'SellerNotVerified'],
    [{ status: 'INACTIVE' as const }, 'SellerNotActive'],
    [{ easeMode: true }, 'Mp3SellerApiLimit'],
  ])('a shop with %o is refused with %s, but can be read', (state, code) => {
    const { control, call } = openDesk();
    control.setSellerStatus({ sellerId: SELLER, ...state });
    expect([call('/products/get').code, call('/seller/get').code]).toEqual([code, '0']);
  });
});

test('a run can be replayed though a client asks more often', () => {
  const run = (calls: number) => {
    const { sandbox, call, place } = openDesk();
    for (let i = 0; i < calls; i++) call('/seller/get');
    const first = place(2);
    sandbox.control.advanceOrder({ sellerId: SELLER, orderId: first.orderId, to: 'packed' });
    for (let i = 0; i < calls; i++) call('/orders/get', { created_after: '2026-01-01T00:00:00+07:00' });
    return [first, place(), sandbox.control.state(SELLER).sellers[0]?.packages];
  };
  expect(run(5)).toEqual(run(0));
});

describe('pages of orders', () => {
  const page = (desk: ReturnType<typeof openDesk>, params: object) =>
    (
      desk.call('/orders/get', {
        update_after: '2026-01-01T00:00:00+07:00',
        sort_by: 'updated_at',
        sort_direction: 'ASC',
        limit: '2',
        ...params,
      }) as { data: { countTotal: number; orders: { order_id: number; updated_at: string }[] } }
    ).data;

  test('orders of one second have equal times; an order that changes between pages moves to the end', () => {
    const desk = openDesk();
    const ids = [desk.place(), desk.place(), desk.place()].map(({ orderId }) => Number(orderId));
    const first = page(desk, { offset: '0' });
    expect(new Set(first.orders.map((order) => order.updated_at)).size).toBe(1);
    desk.clock.advance(1_000);
    const late = Number(desk.place().orderId);
    desk.control.advanceOrder({ sellerId: SELLER, orderId: String(ids[0]), to: 'packed' });
    const second = page(desk, { offset: '2' });
    expect(second).toMatchObject({ countTotal: 4 });
    expect(first.orders.map((order) => order.order_id)).toEqual(ids.slice(0, 2));
    expect(second.orders.map((order) => order.order_id)).toEqual([ids[0], late]);
  });

  test('one checkout over two shops: one id, two orders', () => {
    const desk = openDesk();
    const { orderId } = desk.place();
    const lines = [{ sellerSku: 'GIAY', quantity: 1 }];
    desk.control.placeOrder({ sellerId: OTHER_SELLER, orderId, lines });
    const ours = desk.call('/order/items/get', { order_id: orderId });
    const theirs = desk.call('/order/items/get', { order_id: orderId }, OTHER_SELLER);
    expect([ours, theirs]).toMatchObject([{ data: [{ sku: 'AO-DEN-M' }] }, { data: [{ sku: 'GIAY' }] }]);
  });
});
