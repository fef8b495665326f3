import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import { ITEM, RED, SELLER } from '../testing/seed';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const place = (quantity = 1) =>
  rig.sandbox.control.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }] });
const flush = () => rig.sandbox.deliveries.flush();
const bodies = () => rig.pushes.received.map((push) => push.body as Record<string, unknown>);

test('one signed message per line, ids as strings, times in seconds', async () => {
  await rig.token();
  const { orderId, orderItemIds } = place(2);
  await flush();
  const lines = bodies().map((body) => (body.data as { trade_order_line_id: string }).trade_order_line_id);
  expect(lines.sort()).toEqual(orderItemIds);
  const [push] = rig.pushes.received;
  expect(push?.body).toMatchObject({
    seller_id: SELLER,
    message_type: 0,
    data: { order_status: 'pending', trade_order_id: orderId, status_update_time: expect.any(Number) },
    timestamp: expect.any(Number),
    site: 'lazada_vn',
  });
  expect(String(push?.body.timestamp)).toHaveLength(10);
  const expected = createHmac('sha256', 'helloworld').update(`123456${push?.rawBody}`).digest('hex');
  expect(push?.authorization).toBe(expected);
});

test('every change of status is pushed; a cancellation names its reverse order', async () => {
  await rig.token();
  const { orderId } = place();
  for (const to of ['packed', 'ready_to_ship', 'canceled'] as const) {
    await flush();
    rig.sandbox.control.advanceOrder({ sellerId: SELLER, orderId, to });
  }
  await flush();
  const statuses = bodies().filter((body) => body.message_type === 0);
  expect(statuses.map((body) => (body.data as { order_status: string }).order_status)).toEqual([
    'pending',
    'packed',
    'ready_to_ship',
    'canceled',
  ]);
  expect(statuses.at(-1)?.data).toMatchObject({ reverse_order_id: expect.stringMatching(/^\d{15}$/) });
});

test('timestamps in ms when the mode says so', async () => {
  await rig.token();
  rig.sandbox.control.setModes({ pushTimestampMs: true });
  place();
  await flush();
  expect(String(bodies()[0]?.timestamp)).toHaveLength(13);
});

test('SKUs created, edited and deleted are types 3, 4 and 5', async () => {
  await rig.token();
  const { control } = rig.sandbox;
  const sku = control.createSku({ sellerId: SELLER, itemId: ITEM, sellerSku: 'AO-XANH', price: 1_000, sellable: 1 });
  control.editSku({ sellerId: SELLER, skuId: RED, set: { sellerSku: 'AO-DO-L' } });
  control.deleteSku({ sellerId: SELLER, skuId: sku.skuId });
  control.deleteSku({ sellerId: SELLER, skuId: 770 });
  control.createSku({ sellerId: SELLER, sellerSku: 'MOI', price: 1_000, sellable: 1 });
  await flush();
  const said = bodies().map((body) => [body.message_type, (body.data as { action: string }).action].join(' '));
  expect(said.sort()).toEqual([
    '3 EDITED_INSERTED',
    '3 PUBLISHED',
    '4 EDITED_UPDATED',
    '5 DELETED',
    '5 EDITED_DELETED',
  ]);
  const edited = bodies().find((body) => body.message_type === 4);
  expect(edited?.data).toMatchObject({
    item_id: ITEM,
    sku_list: [{ sku_id: RED, seller_sku: 'AO-DO-L', shop_sku: `${ITEM}_VNAMZ-${RED}` }],
    status_update_time: expect.any(Number),
  });
});

test('nobody is pushed to before authorizing, or after the authorization has lapsed', async () => {
  place();
  await rig.token();
  rig.sandbox.control.ageTokens({ sellerId: SELLER, expireAccess: true, expireRefresh: true });
  place();
  await flush();
  expect(rig.pushes.received).toEqual([]);
});

test('a refused push comes again every thirty minutes, twelve times, with the state of then', async () => {
  await rig.token();
  rig.pushes.status = 500;
  const { orderId } = place();
  await flush();
  rig.sandbox.deliveries.setModes({ lose: true });
  rig.sandbox.control.advanceOrder({ sellerId: SELLER, orderId, to: 'packed' });
  for (let retry = 0; retry < 14; retry++) {
    rig.clock.advance(30 * 60_000);
    await flush();
  }
  const said = bodies().map((body) => (body.data as { order_status: string }).order_status);
  expect(said).toEqual(['pending', ...Array(12).fill('packed')]);
  expect(rig.sandbox.deliveries.log().at(-1)?.outcome).toBe('gave-up');
});

test('more failures than successes stop the pushes, until the probe is answered or the console resumes them', async () => {
  await rig.token();
  rig.sandbox.control.setModes({ pushStopSample: 2 });
  rig.pushes.status = 500;
  place(2);
  await flush();
  expect(rig.sandbox.control.pushesStopped()).toBe(true);
  place();
  await flush();
  expect(rig.pushes.received).toHaveLength(2);
  expect(rig.sandbox.deliveries.log().at(-1)?.outcome).toBe('stopped');
  rig.pushes.status = 200;
  rig.sandbox.control.verifyPush();
  await flush();
  expect(rig.sandbox.control.pushesStopped()).toBe(false);
  place();
  await flush();
  expect(rig.pushes.received).toHaveLength(4);
});

test("the console's Verify probe comes from seller 9999, whoever is connected", async () => {
  rig.sandbox.control.verifyPush();
  await flush();
  expect(bodies()).toMatchObject([
    { seller_id: '9999', message_type: 0, data: { order_status: 'This is a test message', trade_order_id: '123456' } },
  ]);
});
