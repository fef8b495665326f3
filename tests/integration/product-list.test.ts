import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssueStore } from '@/src/db/issue-store';
import type { Tx } from '@/src/db/client';
import { createProductIdsQuery, createProductListQuery, type ProductFilter } from '@/src/queries/products/product-list';
import type { IssueReport } from '@/src/sync/ports/issues';
import { type FreshDatabase, freshDatabase } from './database';
import { fill } from './large-shop';
import { addMerchant, storesOf } from './merchants';

const ALL: ProductFilter = { tab: 'all', search: '', publication: 'any', page: 1 };

let database: FreshDatabase;
let shop: { merchantId: string; connectionId: string };

/** Eight products of one variant each, p1 … p8, all published and linked, nothing due. */
beforeAll(async () => {
  database = await freshDatabase();
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId: '200000000001', sellerId: '1' });
  shop = { merchantId: merchant.id, connectionId };
  const stranger = await addMerchant(storesOf(database), { orgId: '200000000002', sellerId: '2' });
  await database.door(stranger.merchant.id, (tx) => fill(tx, stranger.merchant.id, stranger.connectionId, 8));
  await database.door(merchant.id, async (tx) => {
    await fill(tx, merchant.id, connectionId, 8);
    await tx.publication.updateMany({ data: { matched: 1 } });
    await tx.push.updateMany({ data: { done: 1 } });
    await tx.connection.updateMany({ data: { pushPrice: true, pushQuantity: false } });
    await arrange(tx);
  });
  const of = (subjectKind: 'variant' | 'product', subjectId: string): IssueReport => ({
    ...{ connectionId, code: 'seller_sku_not_found', level: 'error', facts: {} },
    ...{ key: `${connectionId}:${subjectId}`, subjectKind, subjectId },
  });
  await createIssueStore(database.door, { now: Date.now }).report(merchant.id, [
    of('variant', 'v1'),
    of('product', 'p2'),
  ]);
});
afterAll(() => database.close());

async function arrange(tx: Tx): Promise<void> {
  await tx.publication.updateMany({ where: { productId: 'p3' }, data: { wanted: 2 } });
  await tx.push.updateMany({ where: { variantId: 'v4', figure: 'price' }, data: { wanted: 2 } });
  await tx.push.updateMany({ where: { variantId: 'v5', figure: 'quantity' }, data: { wanted: 2 } });
  await tx.publication.updateMany({ where: { productId: 'p6' }, data: { state: 'removed' } });
  await tx.listingLink.deleteMany({ where: { variantId: 'v7' } });
  // An issue is what counts, also for what waits as well.
  await tx.push.updateMany({ where: { variantId: 'v1' }, data: { wanted: 2 } });
  await tx.variant.updateMany({ where: { variantId: 'v8' }, data: { barcode: '8936-XYZ' } });
}

const list = (filter: Partial<ProductFilter> = {}) =>
  createProductListQuery(database.door)(shop.merchantId, shop.connectionId, { ...ALL, ...filter });
const idsOf = (products: readonly { productId: string }[]) => products.map((product) => product.productId).toSorted();

test('R2.4 each variant is synced, waits, or has an issue, which wins; a figure that is switched off is not waited for', async () => {
  const { counts, matching, products } = await list();
  const states = products.flatMap(({ variants }) => variants.map(({ variantId: id, state }) => [id, state]));
  expect(Object.fromEntries(states)).toEqual({
    ...{ v1: 'issue', v2: 'issue', v3: 'waiting', v4: 'waiting', v5: 'synced', v6: null, v7: 'waiting', v8: 'synced' },
  });
  expect(counts).toEqual({ synced: 2, waiting: 3, issue: 2, variants: 7, products: 8 });
  expect(matching).toBe(8);
});

test.each([
  ['synced', ['p5', 'p8']],
  ['waiting', ['p3', 'p4', 'p7']],
  ['issue', ['p1', 'p2']],
] as const)('R2.4 the tab %s, and what "all that match" means there', async (tab, ids) => {
  const { products, matching } = await list({ tab });
  expect(idsOf(products)).toEqual(ids);
  expect(matching).toBe(ids.length);
  const all = await createProductIdsQuery(database.door)(shop.merchantId, shop.connectionId, { ...ALL, tab });
  expect(all.toSorted()).toEqual(ids);
});

test('R2.4 a product is found by a part of a barcode, and by whether it is published', async () => {
  expect(idsOf((await list({ search: '6-xy' })).products)).toEqual(['p8']);
  expect(idsOf((await list({ publication: 'unpublished' })).products)).toEqual(['p6']);
  expect((await list({ search: 'không có' })).products).toEqual([]);
});
