import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Settings } from '@/src/sync/ports/settings';
import { type CatalogRig, startCatalogRig } from './catalog-rig';
import { MAIN, NORTH, ON_THE_ROAD, ORG, seeds, V } from './catalog-seed';

let rig: CatalogRig;
beforeEach(async () => {
  rig = await startCatalogRig({ seeds: seeds() });
  await rig.publishAll();
});
afterEach(() => rig.close());

async function save(change: Partial<Settings>, confirmed = true) {
  const view = await rig.settings.load(rig.merchantId, rig.connectionId);
  if (!view) throw new Error('no settings');
  const settings = { ...view.settings, ...change };
  return rig.settings.save(rig.merchantId, rig.connectionId, {
    version: view.version,
    settings,
    confirmed,
    by: 'test',
  });
}

it('R3.1 a new connection has both switches off', async () => {
  const view = await rig.settings.load(rig.merchantId, rig.connectionId);
  expect(view?.settings).toMatchObject({
    pushPrice: false,
    pushQuantity: false,
    stockLocationIds: [],
    orderLocationId: null,
  });
  expect(view?.locations.map(({ sellable }) => sellable)).toEqual([true, true, false]);
});

it('R3.1 switching on is refused with what would change, until the merchant says yes', async () => {
  rig.sandbox.haravan.control.setStock({ orgId: ORG, locationId: MAIN, variantId: V.cup, onHand: 0 });
  rig.sandbox.haravan.control.changeVariant(ORG, V.red, { price: 300_000 });
  await rig.followCatalogs();
  const refused = await save({ pushPrice: true, pushQuantity: true }, false);
  expect(refused).toMatchObject({
    outcome: 'needs_confirmation',
    warnings: [],
    preview: { total: 3, changed: 3, fallsToZero: 1, largePriceChanges: 1, exact: true },
  });
  const examples = refused.outcome === 'needs_confirmation' ? refused.preview?.examples : [];
  expect(examples?.map(({ variant, risks }) => [variant.variantId, risks])).toEqual([
    [String(V.cup), ['falls_to_zero']],
    [String(V.red), ['large_price_change']],
  ]);
  expect((await rig.settings.load(rig.merchantId, rig.connectionId))?.settings.pushPrice).toBe(false);

  expect(await save({ pushPrice: true, pushQuantity: true })).toEqual({ outcome: 'saved', warnings: [] });
  await rig.runStock();
  expect(rig.sku('LY').sellable).toBe(0);
  expect(rig.sku('AO-DO').price).toBe(300_000);
});

it('R3.1 only the figure that is switched on is previewed', async () => {
  const refused = await save({ pushPrice: true }, false);
  expect(refused).toMatchObject({ preview: { changed: 1, fallsToZero: 0, largePriceChanges: 0 } });
});

it('R3.6 another warehouse, share or bound re-evaluates every published variant', async () => {
  await save({ pushQuantity: true });
  await rig.runStock();
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DO').sellable, rig.sku('LY').sellable]).toEqual([15, 5, 40]);
  await save({ stockLocationIds: [String(NORTH)] });
  await rig.runStock();
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DO').sellable, rig.sku('LY').sellable]).toEqual([3, 0, 0]);
  await save({ stockLocationIds: [], stockPercent: 50, safetyStock: 1, maxQuantity: 10 });
  await rig.runStock();
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DO').sellable, rig.sku('LY').sellable]).toEqual([6, 1, 10]);
});

it('R3.1 switched off and on again, nothing that Lazada has already is sent', async () => {
  await save({ pushPrice: true, pushQuantity: true });
  await rig.runStock();
  await save({ pushPrice: false, pushQuantity: false });
  rig.sandbox.lazada.calls.clear();
  await save({ pushPrice: true, pushQuantity: true });
  await rig.runStock();
  expect(rig.lazadaCalls('/update')).toBe(0);
});

it('R2.5 trouble of a figure that is switched off is closed', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { price: 0 });
  await rig.followCatalogs();
  await save({ pushPrice: true });
  await rig.runStock();
  expect(await rig.issueCodes()).toEqual(['price_invalid']);
  await save({ pushPrice: false });
  expect(await rig.issueCodes()).toEqual([]);
});

it('R4.4 an order warehouse outside the stock warehouses is warned of before it is saved, and while it is so', async () => {
  const change = { stockLocationIds: [String(NORTH)], orderLocationId: String(MAIN) };
  const warnings = [{ code: 'order_location_outside_stock', locationId: String(MAIN) }];
  expect(await save(change, false)).toEqual({ outcome: 'needs_confirmation', preview: null, warnings });
  expect(await save(change)).toEqual({ outcome: 'saved', warnings });
  expect(await rig.issueCodes()).toEqual(['order_location_outside_stock']);
  expect(await save({ orderLocationId: String(NORTH) }, false)).toEqual({ outcome: 'saved', warnings: [] });
  expect(await rig.issueCodes()).toEqual([]);
});

it.each([
  [{ stockLocationIds: ['1'] }, 'stock_location_unknown'],
  [{ stockLocationIds: [String(ON_THE_ROAD)] }, 'stock_location_unknown'],
  [{ orderLocationId: '1' }, 'order_location_unknown'],
  [{ stockPercent: 101 }, 'percent_out_of_range'],
  [{ safetyStock: -1 }, 'safety_stock_negative'],
  [{ maxQuantity: 1.5 }, 'max_quantity_negative'],
])('R3.3 refuses %j', async (change, fault) => {
  expect(await save(change)).toEqual({ outcome: 'invalid', faults: [fault] });
});

it('R7.1 another merchant cannot load or save the settings', async () => {
  const stranger = '00000000-0000-4000-8000-000000000001';
  expect(await rig.settings.load(stranger, rig.connectionId)).toBeNull();
  const view = await rig.settings.load(rig.merchantId, rig.connectionId);
  if (!view) throw new Error('no settings');
  const request = { version: 0, settings: view.settings, confirmed: true, by: 'test' };
  expect(await rig.settings.save(stranger, rig.connectionId, request)).toEqual({ outcome: 'unknown_connection' });
});

it('of two saves made from the same version the second is refused', async () => {
  const view = await rig.settings.load(rig.merchantId, rig.connectionId);
  if (!view) throw new Error('no settings');
  const request = { version: view.version, settings: view.settings, confirmed: true, by: 'test' };
  expect(await rig.settings.save(rig.merchantId, rig.connectionId, request)).toMatchObject({ outcome: 'saved' });
  expect(await rig.settings.save(rig.merchantId, rig.connectionId, request)).toEqual({ outcome: 'stale' });
});

it('R10.12 each shop has its own settings and budget of one stock; disconnecting one leaves the other alone', async () => {
  const other = seeds().lazada.sellers[1];
  if (!other) throw new Error('no other seller');
  const second = await rig.connect(other);
  await rig.runCatalog(second);
  await rig.publishing.publish(rig.merchantId, second, { filter: {} }, 'test');
  await rig.runCatalog(second);
  await save({ pushQuantity: true });
  const view = await rig.settings.load(rig.merchantId, second);
  if (!view) throw new Error('no settings');
  expect(view.settings.pushQuantity).toBe(false);
  const settings = { ...view.settings, pushQuantity: true, stockPercent: 50 };
  await rig.settings.save(rig.merchantId, second, { version: view.version, settings, confirmed: true, by: 'test' });
  await rig.runStock();
  await rig.runStock(second);
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DEN', other.sellerId).sellable]).toEqual([15, 7]);

  await rig.db.connection.update({ where: { id: second }, data: { status: 'disconnected', accessToken: null } });
  rig.sandbox.haravan.control.setStock({ orgId: ORG, locationId: NORTH, variantId: V.black, onHand: 0 });
  const variantIds = [String(V.black)];
  await rig.pushWishes.wish(rig.merchantId, { variantIds, figures: ['quantity'], cause: 'test' }, rig.now());
  await rig.runStock();
  await rig.runStock(second);
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DEN', other.sellerId).sellable]).toEqual([12, 7]);
});
