import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemStatus } from '../item-states';
import { type Rig, startRig } from '../testing/rig';
import { SELLER } from '../testing/seed';

const MINUTE_MS = 60_000;
let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const control = () => rig.sandbox.control;
const place = (request: object = {}, quantity = 1) =>
  control().placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }], ...request }).orderId;
const unpaid = { payment: 'MOMO_WALLET', paid: false } as const;
const step = (orderId: string, to: ItemStatus, more: object = {}) =>
  control().advanceOrder({ sellerId: SELLER, orderId, to, ...more });
/** sellable / real / withhold / occupy, the columns of push doc 120206. */
const buckets = () => {
  const sku = control().state(SELLER).sellers[0]?.items[0]?.skus[0];
  if (!sku) throw new Error('no SKU');
  const { sellable, withheld, occupied } = sku;
  return [sellable, sellable + withheld + occupied, withheld, occupied].join('/');
};
const statuses = (orderId: string) =>
  control()
    .state(SELLER)
    .sellers[0]?.orders.find((order) => order.orderId === orderId)
    ?.items.map((item) => item.status);

describe('buckets of push doc 120206 (lazada.md §8)', () => {
  test('unpaid, paid, ready to ship', () => {
    expect(buckets()).toBe('10/10/0/0');
    const orderId = place(unpaid);
    expect(buckets()).toBe('9/10/1/0');
    control().payOrder({ sellerId: SELLER, orderId });
    expect(buckets()).toBe('9/10/0/1');
    step(orderId, 'packed');
    expect(buckets()).toBe('9/10/0/1');
    step(orderId, 'ready_to_ship');
    expect(buckets()).toBe('9/9/0/0');
    step(orderId, 'shipped');
    step(orderId, 'delivered');
    expect(buckets()).toBe('9/9/0/0');
  });

  test('cancelled after payment', () => {
    step(place(), 'canceled');
    expect(buckets()).toBe('10/10/0/0');
  });

  test('unpaid for thirty minutes', () => {
    const orderId = place(unpaid);
    rig.clock.advance(30 * MINUTE_MS - 5_000);
    expect(buckets()).toBe('9/10/1/0');
    rig.clock.advance(5_000);
    expect(buckets()).toBe('10/10/0/0');
    expect(statuses(orderId)).toEqual(['canceled']);
    expect(() => control().payOrder({ sellerId: SELLER, orderId })).toThrow('does not wait for payment');
  });

  test('the lapse comes by itself, with a push, when nobody asks', async () => {
    await rig.token();
    place(unpaid);
    await rig.sandbox.deliveries.flush();
    rig.clock.advance(31 * MINUTE_MS);
    await expect
      .poll(() => rig.pushes.received.map((push) => push.rawBody).join())
      .toContain('"order_status":"canceled"');
  });

  test('COD and paid orders occupy at once', () => {
    place({ payment: 'MOMO_WALLET' });
    place();
    expect(buckets()).toBe('8/10/0/2');
  });

  test('cancelled after ready to ship, returned, or shipped back: nothing goes back on sale by itself', () => {
    const [late, returned] = [place(), place()];
    for (const orderId of [late, returned]) {
      step(orderId, 'packed');
      step(orderId, 'ready_to_ship');
    }
    step(late, 'canceled');
    for (const to of ['shipped', 'delivered', 'returned'] as const) step(returned, to);
    expect(buckets()).toBe('8/8/0/0');
  });

  test('the seller cancels as out of stock: the SKU goes to zero, other orders keep their units', () => {
    const orderId = place();
    place();
    step(orderId, 'canceled', { initiator: 'seller', reason: 'Out of Stock' });
    expect(buckets()).toBe('0/1/0/1');
  });
});

describe('what buyers cannot do', () => {
  test('buying above sellable is refused and leaves nothing behind', () => {
    expect(() => place({}, 11)).toThrow('10 sellable, 11 asked');
    const twice = [
      { sellerSku: 'AO-DEN-M', quantity: 6 },
      { sellerSku: 'AO-DEN-M', quantity: 5 },
    ];
    expect(() => place({ lines: twice })).toThrow('10 sellable, 11 asked');
    expect(buckets()).toBe('10/10/0/0');
    expect(control().state(SELLER).sellers[0]?.orders).toEqual([]);
    place({}, 10);
    expect(buckets()).toBe('0/10/0/10');
    expect(() => place()).toThrow('0 sellable');
  });

  test('buying what is not on sale or does not exist is refused', () => {
    control().editSku({ sellerId: SELLER, skuId: 770, set: { status: 'inactive', sellable: 5 } });
    expect(() => place({ lines: [{ sellerSku: 'MU', quantity: 1 }] })).toThrow('not on sale');
    expect(() => place({ lines: [{ sellerSku: 'NONE', quantity: 1 }] })).toThrow('no SKU NONE');
  });
});

describe('steps', () => {
  test('an impossible one is refused and changes nothing', () => {
    const orderId = place();
    expect(() => step(orderId, 'shipped')).toThrow('pending cannot become shipped');
    expect(() => step(orderId, 'delivered')).toThrow('pending cannot become delivered');
    expect(statuses(orderId)).toEqual(['pending']);
  });

  test('a failed delivery on its way back to the seller', () => {
    const orderId = place();
    const way = [
      'packed',
      'ready_to_ship',
      'shipped',
      'failed_delivery',
      'shipped_back',
      'shipped_back_success',
    ] as const;
    for (const to of way) step(orderId, to);
    expect(statuses(orderId)).toEqual(['shipped_back_success']);
  });

  test('items of one order go their own ways', () => {
    const { orderId, orderItemIds } = control().placeOrder({
      sellerId: SELLER,
      lines: [{ sellerSku: 'AO-DEN-M', quantity: 3 }],
    });
    step(orderId, 'packed', { orderItemIds: orderItemIds.slice(0, 1) });
    step(orderId, 'canceled', { orderItemIds: orderItemIds.slice(1, 2) });
    expect(statuses(orderId)).toEqual(['packed', 'canceled', 'pending']);
    expect(buckets()).toBe('8/10/0/2');
  });

  test('cancelling a packed item cancels its package, other packages stay', () => {
    const { orderId, orderItemIds } = control().placeOrder({
      sellerId: SELLER,
      lines: [{ sellerSku: 'AO-DEN-M', quantity: 3 }],
    });
    step(orderId, 'packed', { orderItemIds: orderItemIds.slice(0, 2) });
    step(orderId, 'packed', { orderItemIds: orderItemIds.slice(2) });
    step(orderId, 'canceled', { orderItemIds: orderItemIds.slice(0, 1), initiator: 'buyer' });
    expect(statuses(orderId)).toEqual(['canceled', 'canceled', 'packed']);
    expect(
      control()
        .state(SELLER)
        .sellers[0]?.packages.map((parcel) => parcel.state),
    ).toEqual(['canceled', 'packed']);
  });

  test('an order can be aged instead of the clock', () => {
    const orderId = place(unpaid);
    control().ageOrder({ sellerId: SELLER, orderId, byMs: 31 * MINUTE_MS });
    expect(statuses(orderId)).toEqual(['canceled']);
  });
});
