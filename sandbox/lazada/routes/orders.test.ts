import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OrderRequest } from '../orders/place-order';
import { type Rig, startRig } from '../testing/rig';
import { BLACK, ITEM, OTHER_SELLER, SEED, SELLER } from '../testing/seed';

let rig: Rig;
let token: string;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());
beforeEach(async () => {
  rig.clock.reset();
  rig.sandbox.load(SEED);
  token = await rig.token();
});

type OrderRow = Record<string, unknown> & { order_id: number };
type Page = { data: { count: number; countTotal: number; orders: OrderRow[] } };
const SINCE = '2020-01-01T00:00:00+07:00';
const control = () => rig.sandbox.control;
const place = (request: Partial<OrderRequest> = {}, sellerId = SELLER) =>
  control().placeOrder({ sellerId, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }], ...request });
const list = async (params: Record<string, string> = {}) =>
  (await rig.call('/orders/get', { created_after: SINCE, ...params }, token)) as unknown as Page & { code: string };
const idsOf = async (params: Record<string, string>) =>
  (await list(params)).data.orders.map((row) => String(row.order_id));

/** The worked example of lazada.md §9.5: 92 000 of goods, 4 600 off, 17 700 of 37 700 shipping: the buyer pays 105 100. */
const example: Partial<OrderRequest> = {
  voucherSeller: 4_600,
  shippingFee: 17_700,
  shippingFeePlatformDiscount: 20_000,
};

describe('an order on the wire', () => {
  const placeExample = () => {
    control().editSku({ sellerId: SELLER, skuId: BLACK, set: { price: 46_000 } });
    return place({ ...example, lines: [{ sellerSku: 'AO-DEN-M', quantity: 2 }] });
  };

  test('has the fields and types of live captures', async () => {
    const { orderId } = placeExample();
    const { data } = await list();
    expect(data).toMatchObject({ count: 1, countTotal: 1 });
    expect(data.orders[0]).toMatchObject({
      order_id: Number(orderId),
      order_number: Number(orderId),
      statuses: ['pending'],
      items_count: 2,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0700$/),
      price: '92000.00',
      voucher: 4_600,
      voucher_platform: 0,
      voucher_seller: 4_600,
      shipping_fee: 17_700,
      shipping_fee_original: 37_700,
      shipping_fee_discount_platform: 20_000,
      payment_method: 'COD',
      customer_first_name: 'Nguyễn Văn Minh',
      customer_last_name: '',
      gift_option: false,
      need_cancel_confirm: false,
      address_shipping: {
        phone: '84912345659',
        address3: 'Hồ Chí Minh',
        address4: 'Quận 7',
        address5: 'Phường Tân Phú',
        city: 'Hồ Chí Minh-Quận 7-Phường Tân Phú',
        country: 'Vietnam',
        addressDsitrict: '',
      },
    });
  });

  test('item amounts add up to what the buyer paid', async () => {
    const { orderId } = placeExample();
    const { data } = (await rig.call('/order/items/get', { order_id: orderId }, token)) as unknown as {
      data: { paid_price: number; shipping_amount: number }[];
    };
    expect(data.reduce((sum, item) => sum + item.paid_price + item.shipping_amount, 0)).toBe(105_100);
  });

  test('items: one per unit, fields and types of the live VN capture', async () => {
    const { orderId, orderItemIds } = placeExample();
    const { data } = (await rig.call('/order/items/get', { order_id: orderId }, token)) as unknown as {
      data: unknown[];
    };
    expect(data).toHaveLength(2);
    expect(data[0]).toMatchObject({
      order_id: Number(orderId),
      order_item_id: Number(orderItemIds[0]),
      sku: 'AO-DEN-M',
      sku_id: String(BLACK),
      product_id: String(ITEM),
      shop_sku: `${ITEM}_VNAMZ-${BLACK}`,
      status: 'pending',
      item_price: 46_000,
      paid_price: 43_700,
      is_fbl: 0,
      delivery_option_sof: 0,
      cancel_return_initiator: 'null-null',
      package_id: '',
      tracking_code: '',
      currency: 'VND',
      shipment_provider: 'LEX VN',
      shipping_provider_type: 'standard',
      warehouse_code: 'dropshipping',
      payment_time: '',
      sla_time_stamp: expect.stringMatching(/T23:59:59\+07:00$/),
      show_giftwrapping_tag: false,
    });
  });

  test('ids have fifteen digits, steps of 100 000, and end as the buyer id does', async () => {
    const { orderId, orderItemIds } = placeExample();
    const { data } = (await rig.call('/order/items/get', { order_id: orderId }, token)) as unknown as {
      data: { buyer_id: number }[];
    };
    expect(orderId).toMatch(/^\d{15}$/);
    expect(orderItemIds.map(Number)).toEqual([Number(orderId) + 100_000, Number(orderId) + 200_000]);
    expect(orderId.slice(-5)).toBe(String(data[0]?.buyer_id).slice(-5));
  });

  test('one checkout over two shops has one order id; each shop sees its own', async () => {
    const { orderId } = place();
    place({ orderId, lines: [{ sellerSku: 'GIAY', quantity: 1 }] }, OTHER_SELLER);
    const other = await rig.token(OTHER_SELLER);
    const items = (by: string) => rig.call('/order/items/get', { order_id: orderId }, by);
    expect(await items(token)).toMatchObject({ data: [{ sku: 'AO-DEN-M' }] });
    expect(await items(other)).toMatchObject({ data: [{ sku: 'GIAY' }] });
    expect(() => place({ orderId })).toThrow('exists in this shop');
  });

  test('doc mode: every scalar a string', async () => {
    const { orderId } = placeExample();
    control().setModes({ wire: 'doc' });
    expect((await list()).data).toMatchObject({
      countTotal: '1',
      orders: [{ order_id: orderId, price: '92000.00', voucher: '4600.00', gift_option: 'false', items_count: '2' }],
    });
    expect(await rig.call('/order/items/get', { order_id: orderId }, token)).toMatchObject({
      data: [{ order_item_id: expect.any(String), item_price: '46000.00', is_fbl: '0' }, {}],
    });
  });

  test('masking hides names, phones and address lines, not amounts', async () => {
    place();
    control().setModes({ masking: true });
    expect((await list()).data.orders[0]).toMatchObject({
      customer_first_name: 'N*************h',
      price: '150000.00',
      address_billing: {
        first_name: 'N*************h',
        phone: '84******59',
        address1: expect.stringMatching(/^1\*+p$/),
      },
    });
  });

  test('naive list dates: only the list leaves the offset out', async () => {
    const { orderId } = place();
    control().setModes({ naiveListDates: true });
    expect((await list()).data.orders[0]?.created_at).toMatch(/ \d\d:\d\d:\d\d$/);
    const single = await rig.call('/order/get', { order_id: orderId }, token);
    expect(single).toMatchObject({
      data: { created_at: expect.stringContaining('+0700'), address_shipping: { addressDistrict: '' } },
    });
  });
});

describe('orders/get', () => {
  test.each([
    [{ created_after: '' }, 'MissingParameter', 'created_after'],
    [{ limit: '101' }, '19', 'E019: "101" Invalid Limit'],
    [{ offset: '5001' }, '14', 'E014: "5001" Invalid Offset'],
    [{ update_after: '2026-07-25T00:00:00 07:00' }, '17', 'Invalid Date Format'],
    [{ status: 'paid' }, '36', 'E036: Invalid status filter'],
    [{ sort_direction: 'UP' }, '74', 'E074: Invalid sort direction.'],
    [{ sort_by: 'price' }, '75', 'E075: Invalid sort filter.'],
  ])('%o is refused with %s', async (params: Record<string, string>, code, text) => {
    expect(await list(params)).toMatchObject({ code, message: expect.stringContaining(text) });
  });

  const three = () => {
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.push(place().orderId);
      rig.clock.advance(60_000);
    }
    return ids as [string, string, string];
  };

  test('sorts, limits and offsets, and counts all matches', async () => {
    const [a, b, c] = three();
    expect(await idsOf({ sort_by: 'created_at', sort_direction: 'ASC' })).toEqual([a, b, c]);
    expect(await idsOf({ sort_by: 'created_at', sort_direction: 'DESC', limit: '1', offset: '1' })).toEqual([b]);
    expect((await list({ limit: '1' })).data).toMatchObject({ count: 1, countTotal: 3 });
    control().advanceOrder({ sellerId: SELLER, orderId: a, to: 'packed' });
    expect(await idsOf({ sort_by: 'updated_at', sort_direction: 'DESC' })).toEqual([a, c, b]);
  });

  test('both kinds of dates select, ends included', async () => {
    const [a, b, c] = three();
    const rows = (await list({ sort_direction: 'ASC' })).data.orders;
    const iso = (row: OrderRow | undefined) => String(row?.created_at).replace(' ', 'T').replace(' +0700', '+07:00');
    expect(await idsOf({ created_after: iso(rows[1]), sort_direction: 'ASC' })).toEqual([b, c]);
    expect(await idsOf({ created_before: iso(rows[1]), sort_direction: 'ASC' })).toEqual([a, b]);
    control().advanceOrder({ sellerId: SELLER, orderId: a, to: 'canceled' });
    const later = new Date(rig.clock.now() - 30_000).toISOString();
    expect(await idsOf({ created_after: '', update_after: later })).toEqual([a]);
  });

  test('status filters look at items', async () => {
    const [a, b] = three();
    control().advanceOrder({ sellerId: SELLER, orderId: a, to: 'packed' });
    control().advanceOrder({ sellerId: SELLER, orderId: b, to: 'canceled', initiator: 'system' });
    expect(await idsOf({ status: 'packed' })).toEqual([a]);
    expect(await idsOf({ status: 'toship' })).toEqual([a]);
    expect(await idsOf({ status: 'canceled' })).toEqual([b]);
    expect(await idsOf({ status: 'all' })).toHaveLength(3);
  });

  test('with pagingIgnored every page is the first one', async () => {
    three();
    control().setModes({ pagingIgnored: true });
    expect(await idsOf({ limit: '1', offset: '2' })).toHaveLength(3);
  });
});

describe('single orders and batches of items', () => {
  test("another shop's order is an invalid id", async () => {
    const { orderId } = place({ lines: [{ sellerSku: 'GIAY', quantity: 1 }] }, OTHER_SELLER);
    for (const path of ['/order/get', '/order/items/get']) {
      expect(await rig.call(path, { order_id: orderId }, token)).toMatchObject({
        code: '16',
        message: `E016: "${orderId}" Invalid Order ID`,
      });
    }
  });

  const batch = (order_ids: string) => rig.call('/orders/items/get', { order_ids }, token);

  test('items of several orders, spaces tolerated, strangers passed over', async () => {
    const [a, b] = [place().orderId, place().orderId];
    expect(await batch(`[${a}, ${b}, 111111111111111]`)).toMatchObject({
      data: [
        {
          order_id: Number(a),
          order_number: Number(a),
          order_items: [{ status: 'pending', show_gift_wrapping_tag: false }],
        },
        { order_id: Number(b) },
      ],
    });
  });

  test.each([
    ['1,2', '56'],
    ['[]', '56'],
    ['["x"]', '56'],
    [JSON.stringify(Array(51).fill(1)), '38'],
    ['[111111111111111]', '39'],
  ])('order_ids=%s is refused with %s', async (text, code) => {
    expect((await batch(text)).code).toBe(code);
  });
});
