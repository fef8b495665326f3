import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Tx } from '@/src/db/client';
import { findDueTurns } from '@/src/db/due-turns';
import type { Prisma } from '@/src/db/generated/client';
import { saveLinks } from '@/src/db/link-rows';
import { createMatchStore } from '@/src/db/match-store';
import { createPushStore } from '@/src/db/push-store';
import { createStockFactsStore } from '@/src/db/stock-facts-store';
import type { TenantDoor } from '@/src/db/tenant';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { itemId, skuId, toSellerSku, variantId } from '@/src/domain/ids';
import type { Fence } from '@/src/sync/ports/turn';
import { parkedEnd, settledEnd } from '@/src/sync/stock/push-end';
import { type FreshDatabase, freshDatabase } from './database';
import { doorInto, fill, holdStatistics, NOW, watched } from './large-shop';
import { addMerchant, storesOf } from './merchants';

const LARGE = 5_000;
const BATCH = 50;
/** A batch, and what it is joined to; not the catalog. */
const FEW = 10 * BATCH;

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
  await holdStatistics(database.db);
});
afterEach(() => database.close());

async function shopWith(skus: number, orgId: string) {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId, sellerId: orgId });
  await database.door(merchant.id, async (tx) => {
    await tx.connection.updateMany({ data: { pushPrice: true, pushQuantity: true } });
    await fill(tx, merchant.id, connectionId, skus);
  });
  return { merchantId: merchant.id, connectionId };
}

/** The first of its size, among many small ones that PostgreSQL has statistics of. */
async function newLargeShop(orgId: string, others = 100) {
  for (let shop = 0; shop < others; shop += 1) await fill(database.db, randomUUID(), randomUUID(), 2);
  await database.db.$executeRaw`ANALYZE`;
  return shopWith(LARGE, orgId);
}

let read = 0;
const watchedDoor = <T>(merchantId: string, work: (tx: Tx) => Promise<T>) =>
  database.door(merchantId, async (tx) => {
    const seen = await watched(tx, work);
    read = seen.read;
    return seen.result;
  });
const door: TenantDoor = Object.assign(watchedDoor, {
  ask: <Row>(merchantId: string, ...statements: Prisma.Sql[]) =>
    watchedDoor(merchantId, (tx) => doorInto(tx).ask<Row>(merchantId, ...statements)),
  tell: (merchantId: string, statements: readonly Prisma.Sql[], fence: Fence) =>
    watchedDoor(merchantId, (tx) => doorInto(tx).tell(merchantId, statements, fence)),
});
const pushes = () => createPushStore(door);

test('R7.2 a catalog that is due at one moment is not read whole, neither for a batch of it, nor for a neighbor, nor by the sweep', async () => {
  const large = await shopWith(LARGE, '200000000001');
  const small = await shopWith(2, '200000000002');
  const due = (shop: typeof large) => pushes().takeDue(shop.merchantId, shop.connectionId, 'quantity', NOW, BATCH);
  expect(await due(large)).toHaveLength(BATCH);
  expect(read).toBeLessThan(FEW);
  expect(await due(small)).toHaveLength(2);
  expect(read).toBeLessThan(FEW);
  expect(await pushes().nextDue(large.merchantId, large.connectionId, ['price', 'quantity'])).toEqual(NOW);
  expect(read).toBeLessThan(FEW);

  const turns = await findDueTurns(
    (work) =>
      database.sweep(async (tx) => {
        // Orders that wait are few, but for an hour in which Haravan is away: a few thousand are read as fast as looked up.
        const seen = await watched(tx, work, ['Push', 'Publication']);
        read = seen.read;
        return seen.result;
      }),
    NOW,
    100,
  );
  expect(turns.filter(({ lane }) => lane === 'stock')).toEqual(
    expect.arrayContaining([large, small].map((shop) => ({ lane: 'stock', ...shop }))),
  );
  expect(read).toBeLessThan(FEW);
});

/** Beside so many of two SKUs each, or none. */
const settledFew = async (others: number) => {
  const { merchantId, connectionId } =
    others > 0 ? await newLargeShop('200000000003', others) : await shopWith(LARGE, '200000000003');
  const due = await pushes().takeDue(merchantId, connectionId, 'price', NOW, BATCH);
  expect(due).toHaveLength(BATCH);
  expect(read).toBeLessThan(FEW);

  const parking = { dueAtMs: NOW.getTime(), blockedBy: 'x', outcome: 'waiting' as const };
  const ends = due.map((push, n) => (n % 2 === 0 ? settledEnd(push, 'synced', {}) : parkedEnd(push, parking, {})));
  const lease = await createTurnLeases(database.db).acquire('figures', 'test');
  if (!lease) throw new Error('the lease is taken');
  await pushes().settle(
    merchantId,
    connectionId,
    { ends, issues: { figure: 'quantity', judged: [], found: [] } },
    NOW,
    lease,
  );
  expect(read).toBeLessThan(FEW);
  expect(await pushes().takeDue(merchantId, connectionId, 'price', NOW, LARGE)).toHaveLength(LARGE - BATCH / 2);
};

test.each([0, 1, 10, 100])(
  'R7.2 the first large shop beside %i small ones: what PostgreSQL knows of those does not make it read all of this one',
  settledFew,
);

test('R3.5 R7.2 what is in flight of 50 variants is found without reading all orders of such a shop', async () => {
  const { merchantId } = await newLargeShop('200000000005');
  const feeding = Array.from({ length: BATCH }, (_, n) => ({ variantId: `v${n + 1}`, code: `c${n + 1}` }));
  const units = await createStockFactsStore(door).soldUnits(merchantId, feeding, NOW);
  expect(units).toHaveLength(BATCH);
  expect(read).toBeLessThan(2 * FEW);
});

test('R2.6 R7.2 matching products of such a shop does not read all its links', async () => {
  const { merchantId, connectionId } = await newLargeShop('200000000004');
  const code = toSellerSku('C7');
  if (code === null) throw new Error('no code');
  const link = (n: number) => {
    return { variantId: variantId(`v${n}`), itemId: itemId(`i${n}`), skuId: skuId(`s${n}`), sellerSku: code };
  };
  const added = { ...link(8), variantId: variantId('new'), productId: 'p8' };
  const publications = [{ productId: 'p7', version: 1, published: true }];
  const outcome = { publications, added: [added], kept: [link(7)], removed: [link(9)] };
  const seen = await database.door(merchantId, (tx) =>
    watched(tx, () => saveLinks(tx, { merchantId, connectionId }, outcome, NOW)),
  );
  expect(seen.read).toBeLessThan(FEW);
  const links = await database.door(merchantId, (tx) =>
    tx.listingLink.findMany({ where: { skuId: { in: ['s7', 's8', 's9'] } }, orderBy: { skuId: 'asc' } }),
  );
  expect(links.map((row) => [row.skuId, row.variantId, row.sellerSku])).toEqual([
    ['s7', 'v7', 'C7'],
    ['s8', 'new', 'C7'],
  ]);
});

test('R2.1 R7.2 links that are only added do not have the links of such a shop read either', async () => {
  const { merchantId, connectionId } = await newLargeShop('200000000006');
  const code = toSellerSku('NEW');
  if (code === null) throw new Error('no code');
  const lease = await createTurnLeases(database.db).acquire('catalog', 'test');
  if (!lease) throw new Error('the lease is taken');
  const ids = { variantId: variantId('new'), itemId: itemId('i8'), skuId: skuId('new'), sellerSku: code };
  const publications = [{ productId: 'p7', version: 1, published: true }];
  const outcome = { publications, added: [{ ...ids, productId: 'p7' }], kept: [], removed: [] };
  let most = 0;
  const noted = <T>(answer: Promise<T>): Promise<T> =>
    answer.finally(() => {
      most = Math.max(most, read);
    });
  const noting: TenantDoor = Object.assign(
    <T>(...given: Parameters<typeof watchedDoor<T>>) => noted(watchedDoor(...given)),
    {
      ask: <Row>(...given: Parameters<TenantDoor['ask']>) => noted(door.ask<Row>(...given)),
      tell: (...given: Parameters<TenantDoor['tell']>) => noted(door.tell(...given)),
    },
  );
  await createMatchStore(noting).save(merchantId, connectionId, outcome, NOW, lease);
  expect(most).toBeLessThan(FEW);
  expect(most).toBeGreaterThan(0);
  const figures = await database.db.push.findMany({
    where: { connectionId, variantId: 'new' },
    orderBy: { figure: 'asc' },
  });
  expect(figures.map(({ figure, wanted, done }) => [figure, wanted, done])).toEqual([
    ['price', 1, 0],
    ['quantity', 1, 0],
  ]);
});

test('R2.3 R7.2 what a match of 50 products needs is found without reading the catalog', async () => {
  const { merchantId, connectionId } = await newLargeShop('200000000005');
  const ids = Array.from({ length: BATCH }, (_, n) => `p${n + 1}`);
  await database.door(merchantId, async (tx) => {
    await tx.$executeRaw`UPDATE "Variant" SET code = 'c' || substr("variantId", 2), barcode = 'C' || substr("variantId", 2)`;
    // A namesake in a product that is not asked for.
    await tx.$executeRaw`UPDATE "Variant" SET code = 'c1', barcode = 'C1' WHERE "variantId" = 'v4000'`;
  });
  const closure = await createMatchStore(door).closure(merchantId, connectionId, ids);
  expect(closure.variants).toHaveLength(BATCH + 1);
  expect(closure.variants.map((one) => one.productId)).toContain('p4000');
  expect([closure.listings.length, closure.links.length]).toEqual([BATCH, BATCH]);
  expect(read).toBeLessThan(FEW);

  const due = () => createMatchStore(door).takeDue(merchantId, connectionId, new Date(Date.now() + 60_000), BATCH);
  expect(await due()).toHaveLength(BATCH);
  expect(read).toBeLessThan(FEW);
  // Known as large, it is taken for one of average size still: its merchant is known to the statement, not to the plan.
  await database.db.$executeRaw`ANALYZE`;
  expect(await due()).toHaveLength(BATCH);
  expect(read).toBeLessThan(FEW);
});

test('R7.2 no index begins with merchant and shop, which PostgreSQL takes for independent', async () => {
  const indexes = await database.db.$queryRaw<{ definition: string }[]>`
    SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public'`;
  expect(indexes.length).toBeGreaterThan(30);
  expect(indexes.filter(({ definition }) => definition.includes('("merchantId", "connectionId"'))).toEqual([]);
});
