import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { orderLife, type Step } from './order-life';
import { type OrdersRig, startOrdersRig } from './orders-rig';

let rig: OrdersRig;

const { place, advance, orderOf } = orderLife(() => rig);

const TO_SHIPPED: Step[] = ['packed', 'ready_to_ship', 'shipped'];

describe('R4.5 Xử lý đơn hàng', () => {
  beforeEach(async () => {
    rig = await startOrdersRig();
  });
  afterEach(() => rig.close());

  test('R4.5 at Haravan: delivery and payment do not flow, prepaid money is still there', async () => {
    await rig.settings({ orderProcessing: 'haravan' });
    const prepaid = place({ 'AO-DEN-M': 1 }, { payment: 'MOMO_WALLET' });
    const cod = place({ 'AO-DO-M': 1 }, { payment: 'COD' });
    await rig.runOrders();
    for (const { orderId } of [prepaid, cod]) await advance(orderId, [...TO_SHIPPED, 'delivered']);
    await rig.runOrders();
    expect(await orderOf(prepaid.orderId)).toMatchObject({ financialStatus: 'paid', fulfillments: [] });
    expect(await orderOf(cod.orderId)).toMatchObject({ financialStatus: 'pending', fulfillments: [] });
  });

  test('R4.5 at Haravan: a cancellation by the buyer is an urgent issue; switched over, what is under way follows', async () => {
    await rig.settings({ orderProcessing: 'haravan' });
    const { orderId } = place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    await advance(orderId, ['canceled'], { initiator: 'buyer' });
    await rig.runOrders();
    expect(await orderOf(orderId)).toMatchObject({ isCanceled: false });
    expect(await rig.issueCodes()).toEqual(['cancellation_while_processing_at_haravan']);
    const underWay = place({ 'AO-DEN-M': 1 });
    const ended = place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    await advance(underWay.orderId, TO_SHIPPED);
    await advance(ended.orderId, [...TO_SHIPPED, 'delivered']);
    await rig.runOrders();
    await rig.settings({ orderProcessing: 'lazada' });
    await rig.orderWishes.reimportUnderWay(rig.merchantId, rig.connectionId, new Date(rig.clock.now()));
    await rig.runOrders();
    expect(await orderOf(orderId)).toMatchObject({ isCanceled: true });
    expect(await orderOf(underWay.orderId)).toMatchObject({ fulfillments: [{ carrierStatusCode: 'delivering' }] });
    expect(await orderOf(ended.orderId)).toMatchObject({ fulfillments: [] });
    expect(await rig.issueCodes()).toEqual([]);
  });
});
