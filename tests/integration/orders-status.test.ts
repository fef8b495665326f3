import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { orderLife, type Step } from './order-life';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { BLACK, MAIN, ORG, SELLER } from './orders-seed';

let rig: OrdersRig;

const { place, advance, orderOf } = orderLife(() => rig);

/** On hand and committed of one variant in Haravan. */
function stockOf(variantId: number) {
  const rows = rig.sandbox.haravan.control.state(ORG).orgs[0]?.stock ?? [];
  const row = rows.find((entry) => entry.variantId === variantId && entry.locationId === MAIN);
  return { onHand: row?.onHand, committed: row?.committed };
}

const TO_READY: Step[] = ['packed', 'ready_to_ship'];
const TO_SHIPPED: Step[] = [...TO_READY, 'shipped'];

describe('R4.2 every status ends in its Haravan state', () => {
  beforeAll(async () => {
    rig = await startOrdersRig();
    rig.shop.editSku({ sellerId: SELLER, skuId: 11, set: { sellable: 100 } });
  });
  afterAll(() => rig.close());

  const rows: [string, Step[], string | undefined][] = [
    ['pending', [], undefined],
    ['topack', ['topack'], undefined],
    ['packed', ['packed'], undefined],
    ['repacked', ['packed', 'repacked'], undefined],
    ['ready_to_ship_pending', ['packed', 'ready_to_ship_pending'], 'readytopick'],
    ['ready_to_ship', TO_READY, 'readytopick'],
    ['toship', [...TO_READY, 'toship'], 'readytopick'],
    ['transit_to_ship', [...TO_READY, 'transit_to_ship'], 'readytopick'],
    ['shipped', TO_SHIPPED, 'delivering'],
    ['delivered', [...TO_SHIPPED, 'delivered'], 'delivered'],
    ['confirmed', [...TO_SHIPPED, 'delivered', 'confirmed'], 'delivered'],
    ['failed', [...TO_SHIPPED, 'failed'], 'cancel'],
    ['failed_delivery', [...TO_SHIPPED, 'failed_delivery'], 'cancel'],
    ['lost', [...TO_SHIPPED, 'lost'], 'cancel'],
    ['lost_by_3pl', [...TO_SHIPPED, 'lost_by_3pl'], 'cancel'],
    ['damaged', [...TO_SHIPPED, 'damaged'], 'cancel'],
    ['damaged_by_3pl', [...TO_SHIPPED, 'damaged_by_3pl'], 'cancel'],
    ['shipped_back', [...TO_SHIPPED, 'failed_delivery', 'shipped_back'], 'waitingforreturn'],
    ['return_to_seller', [...TO_SHIPPED, 'failed_delivery', 'return_to_seller'], 'waitingforreturn'],
    ['shipped_back_success', [...TO_SHIPPED, 'failed_delivery', 'shipped_back', 'shipped_back_success'], 'return'],
    [
      'package_scrapped',
      [...TO_SHIPPED, 'failed_delivery', 'shipped_back', 'shipped_back_failed', 'package_scrapped'],
      'cancel',
    ],
    ['returned', [...TO_SHIPPED, 'delivered', 'returned'], 'return'],
  ];

  test.each(rows)('R4.2 %s', async (status, steps, carrier) => {
    const { orderId } = place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    await advance(orderId, steps);
    rig.clock.advance(10_000);
    await rig.runOrders();
    const stored = await rig.order(orderId);
    expect(stored).toMatchObject({ statuses: [status], done: stored.wanted });
    const order = await orderOf(orderId);
    expect(order.fulfillments.map((fulfillment) => fulfillment.carrierStatusCode)).toEqual(carrier ? [carrier] : []);
    const parcel = await rig.db.orderPackage.findFirst({ where: { lazadaOrderId: orderId } });
    expect(parcel?.haravanFulfillmentId ?? undefined).toBe(order.fulfillments[0]?.id);
  });

  test.each([
    [
      'shipped_back_failed',
      [...TO_SHIPPED, 'failed_delivery', 'shipped_back'],
      'shipped_back_failed',
      'waitingforreturn',
      'return_failed',
    ],
    ['rtm_init', [...TO_SHIPPED, 'delivered'], 'rtm_init', 'delivered', undefined],
  ] as [string, Step[], Step, string, string | undefined][])(
    'R4.2 %s keeps the state',
    async (_title, steps, last, carrier, issue) => {
      const { orderId } = place({ 'AO-DEN-M': 1 });
      await advance(orderId, steps);
      await rig.runOrders();
      await advance(orderId, [last]);
      await rig.runOrders();
      expect((await orderOf(orderId)).fulfillments[0]?.carrierStatusCode).toBe(carrier);
      const open = await rig.db.syncIssue.findMany({ where: { subjectId: orderId, closedAt: null } });
      expect(open.map(({ code }) => code)).toEqual(issue ? [issue] : []);
    },
  );
});

describe('R4.2 mixed and late news', () => {
  beforeEach(async () => {
    rig = await startOrdersRig();
  });
  afterEach(() => rig.close());

  test('R4.2 split packages become one fulfillment each, with tracking, each at its own state', async () => {
    const { orderId, orderItemIds } = place({ 'AO-DEN-M': 2 });
    await rig.runOrders();
    await advance(orderId, TO_SHIPPED, { orderItemIds: orderItemIds.slice(0, 1) });
    await advance(orderId, TO_READY, { orderItemIds: orderItemIds.slice(1) });
    await rig.runOrders();
    const { fulfillments } = await orderOf(orderId);
    expect(fulfillments.map((fulfillment) => fulfillment.carrierStatusCode)).toEqual(['delivering', 'readytopick']);
    expect(new Set(fulfillments.map((fulfillment) => fulfillment.trackingNumber)).size).toBe(2);
    expect(stockOf(BLACK)).toEqual({ onHand: 18, committed: 0 });
  });

  test('R4.2 an order first seen when delivered goes straight there; COD money is captured then', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 }, { payment: 'COD', shippingFee: 15_000 });
    await advance(orderId, [...TO_SHIPPED, 'delivered']);
    await rig.runOrders();
    const order = await orderOf(orderId);
    expect(order).toMatchObject({ totalPrice: 165_000, financialStatus: 'paid' });
    expect(order.fulfillments[0]?.carrierStatusCode).toBe('delivered');
    await rig.runOrders();
    expect((await orderOf(orderId)).transactions.filter(({ kind }) => kind === 'capture')).toMatchObject([
      { amount: 165_000 },
    ]);
  });

  test.each([
    ['shipped_back_failed', ['failed_delivery', 'shipped_back', 'shipped_back_failed'], 'waitingforreturn'],
    ['rtm_init', ['delivered', 'rtm_init'], 'delivered'],
  ] as [string, Step[], string][])(
    'R4.2 R4.7 first seen as %s: no state is there to keep, and the goods have left the shelf',
    async (_title, steps, carrier) => {
      const { orderId } = place({ 'AO-DEN-M': 1 });
      await advance(orderId, [...TO_SHIPPED, ...steps]);
      await rig.runOrders();
      const { fulfillments } = await orderOf(orderId);
      expect(fulfillments.map((fulfillment) => fulfillment.carrierStatusCode)).toEqual([carrier]);
      expect(stockOf(BLACK)).toEqual({ onHand: 19, committed: 0 });
    },
  );

  test('R4.2 an older reading that arrives late changes nothing', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    const before = await rig.order(orderId);
    const items = await rig.db.orderItem.findMany({ where: { lazadaOrderId: orderId } });
    await advance(orderId, TO_SHIPPED);
    await rig.runOrders();
    const late = {
      ...{
        lazadaOrderId: orderId,
        createdAt: before.lazadaCreatedAt,
        updatedAt: before.lazadaUpdatedAt,
        statuses: ['pending'],
      },
      ...{
        paymentMethod: 'COD',
        total: 150_000,
        isUnpaid: false,
        wasPaid: true,
        hash: 'late',
        tab: 'to_confirm' as const,
      },
      ...{ deadlineAt: null, ended: false, readAt: new Date(rig.clock.now()) },
      detail: {
        buyer: { firstName: '', lastName: '', phone: '' },
        address: { address1: '', address3: '', address4: '', address5: '', city: '' },
        voucher: 0,
        shippingFee: 0,
        note: '',
        items: {},
      },
      items: items.map((item) => ({
        ...item,
        status: 'pending',
        itemPrice: 150_000,
        paidPrice: 150_000,
        shipped: false,
      })),
    };
    const written = await rig.ordersDeps.catalog.save(
      rig.merchantId,
      rig.connectionId,
      [late],
      'push',
      new Date(rig.clock.now()),
    );
    expect(written).toEqual([]);
    expect(await rig.order(orderId)).toMatchObject({ statuses: ['shipped'], tab: 'in_transit' });
  });

  test('R4.2 repeated readings write nothing to Haravan', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 });
    await advance(orderId, TO_SHIPPED);
    await rig.runOrders();
    rig.sandbox.haravan.calls.clear();
    await rig.orderWishes.reimport(rig.merchantId, rig.connectionId, [orderId], new Date(rig.clock.now()));
    await rig.runOrders();
    expect(rig.sandbox.haravan.calls.list().filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('R4.2 canceled by the buyer after import: the Haravan order is canceled and restocked, the money given back', async () => {
    const { orderId } = place({ 'AO-DEN-M': 2 }, { payment: 'MOMO_WALLET' });
    await rig.runOrders();
    expect(stockOf(BLACK)).toEqual({ onHand: 20, committed: 2 });
    await advance(orderId, ['canceled'], { initiator: 'buyer', reason: 'Đổi ý' });
    await rig.runOrders();
    expect(await orderOf(orderId)).toMatchObject({
      isCanceled: true,
      cancelReason: 'customer',
      financialStatus: 'refunded',
    });
    expect(stockOf(BLACK)).toEqual({ onHand: 20, committed: 0 });
    const items = await rig.db.orderItem.findMany({ where: { lazadaOrderId: orderId } });
    expect(items.every((item) => item.canceledInHaravan)).toBe(true);
  });

  test('R4.2 canceled before import: it comes in and is canceled, whatever R4.5 says', async () => {
    await rig.settings({ orderProcessing: 'haravan' });
    const { orderId } = place({ 'AO-DEN-M': 1 }, { payment: 'COD' });
    await advance(orderId, ['canceled'], { initiator: 'buyer' });
    await rig.runOrders();
    expect(await orderOf(orderId)).toMatchObject({ isCanceled: true, financialStatus: 'voided' });
    expect(stockOf(BLACK)).toEqual({ onHand: 20, committed: 0 });
  });

  test('R4.2 canceled for lack of stock is not restocked', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 }, { payment: 'COD' });
    await rig.runOrders();
    await advance(orderId, ['canceled'], { initiator: 'seller', reason: 'Out of Stock' });
    await rig.runOrders();
    expect(await orderOf(orderId)).toMatchObject({ isCanceled: true, cancelReason: 'inventory' });
    expect(stockOf(BLACK)).toEqual({ onHand: 19, committed: 0 });
  });

  test('R4.2 a part canceled is a refund with its restock; the rest goes on', async () => {
    const { orderId, orderItemIds } = place(
      { 'AO-DEN-M': 1, 'AO-DO-M': 1 },
      { payment: 'MOMO_WALLET', voucherSeller: 10_000 },
    );
    await rig.runOrders();
    await advance(orderId, ['canceled'], { orderItemIds: orderItemIds.slice(0, 1), initiator: 'buyer' });
    await advance(orderId, TO_READY, { orderItemIds: orderItemIds.slice(1) });
    await rig.runOrders();
    const order = await orderOf(orderId);
    expect(order).toMatchObject({ isCanceled: false, financialStatus: 'partially_refunded' });
    expect(order.refunds).toHaveLength(1);
    expect(order.refunds[0]).toMatchObject({ restock: true });
    expect(order.fulfillments.map((fulfillment) => fulfillment.carrierStatusCode)).toEqual(['readytopick']);
    expect(stockOf(BLACK)).toEqual({ onHand: 20, committed: 0 });
  });

  test.each([true, false])(
    'R4.2 packed, ready, then canceled: restocked once (carrier cancel restocks: %s)',
    async (restockOnCarrierCancel) => {
      rig.sandbox.haravan.control.setModes({ restockOnCarrierCancel });
      const { orderId, orderItemIds } = place({ 'AO-DEN-M': 1, 'AO-DO-M': 1 });
      await advance(orderId, TO_READY, { orderItemIds: orderItemIds.slice(0, 1) });
      await rig.runOrders();
      expect(stockOf(BLACK)).toEqual({ onHand: 19, committed: 0 });
      await advance(orderId, ['canceled'], { orderItemIds: orderItemIds.slice(0, 1), initiator: 'buyer' });
      await rig.runOrders();
      expect(stockOf(BLACK)).toEqual({ onHand: 20, committed: 0 });
      expect((await rig.order(orderId)).done).toBe((await rig.order(orderId)).wanted);
    },
  );

  test('R4.2 a shop that takes no delivery states gets a tag instead, and the order is not held up', async () => {
    rig.sandbox.haravan.control.setModes({ carrierStatusOn: [] });
    const { orderId } = place({ 'AO-DEN-M': 1 });
    await advance(orderId, TO_SHIPPED);
    await rig.runOrders();
    const order = await orderOf(orderId);
    expect(order.fulfillments).toHaveLength(1);
    expect(order.tags).toContain('Lazada: Đang giao hàng');
    expect(await rig.order(orderId)).toMatchObject({ decision: 'imported' });
  });

  test('R8.4 an unknown status changes nothing and raises an issue', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 });
    rig.clock.advance(10_000);
    await rig.runOrders();
    await rig.db.orderItem.updateMany({ where: { lazadaOrderId: orderId }, data: { status: 'teleported' } });
    await rig.orderWishes.reimport(rig.merchantId, rig.connectionId, [orderId], new Date(rig.clock.now()));
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual(['order_status_unknown']);
    expect((await orderOf(orderId)).fulfillments).toEqual([]);
  });
});
