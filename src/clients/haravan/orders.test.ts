import { describe, expect, it } from 'vitest';
import { haravanLocalTime } from './fields';
import { haravanAnswering, haravanSaying, sentJson, TEST_HARAVAN_AUTH as auth } from './test-haravan';

/** Types and spellings as in haravan.md §2.14–2.16. */
const wire = {
  id: 1000200300,
  number: 1000200300,
  name: '525106346980318',
  order_number: '525106346980318',
  created_at: '2026-07-16T05:04:01.1Z',
  updated_at: '2026-07-16T05:04:01.2513479Z',
  cancelled_at: null,
  confirmed_status: 'confirmed',
  cancelled_status: 'uncancelled',
  closed_status: 'unclosed',
  financial_status: 'partiallypaid',
  fulfillment_status: 'notfulfilled',
  subtotal_price: 92000.0,
  total_line_items_price: '92000.0000',
  total_discounts: 4600,
  total_price: '105100.0000',
  source_name: 'lazada',
  gateway_code: 'COD',
  location_id: 5,
  note: null,
  note_attributes: [
    { name: 'X-Haravan-SalesChannel-BranchId', value: '1001' },
    { name: 'empty', value: null },
  ],
  tags: 'VIP, a1 ,',
  customer: { id: 7 },
  shipping_address: { first_name: 'A', last_name: 'Nguyễn Văn', province_code: 'HC', ward: null },
  billing_address: null,
  line_items: [
    {
      id: 11,
      variant_id: null,
      product_id: null,
      sku: 'X',
      quantity: 1,
      price: 46000.0,
      total_discount: 0,
      properties: [{ name: 'p', value: 1 }],
    },
  ],
  shipping_lines: [{ code: null, title: 'Lazada', price: 17700 }],
  discount_codes: [],
  fulfillments: [
    {
      id: 21,
      carrier_status_code: 'readytopick',
      carrier_cod_status_code: 'codpending',
      line_items: [{ id: 11, quantity: 1 }],
    },
  ],
  refunds: [
    {
      id: 31,
      restock: true,
      refund_line_items: [{ line_item_id: 11, quantity: 1 }],
      transactions: [{ kind: 'refund', amount: -46000 }],
    },
  ],
  transactions: [{ kind: 'Pending', amount: '105100.0', status: null }],
};

describe('orders', () => {
  it('R4.1 reads an order', async () => {
    const { client, sent } = haravanSaying({ order: wire });
    const order = await client.getOrder(auth, '1000200300');
    expect(sent[0]).toMatchObject({
      method: 'GET',
      url: 'https://apis.haravan.com/com/orders/1000200300.json',
      headers: { authorization: 'Bearer secret-token' },
    });
    expect(order).toMatchObject({
      id: '1000200300',
      name: '525106346980318',
      createdAt: new Date('2026-07-16T05:04:01.100Z'),
      canceledAt: undefined,
      isConfirmed: true,
      isCanceled: false,
      isClosed: false,
      financialStatus: 'partially_paid',
      totalPrice: 105_100,
      totalLineItemsPrice: 92_000,
      locationId: '5',
      noteAttributes: [
        { name: 'X-Haravan-SalesChannel-BranchId', value: '1001' },
        { name: 'empty', value: '' },
      ],
      tags: ['VIP', 'a1'],
      customerId: '7',
      shippingAddress: { firstName: 'A', lastName: 'Nguyễn Văn', provinceCode: 'HC', ward: undefined },
      billingAddress: undefined,
      lineItems: [{ id: '11', variantId: undefined, price: 46_000, properties: [{ name: 'p', value: '1' }] }],
      shippingLines: [{ code: undefined, title: 'Lazada', price: 17_700 }],
      fulfillments: [{ id: '21', carrierStatusCode: 'readytopick', codStatusCode: 'codpending' }],
      refunds: [{ restock: true, lines: [{ lineItemId: '11', quantity: 1 }], transactions: [{ amount: -46_000 }] }],
      transactions: [{ kind: 'pending', amount: 105_100 }],
    });
  });

  it('R8.3 asks for every status, in local time', async () => {
    const { client, sent } = haravanSaying({ orders: [wire, { id: 9, name: 'x' }] });
    const createdAtMinLocal = haravanLocalTime(new Date('2026-08-21T17:00:00Z'));
    const page = await client.listOrders(auth, { createdAtMinLocal, page: 2, order: 'created_at asc' });
    expect(Object.fromEntries(new URL(sent[0]?.url ?? '').searchParams)).toEqual({
      status: 'any',
      created_at_min: '2026-08-22T00:00:00',
      page: '2',
      limit: '50',
      order: 'created_at asc',
    });
    expect(page).toMatchObject({ rowCount: 2, orders: [{ id: '1000200300' }], unreadable: [{ id: '9' }] });
  });

  it('R4.1 creates an order, sending only what is known', async () => {
    const { client, sent } = haravanSaying({ order: wire }, 201);
    await client.createOrder(auth, {
      name: '525106346980318',
      lineItems: [{ variantId: '1001', quantity: 1, price: 46_000, properties: [{ name: 'k', value: 'v' }] }],
      customerId: '7',
      shippingAddress: { firstName: 'A', provinceCode: 'HC' },
      discountCodes: [{ code: 'LAZADA', amount: 4_600 }],
      shippingLines: [{ code: 'lazada', title: 'Lazada', price: 17_700 }],
      isCodGateway: true,
      sourceName: 'lazada',
      tags: ['a', 'b'],
    });
    expect(sentJson(sent[0])).toEqual({
      order: {
        name: '525106346980318',
        line_items: [{ variant_id: 1001, quantity: 1, price: 46_000, properties: [{ name: 'k', value: 'v' }] }],
        customer: { id: 7 },
        shipping_address: { first_name: 'A', province_code: 'HC' },
        discount_codes: [{ code: 'LAZADA', amount: 4_600, is_coupon_code: false }],
        shipping_lines: [{ code: 'lazada', title: 'Lazada', price: 17_700 }],
        is_cod_gateway: true,
        source_name: 'lazada',
        tags: 'a,b',
        send_receipt: false,
        send_fulfillment_receipt: false,
      },
    });
  });

  it.each<[string, { status?: number; body?: unknown }]>([
    ['a page of the gateway', { status: 502, body: '<html>' }],
    ['an empty success', { status: 201, body: '' }],
    ['a success of another shape', { status: 201, body: { order: { id: 1 } } }],
  ])('R8.2 does not create twice after %s', async (_name, answer) => {
    const { client, sent } = haravanAnswering(() => answer);
    await expect(client.createOrder(auth, { lineItems: [] })).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(sent).toHaveLength(1);
  });

  it('R8.1 asks once more after a 422 that passes', async () => {
    const { client, sent } = haravanAnswering((_message, index) =>
      index === 0 ? { status: 422, body: { errors: 'x' } } : { body: { order: wire } },
    );
    await client.getOrder(auth, '1');
    expect(sent).toHaveLength(2);
  });

  it('gives a lasting 422 up after one repeat', async () => {
    const { client, sent } = haravanSaying({ errors: { base: ['no'] } }, 422);
    const reading = client.getOrder(auth, '1');
    await expect(reading).rejects.toMatchObject({ kind: 'rejected', platformMessage: 'base: no' });
    expect(sent).toHaveLength(2);
  });

  it('cannot be led to another path by an id', async () => {
    const { client, sent } = haravanSaying({ errors: 'Dữ liệu không tồn tại!' }, 422);
    await expect(client.getOrder(auth, '../shop')).rejects.toMatchObject({ kind: 'not_found' });
    expect(sent[0]?.url).toBe('https://apis.haravan.com/com/orders/..%2Fshop.json');
  });

  it('updates the note and its attributes', async () => {
    const { client, sent } = haravanSaying({ order: wire });
    await client.updateOrder(auth, '12', { noteAttributes: [{ name: 'a', value: 'b' }] });
    expect(sent[0]?.method).toBe('PUT');
    expect(sentJson(sent[0])).toEqual({ order: { id: 12, note_attributes: [{ name: 'a', value: 'b' }] } });
  });
});

describe('order actions', () => {
  it('R4.2 cancels with amount as text, once', async () => {
    const { client, sent } = haravanSaying({ order: { ...wire, cancelled_status: 'cancelled' } });
    const order = await client.cancelOrder(auth, '12', { reason: 'inventory', restock: false, amount: 5000 });
    expect(order.isCanceled).toBe(true);
    expect(sentJson(sent[0])).toEqual({ reason: 'inventory', restock: false, amount: '5000', email: false });
    const lost = haravanSaying('', 500);
    await expect(lost.client.cancelOrder(auth, '12', { reason: 'other', restock: true })).rejects.toMatchObject({
      kind: 'ambiguous',
    });
    expect(lost.sent).toHaveLength(1);
  });

  it('adds and removes tags', async () => {
    const { client, sent } = haravanSaying({ tags: 'VIP,a,b' });
    expect(await client.addOrderTags(auth, '12', ['a', 'b'])).toEqual(['VIP', 'a', 'b']);
    expect(await client.removeOrderTags(auth, '12', ['c'])).toEqual(['VIP', 'a', 'b']);
    expect(sent.map(({ method, body }) => [method, body])).toEqual([
      ['POST', '{"tags":"a,b"}'],
      ['DELETE', '{"tags":"c"}'],
    ]);
  });

  it('confirms and closes', async () => {
    const { client, sent } = haravanSaying({ order: wire });
    await client.confirmOrder(auth, '12');
    await client.closeOrder(auth, '12');
    expect(sent.map((message) => message.url.split('/').at(-1))).toEqual(['confirm.json', 'close.json']);
  });
});
