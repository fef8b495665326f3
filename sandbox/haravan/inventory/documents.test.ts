import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, type Row } from '../testing/desk';
import { MAIN, NORTH, SHIRT_L, SHIRT_M } from '../testing/rig';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const adjust = (inventory: object) =>
  desk.call<{ inventory: Row & { line_items: Row[] }; errors: unknown }>('POST', '/com/inventories/adjustorset.json', {
    inventory: { location_id: MAIN, ...inventory },
  });
const line = (product_variant_id: number, quantity: number) => ({ product_variant_id, quantity });
/** [on hand, committed, incoming, available] */
async function stock(variantId: number, locationId: number) {
  const query = `location_ids=${locationId}&variant_ids=${variantId}`;
  const [row] = await desk.list(`/com/inventory_locations.json?${query}`);
  return row && [row.qty_onhand, row.qty_commited, row.qty_incoming, row.qty_available];
}
const topics = () => desk.told().map(({ topic }) => topic);

describe('adjustments', () => {
  it('leave a numbered document with the difference, told once', async () => {
    const { body } = await adjust({
      type: 'set',
      reason: 'damaged',
      line_items: [{ ...line(SHIRT_M, 4), cost_amount: 10 }, line(SHIRT_L, 7)],
    });
    expect(body.inventory).toMatchObject({
      adjust_number: 'IA100001',
      reason: 'damaged',
      total_quantity: -6,
      total_cost: -60,
      line_items: [
        { product_variant_id: SHIRT_M, quantity: -6, sku: 'AO-M' },
        { product_variant_id: SHIRT_L, quantity: 0 },
      ],
    });
    expect(topics()).toEqual(['inventorylocationbalances/update', 'inventoryadjustments/create']);
    const { id } = body.inventory;
    expect((await desk.call('GET', `/com/inventories/adjustments/${id}.json`)).body.adjustment?.id).toBe(id);
  });

  it('are listed by location, 50 at most, and counted', async () => {
    for (let n = 1; n <= 52; n++) await adjust({ line_items: [line(SHIRT_M, 1)] });
    await adjust({ location_id: NORTH, line_items: [line(SHIRT_M, 1)] });
    expect(await desk.list('/com/inventories/adjustments.json?limit=250')).toHaveLength(50);
    expect(await desk.list(`/com/inventories/adjustments.json?location_id=${NORTH}`)).toHaveLength(1);
    expect((await desk.call('GET', '/com/inventories/adjustments/count.json')).body).toEqual({ count: 53 });
  });

  it('a first stock at a location is told as created', async () => {
    await adjust({ location_id: NORTH, line_items: [line(SHIRT_L, 2)] });
    expect(topics()[0]).toBe('inventorylocationbalances/create');
    expect(await stock(SHIRT_L, NORTH)).toEqual([2, 0, 0, 2]);
  });

  it.each([
    ['onhand', [5, 3, 0, 2]],
    ['available', [8, 3, 0, 5]],
  ] as const)('set overwrites %s in that mode', async (adjustSets, expected) => {
    desk.haravan.control.setModes({ adjustSets });
    await desk.call('POST', '/com/orders.json', { order: { line_items: [{ variant_id: SHIRT_M, quantity: 3 }] } });
    await adjust({ type: 'set', line_items: [line(SHIRT_M, 5)] });
    expect(await stock(SHIRT_M, MAIN)).toEqual(expected);
  });

  it.each([
    ['an unknown reason', { reason: 'because', line_items: [line(SHIRT_M, 1)] }, 422],
    ['no lines', { line_items: [] }, 422],
    ['201 lines', { line_items: Array.from({ length: 201 }, () => line(SHIRT_M, 1)) }, 422],
    ['half a unit', { line_items: [line(SHIRT_M, 0.5)] }, 422],
    ['an unknown variant', { line_items: [line(SHIRT_M, 1), line(1, 1)] }, 404],
    ['an unknown location', { location_id: 1, line_items: [line(SHIRT_M, 1)] }, 404],
  ])('refuse %s, and nothing moves', async (_, inventory, status) => {
    expect((await adjust(inventory)).status).toBe(status);
    expect(await stock(SHIRT_M, MAIN)).toEqual([10, 0, 0, 10]);
  });
});

describe('transfers', () => {
  const create = (transfer: object = {}) =>
    desk.call<{ transfer: Row }>('POST', '/com/inventories/transfer.json', {
      transfer: { from_loc_id: MAIN, to_loc_id: NORTH, line_items: [line(SHIRT_M, 4)], ...transfer },
    });

  it('leave one place at once and are expected at the other until received', async () => {
    const { status, body } = await create();
    expect([status, body.transfer]).toMatchObject([200, { transfer_number: 'IT100001', status: 'Active', total: 4 }]);
    expect([await stock(SHIRT_M, MAIN), await stock(SHIRT_M, NORTH)]).toEqual([
      [6, 0, 0, 6],
      [5, 0, 4, 5],
    ]);
    const variant = (await desk.call('GET', `/com/variants/${SHIRT_M}.json`)).body.variant;
    expect(variant?.inventory_advance).toMatchObject({ qty_onhand: 11, qty_incoming: 4, qty_available: 11 });
    const path = `/com/inventories/transfer/${body.transfer.id}/receive.json`;
    const received = await desk.call('POST', `/com/inventories/transfer/${body.transfer.id}/receive.json`);
    expect(received.body.transfer).toMatchObject({ status: 'Received', received_at: expect.any(String) });
    expect(await stock(SHIRT_M, NORTH)).toEqual([9, 0, 0, 9]);
    expect((await desk.call('POST', path)).status).toBe(422);
    expect(topics().filter((topic) => topic.startsWith('inventorytransfers'))).toEqual([
      'inventorytransfers/create',
      'inventorytransfers/update',
    ]);
  });

  it('are received in the other spelling, or at once', async () => {
    const { body } = await create();
    expect((await desk.call('POST', `/com/inventories/transfer/${body.transfer.id}/recive.json`)).status).toBe(200);
    expect((await create({ received_at: '2026-03-10T02:00:00Z' })).body.transfer.status).toBe('Received');
  });

  it('are listed by origin, counted, and read under a key of their own', async () => {
    const { body } = await create();
    expect(await desk.list(`/com/inventories/transfers.json?from_location_id=${NORTH}`)).toEqual([]);
    expect(await desk.list(`/com/inventories/transfers.json?from_location_id=${MAIN}`)).toHaveLength(1);
    expect((await desk.call('GET', '/com/inventories/transfers/count.json')).body).toEqual({ count: 1 });
    const detail = await desk.call('GET', `/com/inventorytransfer/detail/${body.transfer.id}.json`);
    expect(detail.body.inventorytransfer).toMatchObject({ from_loc_id: MAIN, to_loc_id: NORTH });
  });

  it('go between two places', async () => {
    expect((await create({ to_loc_id: MAIN })).status).toBe(422);
  });
});

it('purchase documents are empty lists', async () => {
  const purchases = await desk.call('GET', '/com/v2/inventories/purchasereceives.json');
  const returns = await desk.call('GET', '/com/v2/inventories/purchasereturns.json');
  expect([purchases.body, returns.body]).toEqual([{ purchasereceives: [] }, { purchasereturns: [] }]);
});
