import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';
import type { TenantDoor } from '@/src/db/tenant';
import { type VariantState, variantStates } from './product-states';
import type { ProductTab } from './product-tabs';
import { readVariants, type VariantRow } from './variant-rows';

export type PublicationFilter = 'any' | 'published' | 'unpublished';
export type ProductFilter = { tab: ProductTab; search: string; publication: PublicationFilter; page: number };

export type ProductRow = {
  productId: string;
  title: string;
  image: string | null;
  vendor: string;
  published: boolean;
  variants: VariantRow[];
};

export type ProductListView = {
  counts: Record<VariantState, number> & { variants: number; products: number };
  /** Products that match the filter, over all pages. */
  matching: number;
  page: number;
  pageSize: number;
  products: ProductRow[];
};

export const PAGE_SIZE = 20;

/** The merchant's Haravan products with what Lazada has of each variant. Search ignores case and marks. */
export function createProductListQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string, filter: ProductFilter): Promise<ProductListView> =>
    door(merchantId, async (tx) => {
      const { counts, matching, products } = await wholeShop(tx, async () => ({
        counts: await countStates(tx, connectionId),
        ...(await readPage(tx, connectionId, filter)),
      }));
      const variants = await readVariants(
        tx,
        connectionId,
        products.map((product) => product.productId),
      );
      const rows = products.map((product) => ({ ...product, variants: variants.get(product.productId) ?? [] }));
      return { counts, matching, page: filter.page, pageSize: PAGE_SIZE, products: rows };
    });
}

/**
 * What asks for all of a shop is joined as wholes: PostgreSQL takes the shop for a few rows (docs/decisions/rows-of-a-new-shop.md), and would look
 * up each of 100 000 variants in every table.
 */
async function wholeShop<T>(tx: Tx, read: () => Promise<T>): Promise<T> {
  await tx.$executeRaw`SET LOCAL enable_nestloop = off`;
  const result = await read();
  await tx.$executeRaw`SET LOCAL enable_nestloop = on`;
  return result;
}

async function countStates(tx: Tx, connectionId: string): Promise<ProductListView['counts']> {
  const rows = await tx.$queryRaw<ProductListView['counts'][]>`
    SELECT count(*) FILTER (WHERE state = 'synced')::int AS synced, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
      count(*) FILTER (WHERE state = 'issue')::int AS issue, count(*) FILTER (WHERE published)::int AS variants,
      count(DISTINCT "productId")::int AS products
    FROM (${variantStates(connectionId)}) s`;
  return rows[0] ?? { synced: 0, waiting: 0, issue: 0, variants: 0, products: 0 };
}

/** The ids of all that match, for an operation on the whole selection (R2.2). */
export function createProductIdsQuery(door: TenantDoor) {
  return (merchantId: string, connectionId: string, filter: Omit<ProductFilter, 'page'>): Promise<string[]> =>
    door(merchantId, async (tx) => {
      const rows = await wholeShop(
        tx,
        () => tx.$queryRaw<{ productId: string }[]>`
        SELECT p."productId" FROM "Product" p
        LEFT JOIN "Publication" pub ON pub."connectionId" = ${connectionId}::uuid AND pub."productId" = p."productId"
        WHERE ${productFilter(connectionId, filter)}`,
      );
      return rows.map((row) => row.productId);
    });
}

type PageRow = Omit<ProductRow, 'variants'> & { matching: number };

async function readPage(tx: Tx, connectionId: string, filter: ProductFilter) {
  const offset = (filter.page - 1) * PAGE_SIZE;
  const rows = await tx.$queryRaw<PageRow[]>`
    SELECT p."productId", p.title, p.image, p.vendor, coalesce(pub.state = 'published', false) AS published, count(*) OVER ()::int AS matching
    FROM "Product" p
    LEFT JOIN "Publication" pub ON pub."connectionId" = ${connectionId}::uuid AND pub."productId" = p."productId"
    WHERE ${productFilter(connectionId, filter)}
    ORDER BY p."searchText", p."productId" LIMIT ${PAGE_SIZE} OFFSET ${offset}`;
  const products = rows.map(({ matching: _, ...product }) => product);
  return { matching: rows[0]?.matching ?? 0, products };
}

/** The condition of the list, and of "select all that match" (R2.2): aliases p (Product) and pub (Publication). */
export function productFilter(connectionId: string, filter: Omit<ProductFilter, 'page'>): Prisma.Sql {
  const conditions = [Prisma.sql`p."deletedAt" IS NULL`];
  if (filter.publication === 'published') conditions.push(Prisma.sql`pub.state = 'published'`);
  if (filter.publication === 'unpublished') conditions.push(Prisma.sql`pub.state IS DISTINCT FROM 'published'`);
  if (filter.tab !== 'all') {
    conditions.push(Prisma.sql`p."productId" IN (SELECT s."productId" FROM (${variantStates(connectionId)}) s
      WHERE s.state = ${filter.tab})`);
  }
  const words = searchWords(filter.search);
  for (const word of words) conditions.push(wordCondition(word));
  return Prisma.join(conditions, ' AND ');
}

const wordCondition = (word: string): Prisma.Sql => Prisma.sql`(p."searchText" LIKE ${like(plain(word))}
  OR p."productId" IN (SELECT sv."productId" FROM "Variant" sv WHERE sv."deletedAt" IS NULL
    AND (lower(sv.barcode) LIKE ${like(word.toLowerCase())} OR lower(sv.sku) LIKE ${like(word.toLowerCase())})))`;

const searchWords = (search: string): string[] =>
  search.normalize('NFC').trim().split(/\s+/u).filter(Boolean).slice(0, 8);

const like = (word: string): string => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** As `Product.searchText` is written: lower case without marks; NFD does not split đ. */
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
