import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder, readOrder, stockOf } from '../testing/orders';
import { GIFT, MAIN, NORTH, ORG, type Rig, SHIRT_L, SHIRT_M, startRig } from '../testing/rig';
import type { WireOrder } from '../testing/wire';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const create = (order: unknown) =>
  rig.call<{ order: WireOrder; errors?: unknown }>('POST', '/com/orders.json', { order });

describe('POST /com/orders.json', () => {
  it('computes the worked example of the documentation: 450 000 - 10 000 + 15 000', async () => {
    const order = await placeOrder(rig, {
      line_items: [
        { variant_id: SHIRT_M, quantity: 1, price: 110_000 },
        {
          variant_id: SHIRT_L,
          quantity: 2,
          price: 170_000,
          total_discount: 30_000,
          applied_discounts: [{ description: 'KM', amount: 30_000 }],
        },
      ],
      discount_codes: [{ code: 'LAZADA', amount: 10_000, is_coupon_code: true }],
      shipping_lines: [{ code: 'lzd', title: 'Lazada', price: 15_000 }],
    });
    expect([order.subtotal_price, order.total_discounts, order.total_price]).toEqual([450_000, 10_000, 455_000]);
    expect(order.line_items[1]).toMatchObject({
      price: 170_000,
      total_discount: 15_000,
      price_original: 185_000,
      applied_discounts: [{ amount: 15_000 }],
    });
    expect(order.discount_codes).toEqual([
      { code: 'LAZADA', amount: 10_000, type: 'fixed_amount', is_coupon_code: false },
    ]);
  });

  it('takes price, guest and default location by itself', async () => {
    const order = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M, quantity: 1 }] });
    expect(order).toMatchObject({
      number: order.id,
      name: '#100001',
      order_number: '#100001',
      financial_status: 'pending',
      fulfillment_status: 'notfulfilled',
      confirmed_status: 'unconfirmed',
      transactions: [],
      location_id: MAIN,
      total_price: 110_000,
      email: 'guest@haravan.com',
      source_name: null,
    });
    expect(order.customer).toMatchObject({ email: 'guest@haravan.com', first_name: '---' });
  });

  it('prints money with four places and hides transactions in its own answer', async () => {
    const raw = await fetch(`${rig.url}/com/orders.json`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${rig.haravan.control.install(ORG).accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        order: {
          line_items: [{ variant_id: SHIRT_M }],
          is_cod_gateway: true,
          transactions: [{ kind: 'capture', amount: 110_000 }],
        },
      }),
    });
    const text = await raw.text();
    expect(raw.status).toBe(201);
    expect(text).toContain('"total_price":110000.0000');
    const { order } = JSON.parse(text) as { order: WireOrder };
    expect(order).toMatchObject({ transactions: [], gateway: null, gateway_code: 'COD', financial_status: 'paid' });
    const again = await readOrder(rig, order.id);
    expect(again.gateway).toBe('Thanh toán khi giao hàng (COD)');
    expect(again.transactions).toMatchObject([{ kind: 'capture', amount: 110_000, status: 'Thành công' }]);
  });

  it('is partially paid when the capture has no amount, paid when it has', async () => {
    const lines = { line_items: [{ variant_id: SHIRT_M }], financial_status: 'paid' };
    const without = await placeOrder(rig, { ...lines, transactions: [{ kind: 'capture' }] });
    const exact = await placeOrder(rig, { ...lines, transactions: [{ kind: 'capture', amount: 110_000 }] });
    expect([without.financial_status, exact.financial_status]).toEqual(['partiallypaid', 'paid']);
  });

  it('keeps name, source and note attributes, and confirms at once', async () => {
    const order = await placeOrder(rig, {
      name: '123456789012345',
      line_items: [{ variant_id: SHIRT_M, properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: '77' }] }],
      source: 'lazada',
      source_name: 'lazada',
      note_attributes: [{ name: 'X-Haravan-SalesChannel-BranchId', value: '200012345678' }],
      is_confirm: true,
      tags: 'a, b',
    });
    expect(order).toMatchObject({
      name: '123456789012345',
      order_number: '123456789012345',
      source_name: 'lazada',
      confirmed_status: 'confirmed',
      tags: 'a,b',
      note_attributes: [{ name: 'X-Haravan-SalesChannel-BranchId', value: '200012345678' }],
      transactions: [{ kind: 'pending', amount: 110_000 }],
    });
  });

  it('accepts a line without a variant, which moves no stock', async () => {
    const order = await placeOrder(rig, {
      line_items: [{ title: 'Quà tặng', price: 5_000, quantity: 2, sku: 'LZD-1' }],
    });
    expect(order.line_items[0]).toMatchObject({
      variant_id: null,
      product_id: null,
      variant_title: '',
      product_exists: true,
    });
    expect(order.total_price).toBe(10_000);
  });

  it('commits stock of tracked variants at the given location, or at the default one', async () => {
    await placeOrder(rig, {
      line_items: [{ variant_id: SHIRT_M, quantity: 2 }, { variant_id: SHIRT_M }, { variant_id: GIFT }],
    });
    await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M, quantity: 4 }], location_id: NORTH });
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 3, 7]);
    expect(stockOf(rig, SHIRT_M, NORTH)).toEqual([5, 4, 1]);
    expect(stockOf(rig, GIFT)).toEqual([]);
  });

  it('lets stock become negative, unless the shop is set to refuse that', async () => {
    await placeOrder(rig, { line_items: [{ variant_id: SHIRT_L, quantity: 9 }] });
    expect(stockOf(rig, SHIRT_L)).toEqual([7, 9, -2]);
    rig.haravan.control.setModes({ refuseOutOfStock: true });
    expect((await create({ line_items: [{ variant_id: SHIRT_L }] })).status).toBe(422);
    expect(stockOf(rig, SHIRT_L)).toEqual([7, 9, -2]);
  });

  it('created fulfilled: one delivered fulfillment, stock leaves at once', async () => {
    const order = await placeOrder(rig, {
      line_items: [{ variant_id: SHIRT_M, quantity: 2 }],
      fulfillment_status: 'fulfilled',
    });
    expect(order.fulfillment_status).toBe('fulfilled');
    expect(order.fulfillments).toMatchObject([
      { carrier_status_code: 'delivered', carrier_cod_status_code: 'none', location_id: MAIN },
    ]);
    expect(order.line_items[0]?.fulfillable_quantity).toBe(0);
    expect(stockOf(rig, SHIRT_M)).toEqual([8, 0, 8]);
  });

  it.each([
    ['no lines', { line_items: [] }],
    ['a reserved source_name', { line_items: [{ variant_id: SHIRT_M }], source_name: 'web' }],
    ['a tag of 41 characters', { line_items: [{ variant_id: SHIRT_M }], tags: 'x'.repeat(41) }],
    ['a custom line without a price', { line_items: [{ title: 'Quà' }] }],
    ['a quantity of 0', { line_items: [{ variant_id: SHIRT_M, quantity: 0 }] }],
  ])('refuses %s with 422 and stores nothing', async (_, order) => {
    const { status, body } = await create(order);
    expect([status, typeof body.errors]).toEqual([422, 'object']);
    expect(rig.haravan.control.state(ORG).orgs[0]?.orders).toEqual([]);
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 0, 10]);
  });

  it('answers an unknown variant, customer or location as the missing mode says', async () => {
    const wrong = [
      { line_items: [{ variant_id: 1 }] },
      { line_items: [{ variant_id: SHIRT_M }], customer: { id: 1 } },
      { line_items: [{ variant_id: SHIRT_M }], location_id: 1 },
    ];
    for (const order of wrong) expect((await create(order)).status).toBe(404);
    rig.haravan.control.setModes({ missingIs: 422 });
    for (const order of wrong) {
      expect(await create(order)).toMatchObject({ status: 422, body: { errors: 'Dữ liệu không tồn tại!' } });
    }
  });
});
