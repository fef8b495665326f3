import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { OTHER_SELLER, SELLER } from './orders-seed';

let rig: OrdersRig;

beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

/** A new order that Haravan has already. */
async function imported(more: object = {}, quantity = 1): Promise<{ orderId: string; orderItemIds: string[] }> {
  const placed = rig.shop.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }], ...more });
  await rig.runOrders();
  rig.clock.advance(10_000);
  return placed;
}

const readyToShip = (...orderIds: string[]) =>
  rig.commands.requestReadyToShip(rig.merchantId, rig.connectionId, orderIds, 'Hoa');
const cancel = (reason: string, ...orderIds: string[]) =>
  rig.commands.requestCancel(rig.merchantId, rig.connectionId, orderIds, reason, 'Hoa');

const statusesOf = (orderId: string) =>
  rig.shop
    .state(SELLER)
    .sellers[0]?.orders.find((order) => order.orderId === orderId)
    ?.items.map((item) => item.status);
const haravanOf = async (orderId: string) => (await rig.haravanOrders()).find(({ name }) => name === orderId);
const carrierOf = async (orderId: string) =>
  (await haravanOf(orderId))?.fulfillments.map((parcel) => parcel.carrierStatusCode);
const actionOf = (orderId: string) =>
  rig.db.orderAction.findFirstOrThrow({ where: { lazadaOrderId: orderId }, orderBy: { createdAt: 'desc' } });
const refuse = (path: string, code: string, message: string) =>
  rig.sandbox.lazada.faults.add({ match: { path }, kind: 'refusal', code, message, count: 1 });

describe('R4.6 Sẵn sàng giao hàng', () => {
  test.each(['lazada', 'haravan'])('R4.6 changes both sides, with processing at %s', async (orderProcessing) => {
    await rig.settings({ orderProcessing });
    const { orderId } = await imported({}, 2);
    expect(await readyToShip(orderId, '404')).toEqual({ wished: [orderId], underWay: [] });
    expect(await readyToShip(orderId)).toEqual({ wished: [], underWay: [orderId] });
    await rig.runActions();
    await rig.runOrders();
    expect(statusesOf(orderId)).toEqual(['ready_to_ship', 'ready_to_ship']);
    expect(await carrierOf(orderId)).toEqual(['readytopick']);
    expect(await rig.db.orderAction.findMany()).toMatchObject([{ state: 'done', requestedBy: 'Hoa' }]);
  });

  test('R4.6 many orders at once; one that Lazada refuses does not hold up the others', async () => {
    const canceled = await imported();
    const good = await imported();
    rig.shop.advanceOrder({ sellerId: SELLER, orderId: canceled.orderId, to: 'canceled', initiator: 'buyer' });
    await readyToShip(canceled.orderId, good.orderId);
    await rig.runActions();
    await rig.runOrders();
    expect(await actionOf(canceled.orderId)).toMatchObject({ state: 'refused', code: 'nothing_to_ship' });
    expect(await carrierOf(good.orderId)).toEqual(['readytopick']);
    expect(await haravanOf(canceled.orderId)).toMatchObject({ isCanceled: true });
  });

  test('R4.6 the second call is refused: Haravan stays, the words are kept, and a repeat goes on from there', async () => {
    const { orderId } = await imported();
    refuse('/order/package/rts', '700013', 'OP_NOT_SUPPORT: không hỗ trợ');
    await readyToShip(orderId);
    await rig.runActions();
    await rig.runOrders();
    expect(statusesOf(orderId)).toEqual(['packed']);
    expect(await carrierOf(orderId)).toEqual([]);
    expect(await actionOf(orderId)).toMatchObject({
      state: 'refused',
      code: '700013',
      message: 'OP_NOT_SUPPORT: không hỗ trợ',
    });
    expect(await rig.issueCodes()).toEqual(['action_refused']);
    rig.sandbox.lazada.calls.clear();
    await readyToShip(orderId);
    await rig.runActions();
    await rig.runOrders();
    expect(rig.sandbox.lazada.calls.list().filter(({ path }) => path.endsWith('/order/fulfill/pack'))).toEqual([]);
    expect(statusesOf(orderId)).toEqual(['ready_to_ship']);
    expect(await carrierOf(orderId)).toEqual(['readytopick']);
    expect(await rig.issueCodes()).toEqual([]);
  });

  test.each(['/order/fulfill/pack', '/order/package/rts'])(
    'R8.2 the answer of %s is lost: nothing is done twice',
    async (path) => {
      const { orderId } = await imported();
      rig.sandbox.lazada.faults.add({ match: { path }, kind: 'lost-answer', count: 1 });
      await readyToShip(orderId);
      await rig.runActions();
      expect(await actionOf(orderId)).toMatchObject({ state: 'wanted', attempts: 1 });
      rig.clock.advance(60_000);
      await rig.runActions();
      await rig.runOrders();
      expect(await actionOf(orderId)).toMatchObject({ state: 'done' });
      expect(statusesOf(orderId)).toEqual(['ready_to_ship']);
      expect(rig.sandbox.lazada.calls.list().filter((call) => call.path.endsWith(path))).toHaveLength(1);
    },
  );

  test('R8.1 Lazada is down: the action waits and is done afterwards', async () => {
    const { orderId } = await imported();
    const fault = rig.sandbox.lazada.faults.add({ match: {}, kind: 'status', status: 503, count: 'always' });
    await readyToShip(orderId);
    await expect(rig.runActions()).rejects.toMatchObject({ kind: 'unavailable' });
    rig.sandbox.lazada.faults.remove(fault);
    rig.clock.advance(60_000);
    await rig.runActions();
    expect(statusesOf(orderId)).toEqual(['ready_to_ship']);
  });

  test.each(['expired-token', 'throttle'] as const)(
    'R1.4 %s: the action keeps its place and goes on with the lane',
    async (kind) => {
      const { orderId } = await imported();
      await readyToShip(orderId);
      rig.sandbox.lazada.faults.add({ match: { path: 'items/get' }, kind, count: 1 });
      await expect(rig.runActions()).rejects.toMatchObject({
        kind: kind === 'throttle' ? 'throttled' : 'unauthorized',
      });
      expect(await actionOf(orderId)).toMatchObject({ state: 'wanted', attempts: 0 });
      await rig.runActions();
      expect(statusesOf(orderId)).toEqual(['ready_to_ship']);
    },
  );
});

describe('R4.6 Hủy đơn hàng', () => {
  test.each(['lazada', 'haravan'])(
    'R4.6 by the name of a reason, on both sides, with processing at %s',
    async (orderProcessing) => {
      await rig.settings({ orderProcessing });
      const first = await imported({ payment: 'MOMO_WALLET' });
      const second = await imported({ payment: 'COD' });
      const reasons = await rig.commands.cancelReasons(rig.merchantId, rig.connectionId, [
        first.orderId,
        second.orderId,
      ]);
      expect(reasons.names).toEqual(['Sourcing Delay', 'Out of Stock', 'Wrong Price or Pricing Error']);
      rig.wished.length = 0;
      await cancel('Sourcing Delay', first.orderId, second.orderId);
      await rig.runActions();
      await rig.runOrders();
      expect([statusesOf(first.orderId), statusesOf(second.orderId)]).toEqual([['canceled'], ['canceled']]);
      expect(await haravanOf(first.orderId)).toMatchObject({ isCanceled: true, financialStatus: 'refunded' });
      expect(await haravanOf(second.orderId)).toMatchObject({ isCanceled: true, financialStatus: 'voided' });
      expect(rig.wished).toContainEqual(expect.objectContaining({ cause: 'order_changed', forgetBelief: true }));
      expect(await rig.issueCodes()).toEqual([]);
    },
  );

  test('R4.6 what Lazada refuses is shown as it said it, and changes nothing in Haravan', async () => {
    const { orderId } = await imported();
    for (const to of ['packed', 'ready_to_ship', 'shipped'] as const)
      rig.shop.advanceOrder({ sellerId: SELLER, orderId, to });
    await rig.runOrders();
    await cancel('Sourcing Delay', orderId);
    await rig.runActions();
    await rig.runOrders();
    expect(await actionOf(orderId)).toMatchObject({ state: 'refused', code: 'nothing_to_cancel' });
    expect(await haravanOf(orderId)).toMatchObject({ isCanceled: false });

    const other = await imported();
    const words = 'E0118: seller cannot cancel';
    rig.sandbox.lazada.faults.add({
      match: { path: 'cancel/create' },
      kind: 'refusal',
      code: '118',
      message: words,
      count: 1,
    });
    await cancel('Sourcing Delay', other.orderId);
    await rig.runActions();
    await rig.runOrders();
    expect(await actionOf(other.orderId)).toMatchObject({ state: 'refused', code: '118', message: words });
    expect(await haravanOf(other.orderId)).toMatchObject({ isCanceled: false });
  });

  test('R4.6 a reason that this order does not offer is refused with those it offers', async () => {
    const { orderId } = await imported();
    await cancel('Chán rồi', orderId);
    await rig.runActions();
    expect(await actionOf(orderId)).toMatchObject({ state: 'refused', code: 'reason_not_offered' });
    expect((await actionOf(orderId)).message).toContain('Out of Stock');
    expect(statusesOf(orderId)).toEqual(['pending']);
  });

  test('R8.2 the answer of the cancellation is lost: it is seen to have happened', async () => {
    const { orderId } = await imported();
    rig.sandbox.lazada.faults.add({ match: { path: 'cancel/create' }, kind: 'lost-answer', count: 1 });
    await cancel('Out of Stock', orderId);
    await rig.runActions();
    rig.clock.advance(60_000);
    await rig.runActions();
    await rig.runOrders();
    expect(await actionOf(orderId)).toMatchObject({ state: 'done' });
    expect(await haravanOf(orderId)).toMatchObject({ isCanceled: true, cancelReason: 'inventory' });
  });
});

describe('R4.6 In đơn hàng', () => {
  test('R4.6 labels of packed orders, and which orders have none', async () => {
    const packed = await imported();
    const pending = await imported();
    await readyToShip(packed.orderId);
    await rig.runActions();
    const ids = [packed.orderId, pending.orderId];
    const { documents, withoutPackage } = await rig.commands.awbDocument(rig.merchantId, rig.connectionId, ids);
    expect(documents).toEqual([{ kind: 'pdf', url: expect.stringContaining(rig.sandbox.urls.lazada) }]);
    expect(withoutPackage).toEqual([pending.orderId]);
  });

  test('R4.6 right after packing the label is not ready', async () => {
    rig.sandbox.lazada.control.setModes({ labelDelayMs: 30_000 });
    const { orderId } = await imported();
    await readyToShip(orderId);
    await rig.runActions();
    const answer = () => rig.commands.awbDocument(rig.merchantId, rig.connectionId, [orderId]);
    expect((await answer()).documents).toEqual([{ kind: 'not_ready' }]);
    rig.clock.advance(31_000);
    expect((await answer()).documents).toMatchObject([{ kind: 'pdf' }]);
  });
});

test('R7.1 orders of another connection cannot be acted on', async () => {
  const { orderId } = rig.shop.placeOrder({ sellerId: OTHER_SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }] });
  await rig.runOrders(rig.otherConnectionId);
  expect(await readyToShip(orderId)).toEqual({ wished: [], underWay: [] });
  expect(await rig.commands.awbDocument(rig.merchantId, rig.connectionId, [orderId])).toEqual({
    documents: [],
    withoutPackage: [],
  });
  expect(await rig.db.orderAction.count()).toBe(0);
});
