import { afterEach, beforeEach, expect, it } from 'vitest';
import { PlatformError } from '@/src/clients/http/platform-error';
import { createExplanationQuery } from '@/src/queries/products/explanation';
import { createOverviewQuery } from '@/src/queries/overview';
import { createStockTurn } from '@/src/sync/stock/stock-turn';
import { type CatalogRig, startCatalogRig } from './catalog-rig';
import { MAIN, NORTH, ON_THE_ROAD, ORG, SELLER, seeds, V } from './catalog-seed';

const SELLABLE = '/product/stock/sellable/update';
const PRICES = '/product/price_quantity/update';

let rig: CatalogRig;
beforeEach(async () => {
  rig = await startCatalogRig({ seeds: seeds() });
  await rig.publishAll();
  await rig.switchOn();
});
afterEach(() => rig.close());

const setStock = (variantId: number, onHand: number, locationId = MAIN) =>
  rig.sandbox.haravan.control.setStock({ orgId: ORG, locationId, variantId, onHand });
const wish = (variantId: number, figures: ('price' | 'quantity')[] = ['quantity'], forgetBelief = false) =>
  rig.pushWishes.wish(
    rig.merchantId,
    { variantIds: [String(variantId)], figures, cause: 'test', forgetBelief },
    rig.now(),
  );
/** What Sản phẩm says of the quantity (spec R10.8). */
async function why(variantId: number) {
  const explain = createExplanationQuery(rig.database.door);
  return (await explain(rig.merchantId, rig.connectionId, String(variantId))).find((one) => one.figure === 'quantity');
}
/** The next reading of everything is due. */
async function nextReading(): Promise<void> {
  rig.clock.advance(1_800_000);
  await rig.followCatalogs();
}
const order = (lines: { sellerSku: string; quantity: number }[]) =>
  rig.sandbox.lazada.control.placeOrder({ sellerId: SELLER, lines, payment: 'COD' });

it('R3.2 R3.3 pushes the sum over all sellable warehouses, and the price', async () => {
  await rig.runStock();
  expect(rig.sku('AO-DEN')).toMatchObject({ sellable: 15, price: 150_000 });
  expect(rig.sku('AO-DO')).toMatchObject({ sellable: 5, price: 160_000 });
  expect(rig.sku('LY')).toMatchObject({ sellable: 40, price: 90_000 });
});

it('R3.4 a price that Lazada had when it was linked is not sent; a quantity is', async () => {
  await rig.runStock();
  expect(rig.sku('AO-DEN')).toMatchObject({ priceWrites: 1, quantityWrites: 1 });
  expect(rig.sku('LY')).toMatchObject({ priceWrites: 0, quantityWrites: 1 });
});

it.each([
  ['continue', 8, 8],
  ['continue', 0, 100_000],
  ['continue', -3, 100_000],
  ['deny', 8, 8],
  ['deny', 0, 0],
  ['deny', -3, 0],
] as const)('R3.2 %s with %i available becomes %i', async (policy, onHand, quantity) => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { inventory_policy: policy });
  setStock(V.cup, onHand);
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(quantity);
});

it('R3.2 a variant without inventory management gets its price but no quantity, and Lỗi says so', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { inventory_management: '', price: 95_000 });
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('LY')).toMatchObject({ sellable: 7, price: 95_000, quantityWrites: 0 });
  expect(await rig.issueCodes()).toEqual(['quantity_untracked']);
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { inventory_management: 'haravan' });
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(40);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R3.2 goods in Lazada’s own warehouse get their price but no quantity, and Lỗi says so', async () => {
  rig.sandbox.lazada.control.deleteSku({ sellerId: SELLER, skuId: 21 });
  const sku = { sellerId: SELLER, sellerSku: 'LY', price: 80_000, sellable: 7, fulfilledByLazada: true };
  rig.sandbox.lazada.control.createSku(sku);
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('LY')).toMatchObject({ sellable: 7, price: 90_000, quantityWrites: 0 });
  expect(await rig.issueCodes()).toEqual(['quantity_fulfilled_by_lazada']);
});

it('R3.4 R10.1 ten changes within a second make one call with the newest value, and how long it took is known', async () => {
  await rig.runStock();
  rig.sandbox.lazada.calls.clear();
  for (let n = 1; n <= 10; n += 1) {
    setStock(V.cup, n);
    await wish(V.cup);
    rig.clock.advance(90);
  }
  const { dueAt } = await rig.push(String(V.cup), 'quantity');
  expect(dueAt.getTime()).toBeLessThanOrEqual(rig.now().getTime() + 1_000);
  await rig.runStock();
  expect(rig.lazadaCalls(SELLABLE)).toBe(1);
  expect(rig.sku('LY')).toMatchObject({ sellable: 10, quantityWrites: 2 });
  const overview = await createOverviewQuery(rig.database.door, rig.clock.now)(rig.merchantId, rig.connectionId);
  const { lastSeconds, p95Seconds } = overview?.freshness.stock ?? {};
  expect(lastSeconds).toBeGreaterThan(3);
  expect(p95Seconds).toBe(lastSeconds);
});

it('R3.4 changes that keep coming are pushed after 3 s at the latest', async () => {
  await rig.runStock();
  const first = rig.now().getTime();
  for (let n = 0; n < 10; n += 1) {
    await wish(V.cup);
    rig.clock.advance(500);
  }
  expect((await rig.push(String(V.cup), 'quantity')).dueAt.getTime()).toBeLessThanOrEqual(first + 3_100);
});

it('R3.4 a value that Lazada already has is not sent, whatever was wished', async () => {
  await rig.runStock();
  rig.sandbox.lazada.calls.clear();
  await wish(V.cup, ['price', 'quantity']);
  await rig.runStock();
  expect([rig.lazadaCalls(SELLABLE), rig.lazadaCalls(PRICES)]).toEqual([0, 0]);
  await wish(V.cup, ['quantity'], true);
  await rig.runStock();
  expect(rig.lazadaCalls(SELLABLE)).toBe(1);
});

it('R3.1 what is switched off is never sent', async () => {
  await rig.switchOn({ pushPrice: false, pushQuantity: true });
  await rig.runStock();
  expect([rig.lazadaCalls(SELLABLE), rig.lazadaCalls(PRICES)]).toEqual([1, 0]);
  rig.sandbox.lazada.calls.clear();
  await rig.switchOn({ pushPrice: true, pushQuantity: false });
  setStock(V.cup, 1);
  await wish(V.cup, ['price', 'quantity']);
  await rig.runStock();
  expect([rig.lazadaCalls(SELLABLE), rig.lazadaCalls(PRICES)]).toEqual([0, 1]);
});

it('R3.5 R10.8 units that Lazada sold and Haravan does not count yet are taken off, until a reading shows them', async () => {
  await rig.runStock();
  order([{ sellerSku: 'LY', quantity: 3 }]);
  expect(rig.sku('LY').sellable).toBe(37);
  await wish(V.cup);
  await rig.runStock();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(37);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({
    explanation: { stockTotal: 40, available: 37, inFlight: [{}, {}, {}], result: 37 },
  });
  expect(await why(V.cup)).toMatchObject({
    lastValue: 37,
    cause: 'order_changed',
    decision: 'send',
    quantity: {
      stock: [{ name: 'Kho Hồ Chí Minh', available: 40 }, {}],
      inFlight: [{ reason: 'not_imported', units: 3 }],
      rule: 'in_stock',
      result: 37,
    },
  });

  await rig.runOrders();
  expect(rig.sandbox.haravan.control.state(ORG).orgs[0]?.orders).toHaveLength(1);
  await wish(V.cup, ['quantity'], true);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(37);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({
    explanation: { stockTotal: 37, inFlight: [], result: 37 },
  });
});

it('R3.5 what another shop of the merchant sold is taken off here too, but not for ever once it was disconnected', async () => {
  const other = seeds().lazada.sellers[1];
  if (!other) throw new Error('no other seller');
  const second = await rig.connect(other);
  rig.sandbox.lazada.control.placeOrder({
    sellerId: other.sellerId,
    lines: [{ sellerSku: 'AO-DEN', quantity: 2 }],
    payment: 'COD',
  });
  await rig.runStock();
  expect(rig.sku('AO-DEN').sellable).toBe(13);

  const disconnectedAt = new Date(rig.clock.now() - 15 * 86_400_000);
  await rig.db.connection.update({ where: { id: second }, data: { status: 'disconnected', disconnectedAt } });
  await wish(V.black);
  await rig.runStock();
  expect(rig.sku('AO-DEN').sellable).toBe(15);
});

it('R3.5 an order that slips in during the push makes its SKU a wish again', async () => {
  const { lazada } = rig;
  const handler = createStockTurn({
    ...rig.stockDeps,
    lazada: {
      ...lazada,
      async updateSellable(auth, writes) {
        order([{ sellerSku: 'LY', quantity: 1 }]);
        return lazada.updateSellable(auth, writes);
      },
    },
  });
  await rig.runStock(rig.connectionId, handler);
  expect(rig.sku('LY').sellable).toBe(40);
  const push = await rig.push(String(V.cup), 'quantity');
  expect(push.wanted).toBeGreaterThan(push.done);
  expect(push.believed).toBeNull();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(39);
});

it('R3.5 while the order feed cannot be read, quantities go down but not up', async () => {
  await rig.runStock();
  rig.sandbox.lazada.faults.add({ match: { path: '/orders/get' }, kind: 'status', status: 503, count: 'always' });
  setStock(V.cup, 60);
  setStock(V.red, 2);
  await wish(V.cup);
  await wish(V.red);
  await rig.runStock();
  expect([rig.sku('LY').sellable, rig.sku('AO-DO').sellable]).toEqual([40, 2]);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ blockedBy: 'feed_stale' });
  rig.sandbox.lazada.faults.remove();
  rig.clock.advance(10_000);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(60);
});

it('R3.5 while the order feed cannot be read, down means down from what Lazada has now: orders that nobody told of took some', async () => {
  await rig.runStock();
  rig.sandbox.lazada.faults.add({ match: { path: '/orders/get' }, kind: 'status', status: 503, count: 'always' });
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set: { sellable: 30 } });
  setStock(V.cup, 35);
  await wish(V.cup);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(30);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ blockedBy: 'feed_stale' });
  setStock(V.cup, 20);
  await wish(V.cup);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(20);
});

it('R8.2 a write whose answer was lost is read back before it is acknowledged, and once more a minute later', async () => {
  await rig.runStock();
  setStock(V.cup, 11);
  await wish(V.cup);
  rig.sandbox.lazada.calls.clear();
  rig.sandbox.lazada.faults.add({ match: { path: SELLABLE }, kind: 'lost-answer', count: 1 });
  await rig.runStock();
  expect([rig.lazadaCalls(SELLABLE), rig.lazadaCalls('/products/get')]).toEqual([1, 1]);
  const push = await rig.push(String(V.cup), 'quantity');
  expect(push).toMatchObject({ outcome: 'synced', believed: null, done: push.wanted });
  expect(push.readBackAt?.getTime()).toBeGreaterThan(rig.now().getTime() + 55_000);

  // The old write of 7 lands late.
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set: { sellable: 7 } });
  rig.clock.advance(61_000);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(11);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ readBackAt: null });
});

it('R8.2 a lost write that did not happen stays wished', async () => {
  await rig.runStock();
  setStock(V.cup, 11);
  await wish(V.cup);
  rig.sandbox.lazada.faults.add({ match: { path: SELLABLE }, kind: 'timeout', count: 1 });
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(40);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ blockedBy: 'read_back' });
  rig.clock.advance(31_000);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(11);
});

it('R3.4 a version bumped during the call is not acknowledged', async () => {
  const { lazada } = rig;
  let calls = 0;
  const handler = createStockTurn({
    ...rig.stockDeps,
    lazada: {
      ...lazada,
      async updateSellable(auth, writes) {
        const result = await lazada.updateSellable(auth, writes);
        calls += 1;
        if (calls > 1) return result;
        setStock(V.cup, 33);
        await wish(V.cup);
        return result;
      },
    },
  });
  await rig.runStock(rig.connectionId, handler);
  await rig.runStock(rig.connectionId, handler);
  expect(rig.sku('LY')).toMatchObject({ sellable: 33, quantityWrites: 2 });
  expect(calls).toBe(2);
});

it('R2.5 a refused price keeps the quantity flowing, and goes away with a price that Lazada takes', async () => {
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 11, set: { priceRange: [100_000, 140_000] } });
  await rig.runStock();
  expect(rig.sku('AO-DEN')).toMatchObject({ price: 120_000, sellable: 15 });
  expect([rig.sku('AO-DO').price, rig.sku('LY').price]).toEqual([160_000, 90_000]);
  const [issue] = await rig.openIssues();
  expect(issue).toMatchObject({ code: 'price_out_of_range', subjectId: String(V.black) });
  expect(issue?.platformMessage).toMatch(/should between/);

  setStock(V.black, 1);
  await wish(V.black);
  await rig.runStock();
  expect(rig.sku('AO-DEN').sellable).toBe(4);

  rig.sandbox.haravan.control.changeVariant(ORG, V.black, { price: 130_000 });
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('AO-DEN').price).toBe(130_000);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R2.5 Thử lại tries at once what was parked', async () => {
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 11, set: { priceRange: [100_000, 140_000] } });
  await rig.runStock();
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 11, set: { priceRange: null } });
  await rig.runStock();
  expect(rig.sku('AO-DEN').price).toBe(120_000);
  expect(await rig.retry(rig.merchantId, { connectionId: rig.connectionId })).toEqual({ retried: 1 });
  await rig.runStock();
  expect(rig.sku('AO-DEN').price).toBe(150_000);
  expect(await rig.issueCodes()).toEqual([]);
});

it.each([
  [0, 'zero'],
  [1_000.5, 'fraction'],
])('R2.5 a price of %d is an issue, not a push', async (price, why) => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { price });
  await rig.followCatalogs();
  await rig.runStock();
  expect(rig.sku('LY')).toMatchObject({ price: 90_000, sellable: 40 });
  expect(await rig.openIssues()).toMatchObject([{ code: 'price_invalid', facts: { why } }]);
});

it('R10.6 what a campaign locks is floored, the rest owed, and sent when the lock ends', async () => {
  await rig.runStock();
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set: { campaignLock: 15 } });
  setStock(V.cup, 2);
  await wish(V.cup);
  await rig.runStock();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(15);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ owed: 13 });
  expect(await why(V.cup)).toMatchObject({ lastValue: 15, campaign: { floor: 15, owed: 13 }, quantity: { result: 2 } });
  expect(await rig.openIssues()).toMatchObject([
    { code: 'campaign_locked', facts: { wanted: 2, floor: 15, owed: 13 } },
  ]);

  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set: { campaignLock: 0 } });
  rig.clock.advance(1_000_000);
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(2);
  expect(await rig.push(String(V.cup), 'quantity')).toMatchObject({ owed: null });
  expect(await rig.issueCodes()).toEqual([]);
});

it('R10.6 R3.5 what a campaign held lifts nothing once nobody knows what Lazada has, and a SKU of an unknown name is looked for', async () => {
  await rig.runStock();
  const edit = (set: object) => rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set });
  edit({ campaignLock: 15 });
  await nextReading();
  setStock(V.cup, 2);
  await wish(V.cup);
  await rig.runStock();
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(15);
  await rig.db.connection.updateMany({ data: { listingsPullAt: new Date(rig.clock.now() + 600_000) } });

  edit({ campaignLock: 0, sellable: 1, sellerSku: 'LY-MOI' });
  await wish(V.cup, ['quantity'], true);
  rig.clock.advance(1_000);
  await rig.runStock();
  expect(rig.sku('LY-MOI').sellable).toBeLessThanOrEqual(2);
  const { listingsPullAt } = await rig.db.connection.findFirstOrThrow();
  expect(listingsPullAt?.getTime()).toBeLessThanOrEqual(rig.clock.now());
});

it('R10.7 what was changed on Lazada by hand is found by the next reading and mended', async () => {
  await rig.runStock();
  rig.clock.advance(1_000);
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 21, set: { sellable: 99, price: 5_000 } });
  const compare = createOverviewQuery(rig.database.door, () => rig.clock.now());
  await nextReading();
  const found = await compare(rig.merchantId, rig.connectionId);
  expect(found?.compared).toMatchObject({ checked: 2 * (await rig.links()).length, differed: 2 });
  expect(found?.differences).toMatchObject([
    { sellerSku: 'LY', figure: 'price', believed: 90_000, found: 5_000, state: 'waiting' },
    { sellerSku: 'LY', figure: 'quantity', believed: 40, found: 99, state: 'waiting' },
  ]);
  await rig.runStock();
  expect(rig.sku('LY')).toMatchObject({ sellable: 40, price: 90_000 });
  const mended = await compare(rig.merchantId, rig.connectionId);
  expect(mended?.differences).toMatchObject([
    { state: 'resent', sent: 90_000 },
    { state: 'resent', sent: 40 },
  ]);
  await nextReading();
  expect((await compare(rig.merchantId, rig.connectionId))?.compared).toMatchObject({ differed: 0 });
});

it('R10.7 what an order took is no difference', async () => {
  await rig.runStock();
  rig.clock.advance(1_000);
  order([{ sellerSku: 'LY', quantity: 2 }]);
  await nextReading();
  await rig.runOrders();
  const overview = await createOverviewQuery(rig.database.door, rig.clock.now)(rig.merchantId, rig.connectionId);
  expect(overview).toMatchObject({ compared: { differed: 0 }, differences: [] });
});

it('R3.3 only the chosen warehouses count; one on the road never does', async () => {
  setStock(V.cup, 7, ON_THE_ROAD);
  const stockLocationIds = [String(NORTH), String(ON_THE_ROAD)];
  await rig.db.connection.update({ where: { id: rig.connectionId }, data: { stockLocationIds } });
  await rig.runStock();
  expect([rig.sku('AO-DEN').sellable, rig.sku('LY').sellable]).toEqual([3, 0]);
  expect(await rig.issueCodes()).toEqual(['stock_locations_missing']);
});

it('R8.1 while Lazada is down every wish stays, and the next turn does all of them', async () => {
  rig.sandbox.lazada.faults.add({ match: { path: SELLABLE }, kind: 'throttle', count: 'always' });
  await expect(rig.runStock()).rejects.toBeInstanceOf(PlatformError);
  rig.sandbox.lazada.faults.remove();
  rig.clock.advance(60_000);
  await rig.runStock();
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DO').sellable, rig.sku('LY').sellable]).toEqual([15, 5, 40]);
});
