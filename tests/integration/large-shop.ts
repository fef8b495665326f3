import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';
import { withLiterals } from '@/src/db/literal';
import type { TenantDoor } from '@/src/db/tenant';

/** When everything that a filled shop has is due. */
export const NOW = new Date('2026-11-30T12:00:00Z');

/** A catalog on both sides, linked, with everything due at one moment, as after a change of the settings (spec R3.6). */
export async function fill(
  tx: Pick<Tx, '$executeRaw'>,
  merchantId: string,
  connectionId: string,
  skus: number,
): Promise<void> {
  const numbers = Prisma.sql`generate_series(1, ${skus}) AS i`;
  const shop = Prisma.sql`${merchantId}::uuid, ${connectionId}::uuid`;
  await tx.$executeRaw`INSERT INTO "Product" ("merchantId", "productId", title, "readAt", "searchText")
    SELECT ${merchantId}::uuid, 'p' || i, 'x', now(), 'x' FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "Variant" ("merchantId", "variantId", "productId", title, position, price, "tracksInventory", "allowsBackorder", "readAt")
    SELECT ${merchantId}::uuid, 'v' || i, 'p' || i, 'x', 1, 1, true, false, now() FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "Listing" ("merchantId", "connectionId", "skuId", "itemId", "sellerSku", code, name, status, "readAt")
    SELECT ${shop}, 's' || i, 'i' || i, 'c' || i, 'c' || i, 'x', 'active', now() FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "ListingLink" ("merchantId", "connectionId", "variantId", "productId", "itemId", "skuId", "sellerSku")
    SELECT ${shop}, 'v' || i, 'p' || i, 'i' || i, 's' || i, 'c' || i FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "Publication" ("merchantId", "connectionId", "productId")
    SELECT ${shop}, 'p' || i FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "ChannelOrder" ("merchantId", "connectionId", "lazadaOrderId", "lazadaCreatedAt", "lazadaUpdatedAt", total, detail)
    SELECT ${shop}, 'o' || i, ${NOW}, ${NOW}, 1, '{}' FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "OrderItem" ("merchantId", "connectionId", "orderItemId", "lazadaOrderId", "sellerSku", code, "variantId", name, status, "itemPrice", "paidPrice")
    SELECT ${shop}, 'n' || i, 'o' || i, 'c' || i, 'c' || i, 'v' || i, 'x', 'pending', 1, 1 FROM ${numbers}`;
  await tx.$executeRaw`INSERT INTO "Push" ("merchantId", "connectionId", "variantId", figure, "dueAt")
    SELECT ${shop}, 'v' || i, figure, ${NOW} FROM ${numbers}, unnest(ARRAY['price', 'quantity']) AS figure`;
}

const CATALOG = ['Push', 'ListingLink', 'Variant', 'Product', 'Listing', 'Publication', 'OrderItem', 'ChannelOrder'];

/**
 * From now on PostgreSQL knows of these tables what a test has it learn: not what autovacuum happens to see in the middle of it, nor what it
 * saw of the test before, whose rows are gone.
 */
export async function holdStatistics(db: Pick<Tx, '$executeRawUnsafe'>): Promise<void> {
  for (const table of [...CATALOG, 'TrailEvent'])
    for (const statement of ['ALTER TABLE %s SET (autovacuum_enabled = false)', 'VACUUM (ANALYZE) %s'])
      await db.$executeRawUnsafe(statement.replace('%s', `"${table}"`));
}

/** Leads into a transaction that has begun, whoever it is for. */
export const doorInto = (tx: Tx): TenantDoor =>
  Object.assign(<T>(_merchantId: string, work: (tx: Tx) => Promise<T>) => work(tx), {
    async ask<Row>(_merchantId: string, ...statements: Prisma.Sql[]) {
      let rows: Row[] = [];
      for (const statement of statements) rows = await tx.$queryRawUnsafe<Row[]>(withLiterals(statement));
      return rows;
    },
    async tell(_merchantId: string, statements: readonly Prisma.Sql[]) {
      for (const statement of statements) await tx.$executeRawUnsafe(withLiterals(statement));
    },
  });

async function rowsRead(tx: Tx, tables: readonly string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) AS n FROM pg_stat_xact_user_tables
    WHERE relname = ANY(${[...tables]}::text[])`;
  return Number(row?.n);
}

/** What it answers, and how many rows it looked at on the way. */
export async function watched<T>(
  tx: Tx,
  work: (tx: Tx) => Promise<T>,
  tables = CATALOG,
): Promise<{ result: T; read: number }> {
  const before = await rowsRead(tx, tables);
  const result = await work(tx);
  return { result, read: (await rowsRead(tx, tables)) - before };
}
