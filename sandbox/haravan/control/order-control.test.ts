import { beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { MAIN, ORG, SHIRT_M } from '../testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

async function control(method: string, path: string, body: object = {}) {
  const init = { method, body: JSON.stringify({ orgId: ORG, ...body }) };
  const answer = await desk.haravan.hono.request(`/__sandbox${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const place = async () => {
  const order = { line_items: [{ variant_id: SHIRT_M, quantity: 2 }], location_id: MAIN };
  return (await control('POST', '/orders', { order })).body.orderId as number;
};
const read = async (id: number) => (await desk.call('GET', `/com/orders/${id}.json`)).body.order;

it('plays an order to its end', async () => {
  const id = await place();
  await control('POST', `/orders/${id}/confirm`);
  const { body } = await control('POST', `/orders/${id}/fulfillments`, { trackingNumber: 'LZ1', codAmount: 220_000 });
  const move = (state: string) =>
    control('POST', `/orders/${id}/fulfillment-state`, { fulfillmentId: body.fulfillmentId, state });
  for (const state of ['delivering', 'delivered', 'receipt']) expect((await move(state)).status).toBe(200);
  await control('POST', `/orders/${id}/pay`);
  await control('PATCH', `/orders/${id}`, { note: 'Gọi trước', tags: ['vip'] });
  await control('POST', `/orders/${id}/close`);
  expect(await read(id)).toMatchObject({
    confirmed_status: 'confirmed',
    closed_status: 'closed',
    financial_status: 'paid',
    note: 'Gọi trước',
    tags: 'vip',
    fulfillments: [{ tracking_number: 'LZ1', carrier_status_code: 'delivered', carrier_cod_status_code: 'codreceipt' }],
  });
  expect(desk.told().map(({ topic }) => topic)).toContain('orders/fulfilled');
  await control('POST', `/orders/${id}/open`);
  expect(await read(id)).toMatchObject({ closed_status: 'unclosed' });
});

it('cancels with goods back on the shelf, and tells it', async () => {
  const id = await place();
  await control('POST', `/orders/${id}/cancel`, { reason: 'inventory' });
  expect(await read(id)).toMatchObject({ cancelled_status: 'cancelled', cancel_reason: 'inventory' });
  expect(desk.told().map(({ topic }) => topic)).toContain('orders/cancelled');
  const [row] = await desk.list(`/com/inventory_locations.json?location_ids=${MAIN}&variant_ids=${SHIRT_M}`);
  expect([row?.qty_onhand, row?.qty_commited]).toEqual([10, 0]);
});

it('what Haravan refuses is a 409 in its words, what is not there a 404', async () => {
  const id = await place();
  await control('POST', `/orders/${id}/cancel`);
  expect(await control('POST', `/orders/${id}/cancel`)).toMatchObject({
    status: 409,
    body: { error: 'Đơn hàng đã hủy' },
  });
  expect((await control('POST', '/orders/5/confirm')).status).toBe(404);
  expect((await control('POST', `/orders/${id}/fulfillment-state`, { fulfillmentId: 1, state: 'x' })).status).toBe(404);
});
