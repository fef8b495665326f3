import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { MAIN, ORG, SHIRT_L, SHIRT_M } from '../testing/rig';

let desk: Desk;
let order: Row;
beforeEach(async () => {
  desk = openDesk();
  order = await place({ line_items: [{ variant_id: SHIRT_M }, { variant_id: SHIRT_L }] });
});

async function place(draft: unknown): Promise<Row> {
  return (await desk.call('POST', '/com/orders.json', { order: draft })).body.order as Row;
}
const post = (path: string, body: unknown) => desk.call('POST', `/com/orders/${order.id}/${path}.json`, body);

describe('what belongs to an order', () => {
  it('fulfillments: list, count, one, by ids and fields', async () => {
    const line = (order.line_items as Row[])[0];
    const first = (await post('fulfillments', { fulfillment: { line_items: [{ id: line?.id }] } })).body.fulfillment;
    await post('fulfillments', { fulfillment: {} });
    expect(await desk.list(`/com/orders/${order.id}/fulfillments.json`)).toHaveLength(2);
    const slim = await desk.list(`/com/orders/${order.id}/fulfillments.json?ids=${first?.id}&fields=id,status`);
    expect(slim).toEqual([{ id: first?.id, status: 'success' }]);
    expect((await desk.call('GET', `/com/orders/${order.id}/fulfillments/count.json`)).body).toEqual({ count: 2 });
    const { body } = await desk.call('GET', `/com/orders/${order.id}/fulfillments/${first?.id}.json`);
    expect(body.fulfillment).toMatchObject({ id: first?.id, order_id: order.id, location_id: MAIN });
    expect((await desk.call('GET', `/com/orders/${order.id}/fulfillments/5.json`)).status).toBe(404);
  });

  it('transactions: capitalized on their own, lower case inside the order', async () => {
    await post('transactions', { transaction: { kind: 'Capture', amount: 280_000 } });
    const [row] = await desk.list(`/com/orders/${order.id}/transactions.json`);
    expect(row).toMatchObject({ kind: 'Capture', status: 'success', amount: 280_000 });
    const one = await desk.call('GET', `/com/orders/${order.id}/transactions/${row?.id}.json`);
    expect(one.body.transaction).toEqual(row);
    const { body } = await desk.call('GET', `/com/orders/${order.id}.json`);
    expect(body.order).toMatchObject({
      financial_status: 'paid',
      transactions: [{ kind: 'capture', status: 'Thành công' }],
    });
  });

  it('refunds: list and one', async () => {
    const [line] = order.line_items as Row[];
    const lines = [{ line_item_id: line?.id, quantity: 1 }];
    const made = (await post('refunds', { refund: { restock: true, refund_line_items: lines } })).body.refund;
    expect(await desk.list(`/com/orders/${order.id}/refunds.json`)).toMatchObject([{ id: made?.id, restock: true }]);
    const one = await desk.call('GET', `/com/orders/${order.id}/refunds/${made?.id}.json`);
    expect(one.body.refund).toMatchObject({ refund_line_items: [{ line_item_id: line?.id, quantity: 1 }] });
  });

  it('carrier and COD state, by either host', async () => {
    const made = (await post('fulfillments', { fulfillment: { cod_amount: 1_000 } })).body.fulfillment;
    expect(made).toMatchObject({ carrier_cod_status_code: 'codpending' });
    const carrier = await desk.call(
      'PUT',
      `/com/orders/${order.id}/fulfillments/${made?.id}/carrier_status/delivering.json`,
    );
    expect(carrier.body.fulfillment).toMatchObject({
      carrier_status_code: 'delivering',
      delivering_date: expect.any(String),
    });
    const cod = await desk.call(
      'PUT',
      `/shops/hoa-mai/admin/orders/${order.id}/fulfillments/${made?.id}/cod_status/receipt.json`,
    );
    expect(cod.body.fulfillment).toMatchObject({
      carrier_cod_status_code: 'codreceipt',
      carrier_cod_status_name: 'Đã nhận',
    });
  });
});

describe('what belongs to the shop', () => {
  it('orders are counted by state', async () => {
    const count = async (query: string) =>
      (await desk.call<{ count: number }>('GET', `/com/orders/count.json?${query}`)).body.count;
    expect([await count('status=any'), await count('status=cancelled')]).toEqual([1, 0]);
    await post('cancel', {});
    expect([await count('status=cancelled'), await count('')]).toEqual([1, 0]);
    expect(await count('status=any&processed_at_min=2026-03-10T09:00:00')).toBe(1);
    expect(await count('status=any&processed_at_min=2026-03-10T09:00:01')).toBe(0);
  });

  it('one product, one location, one country', async () => {
    expect((await desk.call('GET', '/com/products/1040000001.json?fields=id')).body).toEqual({
      product: { id: 1040000001 },
    });
    expect((await desk.call('GET', `/com/locations/${MAIN}.json`)).body.location).toMatchObject({ is_primary: true });
    expect((await desk.call('GET', '/com/locations/5.json')).status).toBe(404);
    expect(await desk.list('/com/countries.json')).toEqual([{ id: 241, code: 'VN', name: 'Vietnam' }]);
    expect((await desk.call('GET', '/com/countries/241/provinces/count.json')).body).toEqual({ count: 63 });
    expect((await desk.call('GET', '/com/countries/241/provinces/50.json')).body.province).toMatchObject({
      code: 'HC',
    });
  });

  it('nothing of it for another shop', async () => {
    const { accessToken } = desk.haravan.control.install('200000222222');
    const path = `/com/orders/${order.id}/fulfillments.json`;
    expect((await desk.call('GET', path, undefined, accessToken)).status).toBe(404);
    expect(desk.haravan.control.state(ORG).orgs[0]?.orders).toHaveLength(1);
  });
});
