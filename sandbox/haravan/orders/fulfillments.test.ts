import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder, readOrder, ship, stockOf } from '../testing/orders';
import { NORTH, OTHER_ORG, type Rig, SHIRT_L, SHIRT_M, startRig } from '../testing/rig';
import type { WireFulfillment } from '../testing/wire';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const twoLines = { line_items: [{ variant_id: SHIRT_M, quantity: 2 }, { variant_id: SHIRT_L }] };
const put = (path: string, token?: string) => rig.call<{ fulfillment: WireFulfillment }>('PUT', path, {}, token);

describe('fulfillments', () => {
  it('ship a part, then the rest; stock leaves with the goods', async () => {
    const order = await placeOrder(rig, twoLines);
    const [shirts] = order.line_items;
    const first = await ship(rig, order.id, {
      tracking_number: 'LZVN1',
      tracking_company: 'LEX VN',
      line_items: [{ id: shirts?.id }],
    });
    expect(first).toMatchObject({
      carrier_status_code: 'readytopick',
      carrier_status_name: 'Chờ lấy hàng',
      carrier_cod_status_code: 'none',
    });
    expect(first.ready_to_pick_date).not.toBeNull();
    expect(first.line_items).toMatchObject([
      { quantity: 2, fulfillment_service: 'Thủ công', fulfillment_status: 'Đã hoàn thành' },
    ]);
    expect((await readOrder(rig, order.id)).fulfillment_status).toBe('partial');
    await ship(rig, order.id);
    expect((await readOrder(rig, order.id)).fulfillment_status).toBe('fulfilled');
    expect([stockOf(rig, SHIRT_M), stockOf(rig, SHIRT_L)]).toEqual([
      [8, 0, 8],
      [6, 0, 6],
    ]);
    expect((await rig.call('POST', `/com/orders/${order.id}/fulfillments.json`, { fulfillment: {} })).status).toBe(422);
  });

  it('from another warehouse: committed there where it was ordered, on hand here', async () => {
    const order = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_M, quantity: 2 }] });
    await ship(rig, order.id, { location_id: NORTH });
    expect([stockOf(rig, SHIRT_M), stockOf(rig, SHIRT_M, NORTH)]).toEqual([
      [10, 0, 10],
      [3, 0, 3],
    ]);
  });

  it('called off: the units are owed again', async () => {
    const order = await placeOrder(rig, twoLines);
    const { id } = await ship(rig, order.id);
    await rig.call('POST', `/com/orders/${order.id}/fulfillments/${id}/cancel.json`, {});
    expect((await readOrder(rig, order.id)).fulfillment_status).toBe('notfulfilled');
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 2, 8]);
  });

  it('take a tracking number later', async () => {
    const order = await placeOrder(rig, twoLines);
    const { id } = await ship(rig, order.id);
    await rig.call('PUT', `/com/orders/${order.id}/fulfillments/${id}.json`, {
      fulfillment: { id, tracking_number: 'LZVN2' },
    });
    expect((await readOrder(rig, order.id)).fulfillments[0]?.tracking_number).toBe('LZVN2');
  });
});

describe('carrier and COD status', () => {
  const paths = async () => {
    const order = await placeOrder(rig, twoLines);
    const { id } = await ship(rig, order.id, { cod_amount: 390_000 });
    const tail = `orders/${order.id}/fulfillments/${id}`;
    return { order, shop: `/shops/hoa-mai/admin/${tail}`, api: `/com/${tail}` };
  };

  it.each([
    ['picking', 'picking', 'Đang đi lấy'],
    ['delivering', 'delivering', 'Đang giao hàng'],
    ['delivered', 'delivered', 'Đã giao hàng'],
    ['cancel', 'cancel', 'Hủy giao hàng'],
    ['return', 'return', 'Chuyển hoàn'],
    ['not_meet_customer', 'notmeetcustomer', 'Không gặp khách'],
    ['waiting_for_return', 'waitingforreturn', 'Chờ chuyển hoàn'],
  ])('path %s becomes code %s', async (state, code, name) => {
    const { shop, api } = await paths();
    for (const base of [shop, api]) {
      const { body } = await put(`${base}/carrier_status/${state}.json`);
      expect(body.fulfillment).toMatchObject({
        carrier_status_code: code,
        carrier_status_name: name,
        [`${state}_date`]: expect.any(String),
      });
    }
  });

  it('COD is pending, then paid, then received', async () => {
    const { order, shop } = await paths();
    expect((await readOrder(rig, order.id)).fulfillments[0]?.carrier_cod_status_code).toBe('codpending');
    expect((await put(`${shop}/cod_status/paid.json`)).body.fulfillment.carrier_cod_status_code).toBe('codpaid');
    expect((await put(`${shop}/cod_status/receipt.json`)).body.fulfillment.carrier_cod_status_code).toBe('codreceipt');
  });

  it('can be missing on either host', async () => {
    const { shop, api } = await paths();
    const statuses = async () => [
      (await put(`${shop}/carrier_status/picking.json`)).status,
      (await put(`${api}/carrier_status/picking.json`)).status,
    ];
    rig.haravan.control.setModes({ carrierStatusOn: ['api'] });
    expect(await statuses()).toEqual([404, 200]);
    rig.haravan.control.setModes({ carrierStatusOn: [] });
    expect(await statuses()).toEqual([404, 404]);
  });

  it('refuses an unknown state, and a token of another shop', async () => {
    const { shop } = await paths();
    expect((await put(`${shop}/carrier_status/readytopick.json`)).status).toBe(422);
    const other = rig.haravan.control.install(OTHER_ORG).accessToken;
    expect((await put(`${shop}/carrier_status/picking.json`, other)).status).toBe(401);
  });

  it('restocks on cancel or return only in that mode, and once', async () => {
    const { shop } = await paths();
    await put(`${shop}/carrier_status/cancel.json`);
    expect(stockOf(rig, SHIRT_M)).toEqual([8, 0, 8]);
    rig.haravan.control.setModes({ restockOnCarrierCancel: true });
    await put(`${shop}/carrier_status/return.json`);
    await put(`${shop}/carrier_status/return.json`);
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 0, 10]);
  });
});
