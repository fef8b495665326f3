import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { BLACK, MAIN, NORTH, OTHER_SELLER, RED, SELLER } from './orders-seed';

let rig: OrdersRig;

beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

const place = (lines: Record<string, number>, more: object = {}) =>
  rig.shop.placeOrder({
    sellerId: SELLER,
    lines: Object.entries(lines).map(([sellerSku, quantity]) => ({ sellerSku, quantity })),
    ...more,
  });

describe('R4.1 an order comes in', () => {
  test('R4.1 once, with channel, lines per unit, discount, shipping and total as the buyer paid', async () => {
    const { orderId, orderItemIds } = place(
      { 'AO-DEN-M': 2, 'AO-DO-M': 1 },
      {
        payment: 'MOMO_WALLET',
        voucherSeller: 20_000,
        voucherPlatform: 7_001,
        shippingFee: 37_700,
        shippingFeePlatformDiscount: 20_000,
      },
    );
    await rig.runOrders();
    await rig.runOrders();
    const orders = await rig.haravanOrders();
    expect(orders).toHaveLength(1);
    const [order] = orders;
    expect(order).toMatchObject({
      name: orderId,
      source: 'lazada',
      sourceName: 'lazada',
      totalPrice: 470_699,
      totalDiscounts: 27_001,
    });
    expect(order).toMatchObject({ financialStatus: 'paid', isConfirmed: true, locationId: String(MAIN) });
    expect(order?.lineItems.map((line) => line.quantity)).toEqual([1, 1, 1]);
    expect(order?.lineItems.map((line) => line.variantId)).toContain(String(BLACK));
    const lineIds = order?.lineItems.map(
      (line) => line.properties.find(({ name }) => name === 'X-Haravan-SalesChannel-LineId')?.value,
    );
    expect(lineIds?.toSorted()).toEqual(orderItemIds.toSorted());
    expect(order?.noteAttributes).toEqual([
      { name: 'X-Haravan-SalesChannel-BranchName', value: 'Áo Đẹp Shop' },
      { name: 'X-Haravan-SalesChannel-BranchId', value: SELLER },
    ]);
    expect(await rig.order(orderId)).toMatchObject({
      decision: 'imported',
      createState: 'created',
      done: (await rig.order(orderId)).wanted,
    });
    expect(await rig.issueCodes()).toEqual([]);
  });

  test('R4.3 the customer is found by phone, and the ward is left out', async () => {
    place({ 'AO-DEN-M': 1 }, { buyer: { name: 'Trần Thị Bích Ngọc', phone: '84901234567' } });
    place({ 'AO-DO-M': 1 }, { buyer: { name: 'Trần Thị Bích Ngọc', phone: '0901234567' } });
    await rig.runOrders();
    const [first, second] = await rig.haravanOrders();
    expect(first?.customerId).toBeDefined();
    expect(second?.customerId).toBe(first?.customerId);
    expect(first?.shippingAddress).toMatchObject({
      firstName: 'Ngọc',
      lastName: 'Trần Thị Bích',
      phone: '0901234567',
      province: 'Hồ Chí Minh',
      district: 'Quận 7',
    });
    expect(JSON.stringify(first?.shippingAddress)).not.toContain('Tân Phú');
  });

  test('R4.3 a masked buyer is the guest, with the masked values in the address only', async () => {
    rig.sandbox.lazada.control.setModes({ masking: true });
    place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    const [order] = await rig.haravanOrders();
    expect(order?.email).toBe('guest@haravan.com');
    expect(order?.shippingAddress?.phone).toContain('*');
  });

  test('R4.4 stock is taken at the chosen warehouse, and at the default one for Kho tổng', async () => {
    await rig.settings({ orderLocationId: String(NORTH) });
    const { orderId } = place({ 'AO-DO-M': 1 });
    await rig.runOrders();
    expect((await rig.haravanOrders())[0]?.locationId).toBe(String(NORTH));
    expect((await rig.order(orderId)).haravanLocation).toBe(String(NORTH));
  });

  test('R4.1 cash on delivery waits for its money', async () => {
    place({ 'AO-DEN-M': 1 }, { payment: 'COD' });
    await rig.runOrders();
    expect((await rig.haravanOrders())[0]).toMatchObject({ financialStatus: 'pending', gatewayCode: 'COD' });
  });

  test('R4.1 a line that matches nothing comes in as a custom line and raises an issue, gone once it matches', async () => {
    const { orderId } = place({ 'KHONG-CO': 1, 'AO-DEN-M': 1 });
    await rig.runOrders();
    const [order] = await rig.haravanOrders();
    expect(order?.totalPrice).toBe(183_333);
    const custom = order?.lineItems.find((line) => line.variantId === undefined);
    expect(custom).toMatchObject({ sku: 'KHONG-CO', price: 33_333 });
    expect(await rig.issueCodes()).toEqual(['order_line_unmatched']);
    await rig.db.variant.updateMany({ where: { variantId: String(BLACK) }, data: { code: 'KHONG-CO' } });
    await rig.commands.reimportOrder(rig.merchantId, rig.connectionId, orderId);
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual(['order_line_unmatched']);
    await rig.db.variant.create({
      data: {
        ...(await rig.db.variant.findFirstOrThrow({ where: { variantId: String(BLACK) } })),
        variantId: '7',
        code: 'AO-DEN-M',
      },
    });
    await rig.commands.reimportOrder(rig.merchantId, rig.connectionId, orderId);
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual([]);
  });

  test('R2.3 a code that several variants bear counts as unmatched', async () => {
    await rig.db.variant.updateMany({ data: { code: 'AO-DEN-M' } });
    place({ 'AO-DEN-M': 1 });
    await rig.runOrders();
    expect((await rig.haravanOrders())[0]?.lineItems[0]?.variantId).toBeUndefined();
    expect(await rig.issueCodes()).toEqual(['order_line_unmatched']);
  });
});

describe('R4.1 what is not paid', () => {
  test('an unpaid order is known, so that its stock is in flight, but not imported until it is paid', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 }, { payment: 'MOMO_WALLET', paid: false });
    await rig.runOrders();
    expect(await rig.haravanOrders()).toEqual([]);
    expect(await rig.order(orderId)).toMatchObject({
      decision: 'skipped',
      decisionReason: 'unpaid',
      createState: 'none',
    });
    expect(rig.wished).toContainEqual({ variantIds: [String(BLACK)], cause: 'order_changed', forgetBelief: true });
    rig.clock.advance(60_000);
    rig.shop.payOrder({ sellerId: SELLER, orderId });
    await rig.runOrders();
    expect(await rig.haravanOrders()).toMatchObject([{ name: orderId, financialStatus: 'paid' }]);
  });

  test('one that was never paid and canceled is not imported, and Tìm đơn can say why', async () => {
    const { orderId } = place({ 'AO-DEN-M': 1 }, { payment: 'MOMO_WALLET', paid: false });
    await rig.runOrders();
    rig.clock.advance(31 * 60_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toEqual([]);
    expect(await rig.order(orderId)).toMatchObject({ decision: 'skipped', decisionReason: 'never_paid' });
  });
});

type Status = Parameters<OrdersRig['shop']['advanceOrder']>[0]['to'];
type Way = { kind: string; steps: Status[]; variantId: string | undefined; carrier: string };

describe('R4.2 goods that travel another way', () => {
  const delivered = { variantId: String(RED), carrier: 'delivered' };
  test.each<Way>([
    // What Lazada keeps is a custom line: it never touches the merchant's stock, and no quantity is wished for it.
    {
      kind: 'fulfilledByLazada',
      steps: ['packed', 'ready_to_ship', 'shipped'],
      variantId: undefined,
      carrier: 'delivering',
    },
    { kind: 'digital', steps: ['delivered'], ...delivered },
    { kind: 'ownFleet', steps: ['packed', 'ready_to_ship', 'delivered'], ...delivered },
  ])('R4.2 $kind', async ({ kind, steps, variantId, carrier }) => {
    const sku = { sellerSku: 'AO-DO-M', price: 160_000, sellable: 5, [kind]: true };
    rig.shop.createSku({ sellerId: OTHER_SELLER, itemId: 88, ...sku });
    const lines = [{ sellerSku: 'AO-DO-M', quantity: 1 }];
    const { orderId } = rig.shop.placeOrder({ sellerId: OTHER_SELLER, lines });
    await rig.runOrders(rig.otherConnectionId);
    for (const to of steps) {
      rig.clock.advance(10_000);
      rig.shop.advanceOrder({ sellerId: OTHER_SELLER, orderId, to });
    }
    await rig.runOrders(rig.otherConnectionId);
    const [order] = await rig.haravanOrders();
    expect(order?.lineItems.map((line) => line.variantId)).toEqual([variantId]);
    expect(order?.fulfillments.map((parcel) => parcel.carrierStatusCode)).toEqual([carrier]);
    expect(rig.wished.some((wish) => wish.variantIds.includes(String(RED)))).toBe(variantId !== undefined);
    expect(await rig.issueCodes()).toEqual([]);
  });
});
