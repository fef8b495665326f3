import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, grantUntil, openDesk } from '../testing/desk';
import { BLACK, ITEM, SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const HOUR_MS = 3_600_000;
const ofType = (type: number) => desk.told.filter((push) => push.type === type);
const steps = (orderId: string, ...to: ('packed' | 'ready_to_ship' | 'shipped' | 'failed_delivery')[]) => {
  for (const step of to) desk.control.advanceOrder({ sellerId: SELLER, orderId, to: step });
};

test('type 6 when the sellable figure falls below five, once', () => {
  desk.place(5);
  expect(ofType(6)).toEqual([]);
  desk.place(2);
  desk.place(1);
  expect(ofType(6)).toMatchObject([
    { data: { seller_sku: 'AO-DEN-M', sku_id: BLACK, real_quantity: 10, withhold_quantity: 0, occupy_quantity: 7 } },
  ]);
  const write = (SellableQuantity: number) =>
    desk.call('/product/stock/sellable/update', {
      payload: { Request: { Product: { Skus: { Sku: { SkuId: BLACK, SellableQuantity } } } } },
    });
  write(20);
  write(4);
  expect(ofType(6)).toHaveLength(2);
});

test('type 8 once a day while the newest token lapses within 48 hours; the outer seller is "null"', () => {
  const { store, control } = desk.sandbox;
  const expiresAt = desk.clock.now() + 72 * HOUR_MS;
  store().grants.push(grantUntil(expiresAt));
  control.ageTokens({ sellerId: SELLER, accessExpiresInMs: 72 * HOUR_MS });
  for (let hour = 0; hour < 72; hour += 6) {
    desk.clock.advance(6 * HOUR_MS);
    control.state(SELLER);
  }
  expect(desk.told).toEqual([
    {
      type: 8,
      sellerId: 'null',
      data: { app_key: '123456', auth_expiry_time: expiresAt / 1000, seller_id: SELLER },
    },
    expect.objectContaining({ type: 8 }),
  ]);
});

test('type 13 when the shop is closed or opened', () => {
  desk.control.setSellerStatus({ sellerId: SELLER, status: 'INACTIVE' });
  desk.control.setSellerStatus({ sellerId: SELLER, status: 'INACTIVE', verified: true });
  desk.control.setSellerStatus({ sellerId: SELLER, status: 'ACTIVE' });
  expect(ofType(13).map(({ data }) => data)).toEqual([{ status: 'close' }, { status: 'normal' }]);
});

test('type 14 follows the package, in words of its own', () => {
  const { orderId } = desk.place(2);
  steps(orderId, 'packed', 'ready_to_ship', 'shipped', 'failed_delivery');
  const packageId = desk.items(orderId)[0]?.packageId ?? '';
  expect(ofType(14).map(({ data }) => data.status)).toEqual([
    'READY_TO_SHIP',
    'INFO_ST_DOMESTIC_PICKUP_SIGN_IN_SUCCESS',
    'INFO_ST_DOMESTIC_DELIVERY_FAILED',
  ]);
  expect(ofType(14)[0]?.data).toMatchObject({ trade_order_id: orderId, fulfillment_package_id: packageId });
  desk.control.sendPackageEvent({ sellerId: SELLER, packageId, status: 'INFO_ST_DOMESTIC_ON_HOLD' });
  expect(ofType(14).at(-1)?.data).toMatchObject({ status: 'INFO_ST_DOMESTIC_ON_HOLD' });
});

test('type 1 for quality control, and any other type by hand', () => {
  desk.control.reviewItem({ sellerId: SELLER, itemId: ITEM, state: 'locked', reason: 'Hàng cấm' });
  desk.control.sendPush({ sellerId: SELLER, type: 21, data: { item_id: ITEM, id: 5, order_id: 7 } });
  expect(desk.told).toMatchObject([
    { type: 1, data: { itemId: ITEM, status: 'Lock', reason: 'Hàng cấm', seller_id: Number(SELLER) } },
    { type: 21, data: { item_id: ITEM } },
  ]);
});

describe('steps that the platform takes by itself (lazada.md §10.2)', () => {
  const statuses = (orderId: string) => desk.items(orderId).map((item) => item.status);

  test('packing makes ready to ship at once', () => {
    desk.control.setModes({ autoRtsOnPack: true });
    const { orderId } = desk.place();
    steps(orderId, 'packed');
    expect(statuses(orderId)).toEqual(['ready_to_ship']);
  });

  test('ready to ship is pending for a while', () => {
    desk.control.setModes({ rtsPendingMs: 60_000 });
    const { orderId } = desk.place();
    steps(orderId, 'packed', 'ready_to_ship');
    expect(statuses(orderId)).toEqual(['ready_to_ship_pending']);
    desk.clock.advance(60_000);
    expect(statuses(orderId)).toEqual(['ready_to_ship']);
    expect(ofType(14).map(({ data }) => data.status)).toEqual(['READY_TO_SHIP_PENDING', 'READY_TO_SHIP']);
  });

  test('delivered becomes confirmed after its time, unless it goes back before', () => {
    desk.control.setModes({ autoConfirmMs: 60_000 });
    const [kept, returned] = [desk.place(), desk.place()];
    for (const { orderId } of [kept, returned]) {
      steps(orderId, 'packed', 'ready_to_ship', 'shipped');
      desk.control.advanceOrder({ sellerId: SELLER, orderId, to: 'delivered' });
    }
    desk.control.requestReturn({ sellerId: SELLER, orderId: returned.orderId });
    desk.clock.advance(60_000);
    expect([statuses(kept.orderId), statuses(returned.orderId)]).toEqual([['confirmed'], ['rtm_init']]);
  });
});
