import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CatalogRig, startCatalogRig } from './catalog-rig';
import { CUP, ITEM, MAIN, ORG, SELLER, SHIRT, seeds, V } from './catalog-seed';

let rig: CatalogRig;
beforeEach(async () => {
  rig = await startCatalogRig({ seeds: seeds() });
  await rig.publishAll();
});
afterEach(() => rig.close());

const linked = async () => (await rig.links()).map(({ variantId, sellerSku }) => `${variantId} ${sellerSku}`);
const all = [`${V.black} AO-DEN`, `${V.red} AO-DO`, `${V.cup} LY`];

it('R2.1 links what bears the same code', async () => {
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R2.6 a barcode edited in Haravan is followed by a webhook alone, and back', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.red, { barcode: 'KHAC' });
  await rig.catalogWishes.refreshProducts(rig.merchantId, [String(SHIRT)], rig.now());
  await rig.runCatalog(null);
  await rig.runCatalog();
  expect(await linked()).toEqual([`${V.black} AO-DEN`, `${V.cup} LY`]);
  expect(await rig.issueCodes()).toEqual(['link_lost', 'seller_sku_not_found']);

  rig.sandbox.haravan.control.changeVariant(ORG, V.red, { barcode: 'AO-DO' });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R2.3 R2.6 a barcode that begins to repeat stops both products, and frees them when it ends', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { barcode: 'AO-DO' });
  await rig.followCatalogs();
  expect(await linked()).toEqual([`${V.black} AO-DEN`]);
  const codes = await rig.issueCodes();
  expect(codes.filter((code) => code === 'variant_duplicate_barcode_across_products')).toHaveLength(2);

  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { barcode: 'LY' });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R2.6 a barcode that moves from one variant to another moves the link', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.red, { barcode: 'X' });
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { barcode: 'AO-DO' });
  await rig.followCatalogs();
  expect(await linked()).toEqual([`${V.black} AO-DEN`, `${V.cup} AO-DO`]);
  const lost = (await rig.openIssues()).find(({ code }) => code === 'link_lost');
  expect(lost?.facts).toMatchObject({ total: 1, listings: [{ sellerSku: 'LY' }] });
});

it('R2.6 a variant added to a published product is linked, and unlinked when it is removed', async () => {
  rig.sandbox.lazada.control.createSku({
    sellerId: SELLER,
    itemId: ITEM,
    sellerSku: 'AO-XANH',
    price: 1_000,
    sellable: 1,
  });
  const draft = { title: 'Xanh', barcode: 'AO-XANH', price: 170_000, stock: { [MAIN]: 4 } };
  const id = rig.sandbox.haravan.control.addVariant(ORG, SHIRT, draft);
  await rig.followCatalogs();
  expect(await linked()).toContain(`${id} AO-XANH`);
  rig.sandbox.haravan.control.deleteVariant(ORG, id);
  await rig.followCatalogs();
  expect(await linked()).toEqual(all);
  expect((await rig.openIssues()).map(({ code }) => code)).toEqual(['link_lost']);
});

it('R2.6 a deleted product loses its links; Đưa về 0 sets what Lazada still sells to 0, once', async () => {
  await rig.switchOn();
  await rig.runStock();
  rig.sandbox.haravan.control.deleteProduct(ORG, SHIRT);
  await rig.followCatalogs();
  expect(await linked()).toEqual([`${V.cup} LY`]);
  const [lost] = await rig.openIssues();
  expect(lost).toMatchObject({ code: 'link_lost', facts: { total: 2 } });

  const done = await rig.zeroOrphans(rig.merchantId, rig.connectionId, 'test');
  expect(done).toEqual({ zeroed: 2, refused: [], remaining: 0 });
  expect([rig.sku('AO-DEN').sellable, rig.sku('AO-DO').sellable, rig.sku('LY').sellable]).toEqual([0, 0, 40]);
  expect(await rig.issueCodes()).toEqual([]);
  expect(await rig.zeroOrphans(rig.merchantId, rig.connectionId, 'test')).toMatchObject({ zeroed: 0 });
});

it('R2.6 a product deleted in Haravan is followed by its webhook alone', async () => {
  rig.sandbox.haravan.control.deleteProduct(ORG, CUP);
  await rig.catalogWishes.refreshProducts(rig.merchantId, [String(CUP), String(SHIRT)], rig.now());
  await rig.runCatalog(null);
  await rig.runCatalog();
  expect(await linked()).toEqual(all.slice(0, 2));
  expect(await rig.db.productRefresh.count({ where: { done: 0 } })).toBe(0);
});

it('R2.6 a SKU created on Lazada after publishing is linked without a click', async () => {
  rig.sandbox.haravan.control.changeVariant(ORG, V.cup, { barcode: 'LY-MOI' });
  await rig.followCatalogs();
  expect(await rig.issueCodes()).toContain('seller_sku_not_found');
  rig.sandbox.lazada.control.createSku({
    sellerId: SELLER,
    name: 'Ly mới',
    sellerSku: 'LY-MOI',
    price: 1_000,
    sellable: 1,
  });
  await rig.followCatalogs();
  expect(await linked()).toContain(`${V.cup} LY-MOI`);
  expect(await rig.issueCodes()).not.toContain('seller_sku_not_found');
});

it('R2.6 a SKU renamed on Lazada loses its link, and gets it back with its name', async () => {
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 12, set: { sellerSku: 'AO-DO-2' } });
  await rig.followCatalogs();
  expect(await linked()).toEqual([`${V.black} AO-DEN`, `${V.cup} LY`]);
  expect((await rig.issueCodes()).sort()).toEqual(['link_lost', 'seller_sku_not_found']);
  rig.sandbox.lazada.control.editSku({ sellerId: SELLER, skuId: 12, set: { sellerSku: 'AO-DO' } });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it.each([
  ['one of several SKUs of an item', 12, 'AO-DO'],
  ['the only SKU of an item', 21, 'LY'],
])('R2.6 %s is deleted on Lazada: the link goes, nothing is left to set to 0', async (_case, skuId, code) => {
  rig.sandbox.lazada.control.deleteSku({ sellerId: SELLER, skuId });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all.filter((link) => !link.endsWith(` ${code}`)));
  expect(await rig.issueCodes()).toEqual(['seller_sku_not_found']);
});

it('R2.6 a SKU that vanished without a trace is found out by the next whole reading', async () => {
  rig.sandbox.lazada.control.deleteSku({ sellerId: SELLER, skuId: 21 });
  rig.clock.advance(3_600_000);
  await rig.followCatalogs();
  expect(await linked()).not.toContain(`${V.cup} LY`);
});

it('R2.3 a SellerSku that Lazada holds twice is an error until one is gone', async () => {
  const twin = rig.sandbox.lazada.control.createSku({
    sellerId: SELLER,
    name: 'Ly 2',
    sellerSku: 'LY',
    price: 1,
    sellable: 1,
  });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all.slice(0, 2));
  expect((await rig.issueCodes()).sort()).toEqual(['link_lost', 'seller_sku_duplicate']);
  rig.sandbox.lazada.control.deleteSku({ sellerId: SELLER, skuId: twin.skuId });
  await rig.followCatalogs();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R2.7 taking a product off the channel stops its sync and leaves Lazada alone; publishing again resumes', async () => {
  await rig.switchOn();
  await rig.runStock();
  const before = rig.sku('LY');
  await rig.publishing.unpublish(rig.merchantId, rig.connectionId, { productIds: [String(CUP)] }, 'test');
  await rig.runCatalog();
  expect(await linked()).toEqual(all.slice(0, 2));
  await rig.pushWishes.wish(
    rig.merchantId,
    { variantIds: [String(V.cup)], figures: ['price', 'quantity'], cause: 'test' },
    rig.now(),
  );
  await rig.runStock();
  expect(rig.sku('LY')).toEqual(before);
  await rig.publishing.publish(rig.merchantId, rig.connectionId, { productIds: [String(CUP)] }, 'test');
  await rig.runCatalog();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});

it('R6.2 a canceled run withdraws what it has not reached', async () => {
  await rig.publishing.unpublish(rig.merchantId, rig.connectionId, { filter: {} }, 'test');
  await rig.runCatalog();
  const run = await rig.publishing.publish(rig.merchantId, rig.connectionId, { filter: { search: 'ao thun' } }, 'test');
  expect(run.total).toBe(1);
  expect(await rig.publishing.cancelRun(rig.merchantId, run.runId)).toEqual({ withdrawn: 1 });
  await rig.runCatalog();
  expect(await linked()).toEqual([]);
  expect(await rig.publishing.run(rig.merchantId, run.runId)).toMatchObject({ canceledAt: expect.any(Date) });
});

it('R2.2 a filter means what it says', async () => {
  const count = async (filter: object) => {
    const { total } = await rig.publishing.publish(rig.merchantId, rig.connectionId, { filter }, 'test');
    return total;
  };
  expect(await count({ search: 'LY SU' })).toBe(1);
  expect(await count({ search: 'ao-den' })).toBe(1);
  expect(await count({ search: '100%' })).toBe(0);
  expect(await count({ status: 'on_channel' })).toBe(2);
  expect(await count({ status: 'off_channel' })).toBe(0);
});

it('R8.1 a pull that breaks off goes on where it stopped', async () => {
  rig.clock.advance(3_600_000);
  await rig.catalogWishes.pullListings(rig.merchantId, rig.connectionId, rig.now());
  rig.sandbox.lazada.faults.add({ match: { path: '/products/get' }, kind: 'reset', count: 3 });
  await expect(rig.runCatalog()).rejects.toMatchObject({ kind: 'unavailable' });
  expect(await linked()).toEqual(all);
  rig.sandbox.lazada.faults.remove();
  await rig.runCatalog();
  expect(await linked()).toEqual(all);
  expect(await rig.issueCodes()).toEqual([]);
});
