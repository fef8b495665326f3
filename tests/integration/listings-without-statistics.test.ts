import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownListings } from '@/src/db/listing-rows';
import { Prisma } from '@/src/db/generated/client';
import { type FreshDatabase, freshDatabase } from './database';
import { addMerchant, storesOf } from './merchants';

const SKUS = 400;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test('R7.2 a first catalog that PostgreSQL has no statistics of is read a row at a time, not each by each', async () => {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId: '200000000001', sellerId: '9001' });
  const seen = await database.door(merchant.id, async (tx) => {
    const all = Prisma.sql`generate_series(1, ${SKUS}) AS i`;
    const own = Prisma.sql`${merchant.id}::uuid, ${connectionId}::uuid`;
    await tx.$executeRaw`INSERT INTO "Listing" ("merchantId", "connectionId", "skuId", "itemId", "sellerSku", name, status, "readAt")
      SELECT ${own}, 's' || i, 'i' || i / 4, 'code' || i, 'x', 'active', now() FROM ${all}`;
    await tx.$executeRaw`INSERT INTO "ListingLink" ("merchantId", "connectionId", "variantId", "productId", "itemId", "skuId", "sellerSku")
      SELECT ${own}, 'v' || i, 'p' || i / 4, 'i' || i / 4, 's' || i, 'code' || i FROM ${all}`;
    await tx.$executeRaw`INSERT INTO "Push" ("merchantId", "connectionId", "variantId", figure, believed)
      SELECT ${own}, 'v' || i, figure, i FROM ${all}, unnest(ARRAY['price', 'quantity']) AS figure`;
    const rowsRead = async () => {
      const [row] = await tx.$queryRaw<{ n: bigint }[]>`
        SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS n FROM pg_stat_xact_user_tables
        WHERE relname IN ('Listing', 'ListingLink', 'Push')`;
      return Number(row?.n);
    };
    const before = await rowsRead();
    const listings = await knownListings(tx, { merchantId: merchant.id, connectionId }, Prisma.sql`true`);
    return { listings, read: (await rowsRead()) - before };
  });
  expect(seen.listings).toHaveLength(SKUS);
  const last = seen.listings.find(({ skuId }) => skuId === `s${SKUS}`);
  expect(last).toMatchObject({
    variantId: `v${SKUS}`,
    believedPrice: { value: SKUS },
    believedQuantity: { value: SKUS },
  });
  // Every listing, link and figure about once; joined before, it was each listing times each link times each figure.
  expect(seen.read).toBeLessThan(10 * 4 * SKUS);
});
