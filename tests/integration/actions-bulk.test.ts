import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOrderRunQuery } from '@/src/queries/orders/order-run';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { SELLER } from './orders-seed';

let rig: OrdersRig;
beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

const place = () => rig.shop.placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'KHONG-CO', quantity: 1 }] }).orderId;
const readyToShip = (orderIds: string[], by = 'Hoa') =>
  rig.commands.requestReadyToShip(rig.merchantId, rig.connectionId, orderIds, by);
const run = () => createOrderRunQuery(rig.database.door, () => rig.clock.now())(rig.merchantId, rig.connectionId);
const callsOf = (path: string) => rig.sandbox.lazada.calls.list().filter((call) => call.path.endsWith(path)).length;
const itemsOf = (orderId: string) =>
  rig.shop.state(SELLER).sellers[0]?.orders.find((order) => order.orderId === orderId)?.items ?? [];
const actionOf = (orderId: string) =>
  rig.db.orderAction.findFirstOrThrow({ where: { lazadaOrderId: orderId }, orderBy: { createdAt: 'desc' } });

async function known(count: number): Promise<string[]> {
  rig.shop.editSku({ sellerId: SELLER, skuId: 13, set: { sellable: 100 } });
  const orderIds = Array.from({ length: count }, place);
  await rig.feed.read(rig.merchantId, rig.connectionId);
  return orderIds;
}

describe('R4.6 many orders at once', () => {
  test('R4.6 go in batches of 20, with progress, what came of each, and one call for a batch', async () => {
    const orderIds = await known(26);
    const [canceled = ''] = orderIds;
    rig.shop.advanceOrder({ sellerId: SELLER, orderId: canceled, to: 'canceled', initiator: 'buyer' });
    await readyToShip(orderIds);
    expect(await run()).toMatchObject({ kind: 'ready_to_ship', total: 26, waiting: 26, done: 0, refusals: [] });
    await rig.runActions();
    expect(await run()).toMatchObject({ waiting: 6, done: 19, refused: 1 });
    await rig.runActions();
    expect(await run()).toMatchObject({ waiting: 0, done: 25, refused: 1, doneBefore: 0 });
    expect((await run())?.refusals).toEqual([
      { lazadaOrderId: canceled, code: 'nothing_to_ship', message: 'canceled' },
    ]);
    expect([callsOf('/order/fulfill/pack'), callsOf('/order/package/rts')]).toEqual([2, 2]);
    const left = orderIds
      .slice(1)
      .flatMap(itemsOf)
      .filter((item) => item.status !== 'ready_to_ship');
    expect(left).toEqual([]);
  });

  test('R4.6 a refusal of the whole call costs no order its turn', async () => {
    const orderIds = await known(3);
    const fault = {
      match: { path: '/order/fulfill/pack' },
      kind: 'refusal',
      code: '700004',
      message: 'PARAM_ILLEGAL',
      count: 2,
    };
    rig.sandbox.lazada.faults.add(fault as Parameters<typeof rig.sandbox.lazada.faults.add>[0]);
    await readyToShip(orderIds);
    await rig.runActions();
    expect(await run()).toMatchObject({ waiting: 0, done: 2, refused: 1 });
  });

  test('R6.2 stopped: what was not begun is taken back, what was done stays done', async () => {
    const orderIds = await known(22);
    await readyToShip(orderIds);
    await rig.runActions();
    const runId = (await run())?.runId ?? '';
    expect(await rig.commands.withdrawRun(rig.merchantId, rig.connectionId, runId)).toBe(2);
    await rig.runActions();
    expect(await run()).toMatchObject({ waiting: 0, done: 20, withdrawn: 2 });
    expect(itemsOf(orderIds[21] ?? '')[0]?.status).toBe('pending');
  });
});

describe('R4.6 two at once end in one outcome, told to both', () => {
  test('two people press: the second hears of the first, Lazada hears of it once', async () => {
    const [orderId = ''] = await known(1);
    expect(await readyToShip([orderId])).toEqual({ wished: [orderId], underWay: [] });
    expect(await readyToShip([orderId], 'Lan')).toEqual({ wished: [], underWay: [orderId] });
    await rig.runActions();
    expect(callsOf('/order/package/rts')).toBe(1);
    await readyToShip([orderId], 'Lan');
    await rig.runActions();
    expect(await actionOf(orderId)).toMatchObject({ state: 'done', nothingToDo: true });
    expect(callsOf('/order/package/rts')).toBe(1);
  });

  test('one on Seller Center, one here: nothing is done twice, and the screen says who was first', async () => {
    const [orderId = ''] = await known(1);
    rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'packed' });
    rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'ready_to_ship' });
    await readyToShip([orderId]);
    await rig.runActions();
    expect(await actionOf(orderId)).toMatchObject({ state: 'done', nothingToDo: true });
    expect(callsOf('/order/package/rts')).toBe(0);
  });

  test('ready to ship and cancel pressed at once: the order they were pressed in decides', async () => {
    const [orderId = ''] = await known(1);
    await rig.commands.requestCancel(rig.merchantId, rig.connectionId, [orderId], 'Out of Stock', 'Lan');
    rig.clock.advance(1);
    await readyToShip([orderId]);
    await rig.runActions();
    expect(itemsOf(orderId)[0]?.status).toBe('canceled');
    expect(await actionOf(orderId)).toMatchObject({ state: 'refused', code: 'nothing_to_ship', message: 'canceled' });
  });
});

describe('R4.6 a buyer asks to cancel', () => {
  async function asked(): Promise<string> {
    const [orderId = ''] = await known(1);
    await rig.runOrders();
    rig.clock.advance(60_000);
    rig.shop.requestCancel({ sellerId: SELLER, orderId });
    await rig.runOrders();
    return orderId;
  }
  const answer = (orderId: string, agree: boolean) =>
    rig.commands.answerCancelRequest(rig.merchantId, rig.connectionId, orderId, agree, 'Hoa');

  test.each(['lazada', 'haravan'])(
    'agreed to: canceled on both sides, with processing at %s',
    async (orderProcessing) => {
      await rig.settings({ orderProcessing });
      const orderId = await asked();
      expect(await rig.issueCodes()).toContain('cancel_requested');
      await answer(orderId, true);
      await rig.runActions();
      await rig.runOrders();
      expect(itemsOf(orderId)[0]?.status).toBe('canceled');
      expect(await rig.haravanOrders()).toMatchObject([{ isCanceled: true }]);
      expect(await rig.issueCodes()).not.toContain('cancel_requested');
    },
  );

  test('refused: the order goes on, and nothing is forced in Haravan', async () => {
    const orderId = await asked();
    await answer(orderId, false);
    await rig.runActions();
    await rig.runOrders();
    expect(itemsOf(orderId)[0]?.status).toBe('pending');
    expect(await rig.issueCodes()).not.toContain('cancel_requested');
    expect(await rig.order(orderId)).toMatchObject({ force: false });
  });

  test('answered already, or withdrawn by the buyer: it is said, and nothing is done', async () => {
    const [orderId = ''] = await known(1);
    await answer(orderId, true);
    await rig.runActions();
    expect(await actionOf(orderId)).toMatchObject({ state: 'refused', code: 'no_cancel_request' });
  });
});

test('R4.5 at Haravan: one click cancels there what the buyer canceled on Lazada', async () => {
  await rig.settings({ orderProcessing: 'haravan' });
  const [orderId = ''] = await known(1);
  await rig.runOrders();
  rig.clock.advance(60_000);
  rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'canceled', initiator: 'buyer' });
  await rig.runOrders();
  expect(await rig.issueCodes()).toContain('cancellation_while_processing_at_haravan');
  await rig.commands.followCancellation(rig.merchantId, rig.connectionId, orderId, 'Hoa');
  await rig.runActions();
  await rig.runOrders();
  expect(await rig.haravanOrders()).toMatchObject([{ isCanceled: true }]);
  expect(await rig.issueCodes()).not.toContain('cancellation_while_processing_at_haravan');
});
