import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOrderSearchQuery } from '@/src/queries/orders/order-search';
import { createOrderLookUp } from '@/src/sync/orders/look-up-order';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { OTHER_SELLER, SELLER } from './orders-seed';

const DAY = 24 * 3_600_000;

let rig: OrdersRig;
beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

const place = (more: object = {}, sellerId = SELLER) =>
  rig.shop.placeOrder({ sellerId, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }], ...more }).orderId;
const ask = (number: string) => {
  const { access, trail } = rig.ordersDeps;
  return createOrderLookUp({ access, trail, feed: rig.feed, turns: { request: async () => {} } })(
    rig.merchantId,
    number,
  );
};
const outcomes = async (number: string) => (await ask(number)).map(({ outcome }) => outcome);
const found = async (number: string) =>
  (await createOrderSearchQuery(rig.database.door)(rig.merchantId, number)).map(({ order }) => order);
const kinds = async (number: string) =>
  (await createOrderSearchQuery(rig.database.door)(rig.merchantId, number)).map(({ trail }) =>
    trail.map((each) => each.kind),
  );

test('R10.2 R10.12 a number that was never seen: every shop is asked now, and each says whether it is its own', async () => {
  const orderId = place({}, OTHER_SELLER);
  expect(await found(orderId)).toEqual([null, null]);
  expect(await outcomes(orderId)).toEqual(['not_of_this_shop', 'found']);
  expect(await found(orderId)).toMatchObject([null, { firstSeenBy: 'manual', decision: 'waiting', haravan: null }]);
  await rig.runOrders(rig.otherConnectionId);
  expect(await found(orderId)).toMatchObject([null, { decision: 'imported', lines: { total: 1, matched: 1 } }]);
  expect(await outcomes('999999999999999')).toEqual(['not_of_this_shop', 'not_of_this_shop']);
  expect(await kinds('999999999999999')).toEqual([['order_asked'], ['order_asked']]);
});

test('R10.2 unpaid, or older than the days chosen: it says so; asked to import, the older one comes in', async () => {
  const unpaid = place({ payment: 'MOMO_WALLET', paid: false });
  const old = place();
  rig.shop.ageOrder({ sellerId: SELLER, orderId: old, byMs: 40 * DAY });
  expect(await outcomes(old)).toEqual(['found', 'not_of_this_shop']);
  await rig.runOrders();
  expect(await found(unpaid)).toMatchObject([{ decision: 'skipped', decisionReason: 'unpaid' }, null]);
  expect(await found(old)).toMatchObject([{ decision: 'skipped', decisionReason: 'before_backfill' }, null]);
  await rig.commands.reimportOrder(rig.merchantId, rig.connectionId, old);
  await rig.runOrders();
  expect((await rig.haravanOrders()).map(({ name }) => name)).toEqual([old]);
  expect(await kinds(old)).toMatchObject([
    expect.arrayContaining(['order_skipped', 'order_linked', 'order_imported']),
    ['order_asked'],
  ]);
});

test('R10.2 Lazada down, or access lapsed: it is said, shop by shop', async () => {
  rig.sandbox.lazada.faults.add({ match: { path: '/order/get' }, kind: 'status', status: 503, count: 'always' });
  await rig.settings({ status: 'expired' }, rig.otherConnectionId);
  expect(await outcomes('525106346980318')).toEqual(['platform', 'access']);
});
