import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { BLACK, RED, SELLER } from './orders-seed';

let rig: OrdersRig;

beforeEach(async () => {
  rig = await startOrdersRig();
  rig.shop.editSku({ sellerId: SELLER, skuId: 11, set: { sellable: 1_000 } });
});
afterEach(() => rig.close());

const place = (sellerSku = 'AO-DEN-M', more: object = {}) =>
  rig.shop.placeOrder({ sellerId: SELLER, lines: [{ sellerSku, quantity: 1 }], ...more });
const read = () => rig.feed.read(rig.merchantId, rig.connectionId);
const listed = () => rig.sandbox.lazada.calls.list().filter(({ path }) => path.endsWith('/orders/get')).length;

test.each([
  ['as documented', {}],
  ['limit and offset ignored', { pagingIgnored: true }],
  ['times without offset', { naiveListDates: true }],
  ['all scalars as text', { wire: 'doc' as const }],
])('R4.7 230 orders over three pages all become known: %s', async (_title, modes) => {
  rig.sandbox.lazada.control.setModes(modes);
  for (let index = 0; index < 230; index += 1) {
    place();
    if (index % 7 === 0) rig.clock.advance(1_000);
  }
  rig.clock.advance(1_000);
  const before = rig.clock.now();
  const { feedAt, changedVariantIds } = await read();
  expect(feedAt?.getTime()).toBeGreaterThanOrEqual(before);
  expect(changedVariantIds).toEqual([String(BLACK)]);
  expect(await rig.db.channelOrder.count()).toBe(230);
});

test('R4.7 a second reading asks from the cursor and reads no items of settled orders again', async () => {
  place();
  rig.clock.advance(10_000);
  await read();
  await read();
  rig.sandbox.lazada.calls.clear();
  expect((await read()).changedVariantIds).toEqual([]);
  expect(listed()).toBe(1);
  expect(rig.sandbox.lazada.calls.list().filter(({ path }) => path.includes('items'))).toEqual([]);
});

test('R3.5 units in flight: a changed order makes its SKUs wishes again, and what Lazada has is unknown', async () => {
  const { orderId } = place('AO-DO-M');
  await read();
  expect(rig.wished).toEqual([{ variantIds: [String(RED)], cause: 'order_changed', forgetBelief: true }]);
  rig.clock.advance(5_000);
  rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'canceled', initiator: 'buyer' });
  expect((await read()).changedVariantIds).toEqual([String(RED)]);
  expect(rig.wished).toHaveLength(2);
});

test('R3.5 the feed counts as read from the moment the reading began, and never goes back', async () => {
  await read();
  const first = await rig.db.connection.findUniqueOrThrow({ where: { id: rig.connectionId } });
  rig.clock.advance(5_000);
  await read();
  const second = await rig.db.connection.findUniqueOrThrow({ where: { id: rig.connectionId } });
  expect(second.ordersFeedAt?.getTime()).toBeGreaterThan(first.ordersFeedAt?.getTime() ?? 0);
  rig.clock.advance(-60_000);
  await read();
  const third = await rig.db.connection.findUniqueOrThrow({ where: { id: rig.connectionId } });
  expect(third.ordersFeedAt).toEqual(second.ordersFeedAt);
});

test('R7.3 the buyer is sealed in the database', async () => {
  const { orderId } = place('AO-DEN-M', { buyer: { name: 'Lê Thị Riêng', phone: '0987654321' } });
  await read();
  const row = await rig.order(orderId);
  expect(JSON.stringify(row)).not.toContain('Riêng');
  expect(JSON.stringify(row)).not.toContain('987654321');
});

test('R10.1 how late the news was is recorded with the order', async () => {
  const { orderId } = place();
  rig.clock.advance(4_000);
  await read();
  const [event] = await rig.db.trailEvent.findMany({ where: { lazadaOrderId: orderId, kind: 'order_seen' } });
  expect(event?.facts).toMatchObject({ by: 'poll', statuses: ['pending'] });
  expect(Number(Reflect.get(Object(event?.facts), 'lagMs'))).toBeGreaterThanOrEqual(4_000);
});

test('R10.2 Tìm đơn imports an order again that the feed would not show, and says when there is none', async () => {
  const { orderId } = place();
  rig.clock.advance(20 * 86_400_000);
  await rig.settings({ ordersCursor: new Date(rig.clock.now()) });
  expect(await rig.commands.reimportOrder(rig.merchantId, rig.connectionId, orderId)).toBe(true);
  expect(await rig.commands.reimportOrder(rig.merchantId, rig.connectionId, '123')).toBe(false);
  await rig.runOrders();
  expect((await rig.haravanOrders()).map(({ name }) => name)).toEqual([orderId]);
});

test('R4.7 found by push or by poll, the order says which', async () => {
  const polled = place();
  await rig.runOrders();
  rig.clock.advance(10_000);
  const pushed = place();
  await rig.runPushed();
  expect(await rig.order(polled.orderId)).toMatchObject({ firstSeenBy: 'poll' });
  expect(await rig.order(pushed.orderId)).toMatchObject({ firstSeenBy: 'push' });
  expect(await rig.haravanOrders()).toHaveLength(2);
});

test('R4.7 without a push Lazada is asked every ORDER_POLL_SECONDS, and more rarely while pushes tell everything', async () => {
  const isRare = async () => {
    const { ordersPollAt } = await rig.db.connection.findUniqueOrThrow({ where: { id: rig.connectionId } });
    return ordersPollAt.getTime() - rig.clock.now() > 60_000;
  };
  await rig.runOrders();
  expect(await isRare()).toBe(false);
  place();
  await rig.runPushed();
  expect(await isRare()).toBe(true);
  rig.clock.advance(180_000);
  place();
  await rig.runOrders();
  expect(await isRare()).toBe(false);
});
