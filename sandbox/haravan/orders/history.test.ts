import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { MAIN, NORTH, SHIRT_M } from '../testing/rig';

let desk: Desk;
let order: Row;
beforeEach(async () => {
  desk = openDesk();
  const { body } = await desk.call('POST', '/com/orders.json', { order: { line_items: [{ variant_id: SHIRT_M }] } });
  order = body.order as Row;
});

const verbs = async (path: string) => (await desk.list(path)).map(({ verb }) => verb);

describe('events', () => {
  it('tell an order’s life, newest first', async () => {
    for (const action of ['confirm', 'close', 'open'])
      await desk.call('POST', `/com/orders/${order.id}/${action}.json`, {});
    await desk.call('POST', `/com/orders/${order.id}/fulfillments.json`, { fulfillment: {} });
    await desk.call('POST', `/com/orders/${order.id}/cancel.json`, {});
    expect(await verbs(`/com/orders/${order.id}/events.json`)).toEqual([
      'cancelled',
      'refund',
      'fulfillment_success',
      're_opened',
      'closed',
      'confirmed',
      'placed',
    ]);
  });

  it('are filtered by kind, verb, time and since_id', async () => {
    await desk.call('POST', '/com/products.json', { product: { title: 'x' } });
    expect(await verbs('/com/events.json?filter=Product')).toEqual(['create']);
    expect(await verbs('/com/events.json?filter=Product,Order')).toEqual(['create', 'placed']);
    expect(await verbs('/com/events.json?verb=placed')).toEqual(['placed']);
    const [latest] = await desk.list('/com/events.json');
    expect(await verbs(`/com/events.json?since_id=${latest?.id}`)).toEqual([]);
    expect(await verbs('/com/events.json?created_at_min=2030-01-01T00:00:00Z')).toEqual([]);
    expect(await verbs('/com/products/1040000001/events.json')).toEqual([]);
  });

  it('are late in that mode', async () => {
    desk.haravan.control.setModes({ eventLagMs: 60_000 });
    expect(await verbs(`/com/orders/${order.id}/events.json`)).toEqual([]);
    desk.clock.advance(60_000);
    expect(await verbs(`/com/orders/${order.id}/events.json`)).toEqual(['placed']);
  });
});

describe('assigning', () => {
  it('names another warehouse and moves no stock', async () => {
    const { body } = await desk.call('POST', `/com/orders/${order.id}/assign.json`, {
      location_id: NORTH,
      user_ids: [11],
    });
    expect(body.order).toMatchObject({
      location_id: MAIN,
      assigned_location_id: NORTH,
      assigned_location_name: 'Kho Hà Nội',
    });
    const rows = await desk.list(`/com/inventory_locations.json?variant_ids=${SHIRT_M}`);
    expect(rows.map((row) => row.qty_commited)).toEqual([1, 0]);
  });

  it('refuses unknown people and places', async () => {
    expect((await desk.call('POST', `/com/orders/${order.id}/assign.json`, { user_ids: [99] })).status).toBe(404);
    expect((await desk.call('POST', `/com/orders/${order.id}/assign.json`, { location_id: 1 })).status).toBe(404);
  });
});
