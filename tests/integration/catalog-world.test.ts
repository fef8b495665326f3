import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed } from '@/sandbox/lazada/seed';
import { type CatalogRig, startCatalogRig } from './catalog-rig';

type Variant = HaravanSeed['orgs'][number]['products'][number]['variants'][number];
type Expected = { links: Map<string, number>; issues: string[] };

/** R2.1 and R2.3 said again from the raw data, without a line of the product. */
function expected(org: HaravanSeed['orgs'][number], seller: LazadaSeed['sellers'][number]): Expected {
  const code = ({ barcode }: Variant) => (barcode?.trim() ? barcode.normalize('NFC') : null);
  const bearers = new Map<string, Set<number>>();
  for (const product of org.products) {
    for (const variant of product.variants) {
      const own = code(variant);
      if (own) bearers.set(own, (bearers.get(own) ?? new Set()).add(product.id));
    }
  }
  const skus = Map.groupBy(
    seller.items.flatMap((item) => item.skus),
    (sku) => sku.sellerSku.normalize('NFC'),
  );
  const links = new Map<string, number>();
  const issues: string[] = [];
  for (const product of org.products) {
    const codes = product.variants.flatMap((variant) => code(variant) ?? []);
    const repeats = new Set(codes).size < codes.length;
    if (repeats) issues.push(`variant_duplicate_barcode_in_product ${product.id}`);
    for (const variant of product.variants) {
      const own = code(variant);
      const found = own === null ? [] : (skus.get(own) ?? []);
      const sku = found[0];
      if (own === null) issues.push(`variant_missing_barcode ${variant.id}`);
      else if ((bearers.get(own)?.size ?? 0) > 1)
        issues.push(`variant_duplicate_barcode_across_products ${variant.id}`);
      else if (repeats) continue;
      else if (found.length > 1) issues.push(`seller_sku_duplicate ${variant.id}`);
      else if (sku) links.set(String(variant.id), sku.skuId);
      else issues.push(`seller_sku_not_found ${variant.id}`);
    }
  }
  return { links, issues: issues.sort() };
}

let rig: CatalogRig;
beforeAll(async () => {
  rig = await startCatalogRig();
});
afterAll(() => rig.close());

it('R2.1 R2.3 R2.5 publishing gives exactly the links and issues that the raw data dictates', async () => {
  await rig.runCatalog(null);
  const { total, runId } = await rig.publishing.publish(rig.merchantId, rig.connectionId, { filter: {} }, 'test');
  expect(total).toBe(rig.orgSeed.products.length);
  expect(await rig.publishing.run(rig.merchantId, runId)).toMatchObject({ total, waiting: total, finishedAt: null });
  await rig.runCatalog();
  const truth = expected(rig.orgSeed, rig.seller);
  const links = new Map((await rig.links()).map((link) => [link.variantId, Number(link.skuId)]));
  expect(links).toEqual(truth.links);
  const open = (await rig.openIssues()).map(({ code, subjectId }) => `${code} ${subjectId}`);
  expect(open.sort()).toEqual(truth.issues);
  expect(await rig.publishing.run(rig.merchantId, runId)).toMatchObject({ waiting: 0, finishedAt: expect.any(Date) });
});

it('R3.1 with both switches off nothing is sent', async () => {
  await rig.runStock();
  expect(rig.lazadaCalls('/product/stock/sellable/update')).toBe(0);
  expect(rig.lazadaCalls('/product/price_quantity/update')).toBe(0);
});

it('R3.1 R3.2 switched on, every figure becomes what the table says, 50 SKUs a call', async () => {
  await rig.switchOn();
  await rig.runStock();
  const stock = new Map(
    rig.orgSeed.products.flatMap(({ variants }) => variants).map((variant) => [String(variant.id), variant]),
  );
  const sellable = rig.orgSeed.locations.filter((one) => one.type !== 'ontheroad' && !one.isUnavailableQuantity);
  const wrong: unknown[] = [];
  for (const link of await rig.links()) {
    const variant = stock.get(link.variantId);
    if (!variant) throw new Error('a link without a variant');
    const q = sellable.reduce((sum, { id }) => sum + (variant.stock[id] ?? 0), 0);
    const before = rig.seller.items.flatMap(({ skus }) => skus).find(({ skuId }) => String(skuId) === link.skuId);
    const rule = q > 0 ? q : variant.policy === 'continue' ? 100_000 : 0;
    const quantity = variant.tracked ? rule : before?.sellable;
    const range = before?.priceRange;
    const price = range && (variant.price < range[0] || variant.price > range[1]) ? before?.price : variant.price;
    const now = rig.sku(link.sellerSku);
    if (now.sellable !== quantity || now.price !== price) wrong.push({ link, now, quantity, price });
  }
  expect(wrong).toEqual([]);
  const calls = Math.ceil((await rig.links()).length / 50);
  expect(rig.lazadaCalls('/product/stock/sellable/update')).toBe(calls);
});

it('R2.5 a refused price is told in the words of Lazada and does not hold back the quantity', async () => {
  const refused = (await rig.openIssues()).filter(({ code }) => code === 'price_out_of_range');
  expect(refused.length).toBeGreaterThan(0);
  for (const { subjectId, platformMessage } of refused) {
    expect(platformMessage).toMatch(/should between/);
    expect(await rig.push(subjectId, 'quantity')).toMatchObject({ outcome: 'synced' });
    expect(await rig.push(subjectId, 'price')).toMatchObject({ outcome: 'issue' });
  }
});

it('R3.4 what Lazada already has is not sent again', async () => {
  rig.sandbox.lazada.calls.clear();
  await rig.pushWishes.wishAll(rig.merchantId, rig.connectionId, ['price', 'quantity'], 'test', rig.now());
  await rig.runStock();
  expect(rig.lazadaCalls('/product/stock/sellable/update')).toBe(0);
  const refused = (await rig.openIssues()).filter(({ code }) => code === 'price_out_of_range').length;
  expect(rig.lazadaCalls('/product/price_quantity/update')).toBeLessThanOrEqual(refused * 2);
});
