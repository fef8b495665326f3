import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOrdersTurn } from '@/src/sync/orders/orders-turn';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { SELLER } from './orders-seed';

let rig: OrdersRig;

beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

const place = (more: object = {}, sellerId = SELLER) =>
  rig.shop.placeOrder({ sellerId, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }], ...more });

const createsOf = () =>
  rig.sandbox.haravan.calls.list().filter(({ method, path }) => method === 'POST' && path.endsWith('/orders.json'));

describe('R8.2 a create whose answer is not known', () => {
  test('R8.2 the answer is lost: the order is found again and not made twice', async () => {
    rig.sandbox.haravan.faults.add({ match: { path: '/com/orders', method: 'POST' }, kind: 'lost-answer', count: 1 });
    const { orderId } = place();
    await rig.runOrders();
    expect(await rig.order(orderId)).toMatchObject({
      createState: 'ambiguous',
      blockedBy: 'create_answer',
      haravanOrderId: null,
    });
    await rig.runOrders();
    expect(createsOf()).toHaveLength(1);
    rig.clock.advance(40_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(createsOf()).toHaveLength(1);
    expect(await rig.order(orderId)).toMatchObject({ createState: 'created', decision: 'imported' });
  });

  test('R8.2 it never arrived: two scans find nothing, then it is made', async () => {
    rig.sandbox.haravan.faults.add({
      match: { path: '/com/orders', method: 'POST' },
      kind: 'timeout',
      delayMs: 2_500,
      count: 1,
    });
    const { orderId } = place();
    await rig.runOrders();
    expect(await rig.order(orderId)).toMatchObject({ createState: 'ambiguous' });
    rig.clock.advance(40_000);
    await rig.runOrders();
    expect(await rig.order(orderId)).toMatchObject({ createState: 'ambiguous', createScans: 1 });
    rig.clock.advance(40_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(await rig.order(orderId)).toMatchObject({ createState: 'created', decision: 'imported' });
  });

  test.each(['after', 'before'])('R8.1 the process dies %s the call: afterwards there is one order', async (when) => {
    const dying = {
      ...rig.haravan,
      createOrder: async (...args: Parameters<typeof rig.haravan.createOrder>) => {
        if (when === 'after') await rig.haravan.createOrder(...args);
        await rig.db.$executeRaw`DELETE FROM "TurnLease"`;
        throw new Error('killed');
      },
    };
    const { orderId } = place();
    const dead = rig.runOrders(rig.connectionId, createOrdersTurn({ ...rig.ordersDeps, haravan: dying }));
    await expect(dead).rejects.toThrow(/lease/);
    expect(await rig.order(orderId)).toMatchObject({ createState: 'trying', haravanOrderId: null });
    for (let turn = 0; turn < 3; turn += 1) {
      rig.clock.advance(40_000);
      await rig.runOrders();
    }
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(await rig.order(orderId)).toMatchObject({ createState: 'created', decision: 'imported' });
  });

  test('R8.1 killed between any two platform calls, a repeat ends in the same state', async () => {
    const { orderId } = place({ payment: 'MOMO_WALLET' });
    for (const to of ['packed', 'ready_to_ship', 'shipped'] as const)
      rig.shop.advanceOrder({ sellerId: SELLER, orderId, to });
    for (let allowed = 0; allowed < 14; allowed += 1) {
      let calls = 0;
      const limit =
        <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
        async (...args: Args) => {
          calls += 1;
          if (calls > allowed) throw new Error('killed');
          return call(...args);
        };
      const { haravan } = rig;
      const mortal = {
        ...haravan,
        ...{
          createOrder: limit(haravan.createOrder),
          getOrder: limit(haravan.getOrder),
          listOrders: limit(haravan.listOrders),
        },
        ...{ createFulfillment: limit(haravan.createFulfillment), setCarrierStatus: limit(haravan.setCarrierStatus) },
        ...{ createTransaction: limit(haravan.createTransaction), searchCustomers: limit(haravan.searchCustomers) },
        ...{ createCustomer: limit(haravan.createCustomer) },
      };
      rig.clock.advance(2 * 3_600_000);
      await rig.runOrders(rig.connectionId, createOrdersTurn({ ...rig.ordersDeps, haravan: mortal }));
    }
    const orders = await rig.haravanOrders();
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ financialStatus: 'paid', totalPrice: 150_000 });
    expect(orders[0]?.transactions.filter(({ kind }) => kind === 'capture')).toHaveLength(1);
    expect(orders[0]?.fulfillments.map((fulfillment) => fulfillment.carrierStatusCode)).toEqual(['delivering']);
    expect(await rig.order(orderId)).toMatchObject({ decision: 'imported' });
  });
});

describe('R8.2 the lost answer of any later write is not repeated blindly', () => {
  test.each(['/customers.json', '/transactions.json', '/fulfillments.json', '/carrier_status/'])(
    'R8.2 %s',
    async (path) => {
      const { orderId } = place({ payment: 'MOMO_WALLET', buyer: { phone: '0905123456' } });
      for (const to of ['packed', 'ready_to_ship', 'shipped'] as const)
        rig.shop.advanceOrder({ sellerId: SELLER, orderId, to });
      const match = { path: path.replace('.json', ''), method: path.startsWith('/carrier') ? 'PUT' : 'POST' };
      rig.sandbox.haravan.faults.add({ match, kind: 'lost-answer', count: 1 });
      for (let turn = 0; turn < 3; turn += 1) {
        await rig.runOrders();
        rig.clock.advance(60_000);
      }
      expect(rig.sandbox.haravan.faults.list()[0]?.hits).toBe(1);
      const [order, ...others] = await rig.haravanOrders();
      expect(others).toEqual([]);
      expect(order?.transactions.filter(({ kind }) => kind === 'capture')).toHaveLength(1);
      expect(order?.fulfillments.map((parcel) => parcel.carrierStatusCode)).toEqual(['delivering']);
      expect(order?.customerId).toBeDefined();
      expect(await rig.order(orderId)).toMatchObject({ decision: 'imported', blockedBy: null });
    },
  );

  test.each([1, 2])('R8.2 canceling %i of 2 items', async (count) => {
    const { orderId, orderItemIds } = rig.shop.placeOrder({
      sellerId: SELLER,
      lines: [{ sellerSku: 'AO-DEN-M', quantity: 2 }],
      payment: 'MOMO_WALLET',
    });
    await rig.runOrders();
    rig.clock.advance(10_000);
    const canceled = orderItemIds.slice(0, count);
    rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'canceled', orderItemIds: canceled, initiator: 'buyer' });
    rig.sandbox.haravan.faults.add({
      match: { path: '(refunds|cancel)', method: 'POST' },
      kind: 'lost-answer',
      count: 1,
    });
    for (let turn = 0; turn < 3; turn += 1) {
      await rig.runOrders();
      rig.clock.advance(60_000);
    }
    const [order] = await rig.haravanOrders();
    expect(order?.isCanceled).toBe(count === 2);
    expect(order?.refunds).toHaveLength(1);
    expect(await rig.order(orderId)).toMatchObject({ decision: 'imported', blockedBy: null });
  });
});

describe('R8 trouble on the way', () => {
  test('R8.4 an order that Haravan refuses says so and does not hold up the others', async () => {
    const refused = place();
    rig.sandbox.haravan.faults.add({
      match: { path: '/com/orders', method: 'POST' },
      kind: 'status',
      status: 422,
      count: 1,
    });
    rig.clock.advance(1_000);
    const other = place();
    await rig.runOrders();
    expect(await rig.order(refused.orderId)).toMatchObject({ decision: 'failing', createState: 'none', attempts: 1 });
    expect(await rig.order(other.orderId)).toMatchObject({ decision: 'imported' });
    expect(await rig.issueCodes()).toEqual(['order_create_failed']);
    await rig.orderWishes.reimport(rig.merchantId, rig.connectionId, [refused.orderId], new Date(rig.clock.now()));
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(2);
    expect(await rig.issueCodes()).toEqual([]);
  });

  test('R8.1 Haravan is down: the turn ends with the trouble, and the orders come in afterwards', async () => {
    const { orderId } = place();
    const fault = rig.sandbox.haravan.faults.add({
      match: { path: '/com/' },
      kind: 'status',
      status: 503,
      count: 'always',
    });
    await expect(rig.runOrders()).rejects.toMatchObject({ kind: 'unavailable' });
    rig.sandbox.haravan.faults.remove(fault);
    rig.clock.advance(700_000);
    await rig.runOrders();
    expect((await rig.haravanOrders()).map(({ name }) => name)).toEqual([orderId]);
  });

  test('R8.1 Lazada is down: what is known already still comes in, and a stopped feed becomes an issue', async () => {
    const { orderId } = place();
    await rig.feed.read(rig.merchantId, rig.connectionId);
    const fault = rig.sandbox.lazada.faults.add({
      match: { path: '/orders/get' },
      kind: 'status',
      status: 503,
      count: 'always',
    });
    for (let turn = 0; turn < 5; turn += 1)
      await expect(rig.runOrders()).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await rig.haravanOrders()).map(({ name }) => name)).toEqual([orderId]);
    expect(await rig.feed.read(rig.merchantId, rig.connectionId)).toEqual({ feedAt: null, changedVariantIds: [] });
    expect(await rig.issueCodes()).toEqual(['feed_stopped']);
    rig.sandbox.lazada.faults.remove(fault);
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual([]);
  });

  test.each(['grants no access any more', 'is down'] as const)(
    "R1.4 R8.1 Lazada refuses our access while Haravan %s: the turn asks for Lazada's",
    async (haravan) => {
      place();
      await rig.feed.read(rig.merchantId, rig.connectionId);
      const refusal = { kind: 'refusal', code: 'IllegalAccessToken', message: 'expired', count: 'always' } as const;
      rig.sandbox.lazada.faults.add({ match: { path: '/orders/get' }, ...refusal });
      const down = { kind: 'status', status: 503, count: 'always' } as const;
      if (haravan === 'is down') rig.sandbox.haravan.faults.add({ match: { path: '/com/' }, ...down });
      else await rig.db.merchant.updateMany({ data: { tokenState: 'expired' } });
      await expect(rig.runOrders()).rejects.toMatchObject({ platform: 'lazada', kind: 'unauthorized' });
    },
  );

  test('R8.4 items of one order cannot be read: the others come in, the stock waits, and it comes in later', async () => {
    const first = place();
    rig.clock.advance(1_000);
    const second = place();
    const { faults } = rig.sandbox.lazada;
    faults.add({ match: { path: '/orders/items/get' }, kind: 'refusal', code: '37', message: 'E037', count: 1 });
    faults.add({ match: { path: '/order/items/get' }, kind: 'refusal', code: '16', message: 'E016', count: 1 });
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    const { ordersFeedAt } = await rig.db.connection.findUniqueOrThrow({ where: { id: rig.connectionId } });
    expect(ordersFeedAt).toBeNull();
    rig.clock.advance(60_000);
    await rig.runOrders();
    const names = (await rig.haravanOrders()).map(({ name }) => name).toSorted();
    expect(names).toEqual([first.orderId, second.orderId].toSorted());
  });
});
