import { beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { MAIN, NORTH, ORG, SHIRT_M } from '../testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

async function control(method: string, path: string, body: object = {}) {
  const init = { method, body: JSON.stringify({ orgId: ORG, ...body }) };
  const answer = await desk.haravan.hono.request(`/__sandbox${path}`, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const topics = () => desk.told().map(({ topic }) => topic);

it('warehouses come, change and go with their stock', async () => {
  const { body } = await control('POST', '/locations', { name: 'Kho Đà Nẵng' });
  await control('PATCH', `/locations/${body.locationId}`, { isUnavailableQuantity: true });
  expect(await desk.list('/com/locations.json')).toContainEqual(
    expect.objectContaining({ id: body.locationId, name: 'Kho Đà Nẵng', is_unavailable_quantity: true }),
  );
  await control('DELETE', `/locations/${NORTH}`);
  const rows = await desk.list(`/com/inventory_locations.json?variant_ids=${SHIRT_M}`);
  expect(rows.map(({ loc_id }) => loc_id)).toEqual([MAIN]);
  expect(topics()).toEqual(['locations/create', 'locations/update', 'locations/delete']);
  expect((await control('PATCH', '/locations/5', { name: 'x' })).status).toBe(404);
});

it('the shop is renamed', async () => {
  await control('PATCH', '/shop', { name: 'Hoa Mai Mới' });
  expect((await desk.call('GET', '/com/shop.json')).body.shop?.name).toBe('Hoa Mai Mới');
  expect(topics()).toEqual(['shop/update']);
});

it('a deleted order frees what it held, and is told', async () => {
  const id = desk.haravan.control.placeOrder(ORG, { line_items: [{ variant_id: SHIRT_M, quantity: 2 }] });
  desk.told();
  expect((await control('DELETE', `/orders/${id}`)).status).toBe(200);
  expect((await desk.call('GET', `/com/orders/${id}.json`)).status).toBe(404);
  const [row] = await desk.list(`/com/inventory_locations.json?location_ids=${MAIN}&variant_ids=${SHIRT_M}`);
  expect(row?.qty_commited).toBe(0);
  expect(topics().at(-1)).toBe('orders/delete');
});
