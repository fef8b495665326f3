import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OrdersRig, startOrdersRig } from './orders-rig';
import { BLACK, OTHER_SELLER, SELLER } from './orders-seed';

let rig: OrdersRig;

beforeEach(async () => {
  rig = await startOrdersRig();
});
afterEach(() => rig.close());

const place = (more: object = {}, sellerId = SELLER) =>
  rig.shop.placeOrder({ sellerId, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }], ...more });

/** An order that another Lazada channel, or we before a reinstallation, made in Haravan. */
async function foreignOrder(name: string, branchId: string, lineId?: string) {
  const property = { name: 'X-Haravan-SalesChannel-LineId', value: lineId ?? '' };
  const { accessToken, orgId, shop } = await rig.ordersDeps.access.haravan(rig.merchantId);
  return rig.haravan.createOrder(
    { accessToken, orgId, shop },
    {
      name,
      source: 'lazada',
      lineItems: [
        { variantId: String(BLACK), quantity: 1, price: 150_000, ...(lineId ? { properties: [property] } : {}) },
      ],
      noteAttributes: [{ name: 'X-Haravan-SalesChannel-BranchId', value: branchId }],
    },
  );
}

describe('R5.2 an order that is already there', () => {
  test('R5.2 of this shop: it is adopted, and the merchant is warned of the other channel', async () => {
    const { orderId, orderItemIds } = place();
    const foreign = await foreignOrder(orderId, SELLER, orderItemIds[0]);
    rig.clock.advance(3_600_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(await rig.order(orderId)).toMatchObject({
      haravanOrderId: foreign.id,
      decision: 'imported',
      createStartedAt: null,
    });
    expect(await rig.issueCodes()).toEqual(['other_channel_writes_stock']);
  });

  test('R5.2 of another shop with the same number: it is not taken for ours', async () => {
    const { orderId } = place();
    await foreignOrder(orderId, OTHER_SELLER, '999');
    rig.clock.advance(3_600_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(2);
  });

  test('R10.14 an order from before the chosen days is adopted when it is there, and never made', async () => {
    const missing = place();
    const present = place();
    await foreignOrder(present.orderId, SELLER);
    await rig.settings({ importFrom: new Date(rig.clock.now() + 3_600_000) });
    rig.clock.advance(2 * 3_600_000);
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(await rig.order(missing.orderId)).toMatchObject({ decision: 'skipped', decisionReason: 'before_backfill' });
    expect(await rig.order(present.orderId)).toMatchObject({ decision: 'imported' });
    const [item] = await rig.db.orderItem.findMany({ where: { lazadaOrderId: missing.orderId } });
    expect(item).toMatchObject({ variantId: String(BLACK), status: 'pending' });
  });

  test('R8.3 one that stands twice in Haravan is reported, and is over once one of them is canceled', async () => {
    const { orderId, orderItemIds } = place();
    await rig.runOrders();
    const foreign = await foreignOrder(orderId, SELLER, orderItemIds[0]);
    rig.clock.advance(2 * 3_600_000);
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual(['order_doubled', 'other_channel_writes_stock']);
    await rig.haravan.cancelOrder(await rig.ordersDeps.access.haravan(rig.merchantId), foreign.id, {
      reason: 'other',
      restock: true,
    });
    await rig.orderWishes.reimport(rig.merchantId, rig.connectionId, [orderId], new Date(rig.clock.now()));
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual(['other_channel_writes_stock']);
    rig.clock.advance(25 * 3_600_000);
    await rig.runOrders();
    expect(await rig.issueCodes()).toEqual([]);
  });

  test('R5.2 the same order id in two shops makes two orders', async () => {
    const { orderId } = place();
    rig.shop.placeOrder({ sellerId: OTHER_SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity: 1 }], orderId });
    await rig.runOrders(rig.connectionId);
    rig.clock.advance(3_600_000);
    await rig.runOrders(rig.otherConnectionId);
    const orders = await rig.haravanOrders();
    expect(orders.map(({ name }) => name)).toEqual([orderId, orderId]);
    expect(orders.map(({ totalPrice }) => totalPrice)).toEqual([150_000, 155_000]);
    expect(await rig.issueCodes()).toEqual([]);
  });

  test('an order deleted in Haravan is not made again; the merchant reads that Lazada still expects it', async () => {
    const { orderId } = place();
    await rig.runOrders();
    await rig.db.channelOrder.updateMany({ data: { haravanOrderId: '42' } });
    rig.shop.advanceOrder({ sellerId: SELLER, orderId, to: 'packed' });
    await rig.runOrders();
    expect(await rig.haravanOrders()).toHaveLength(1);
    expect(await rig.issueCodes()).toEqual(['order_canceled_at_haravan_only']);
  });
});
