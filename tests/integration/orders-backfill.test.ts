import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackfillQuery } from '@/src/queries/orders/backfill';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { BLACK, SELLER } from './orders-seed';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let rig: OrdersRig;
beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

/** An order that was placed so many days ago, and changed last then. */
function placedDaysAgo(days: number): string {
  const lines = [{ sellerSku: 'AO-DEN-M', quantity: 1 }];
  const { orderId } = rig.shop.placeOrder({ sellerId: SELLER, lines });
  rig.shop.ageOrder({ sellerId: SELLER, orderId, byMs: days * DAY });
  return orderId;
}

const decisionOf = async (orderId: string) => (await rig.order(orderId)).decisionReason;
const namesInHaravan = async () => (await rig.haravanOrders()).map((order) => order.name);
const progress = () => createBackfillQuery(rig.database.door)(rig.merchantId, rig.connectionId);

test('R10.14 nothing from before the connection until the merchant chose; then those days, oldest first, once', async () => {
  const [ten, two, twenty, one] = [10, 2, 20, 1].map(placedDaysAgo);
  if (!ten || !two || !twenty || !one) throw new Error('four orders expected');
  await rig.runOrders();
  expect(await rig.haravanOrders()).toEqual([]);
  expect(await decisionOf(two)).toBe('before_backfill');
  expect(await progress()).toMatchObject({ days: null, isReading: false });

  expect(await rig.backfill.choose(rig.merchantId, rig.connectionId, 3)).toBe('chosen');
  await rig.runOrders();
  expect(await namesInHaravan()).toEqual([two, one]);
  expect(await progress()).toMatchObject({ days: 3, isReading: false, total: 2, settled: 2, imported: 2, failing: 0 });
  expect(await decisionOf(ten)).toBe('before_backfill');

  // One of them another channel has brought in meanwhile: it is adopted, not made again.
  const auth = await rig.ordersDeps.access.haravan(rig.merchantId);
  const lineItems = [{ variantId: String(BLACK), quantity: 1, price: 150_000 }];
  const branch = { name: 'X-Haravan-SalesChannel-BranchId', value: SELLER };
  await rig.haravan.createOrder(auth, { name: ten, source: 'lazada', lineItems, noteAttributes: [branch] });
  expect(await rig.backfill.choose(rig.merchantId, rig.connectionId, 30)).toBe('chosen');
  await rig.runOrders();
  expect(await rig.order(ten)).toMatchObject({ decision: 'imported', createStartedAt: null });
  expect(await rig.order(twenty)).toMatchObject({ decision: 'imported', firstSeenBy: 'backfill' });
  expect(await rig.haravanOrders()).toHaveLength(4);
  expect(await rig.backfill.choose(rig.merchantId, rig.connectionId, 7)).toBe('narrower');
});

test('R10.14 stopped: what is not in Haravan yet stays out, and can be chosen again', async () => {
  const order = placedDaysAgo(2);
  await rig.backfill.choose(rig.merchantId, rig.connectionId, 3);
  await rig.backfill.stop(rig.merchantId, rig.connectionId);
  await rig.runOrders();
  expect(await rig.haravanOrders()).toEqual([]);
  expect(await rig.backfill.choose(rig.merchantId, rig.connectionId, 3)).toBe('chosen');
  await rig.runOrders();
  expect(await namesInHaravan()).toEqual([order]);
});

test('R10.14 new orders do not wait for old ones', async () => {
  const old = placedDaysAgo(2);
  await rig.backfill.choose(rig.merchantId, rig.connectionId, 3);
  const { orderId: fresh } = rig.shop.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }] });
  await rig.runOrders();
  const [first, second] = await rig.db.channelOrder.findMany({ orderBy: { createStartedAt: 'asc' } });
  expect([first?.lazadaOrderId, second?.lazadaOrderId]).toEqual([fresh, old]);
});

test('R4.7 after an outage of 30 hours everything is there, oldest first', async () => {
  const placed: string[] = [];
  for (let hour = 0; hour < 30; hour += 5) {
    rig.clock.advance(5 * HOUR);
    placed.push(placedDaysAgo(0));
  }
  await rig.runOrders();
  expect(await namesInHaravan()).toEqual(placed);
});
