import type { Link } from '@/src/domain/catalog/link';
import { itemId, productId, skuId, toBarcode, toSellerSku, variantId } from '@/src/domain/ids';
import type { MatchClosure, MatchOutcome, MatchStore, PublicationWish } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { addedLinks, olderLinks, saveLinks } from './link-rows';
import { listingStatus } from './listing-rows';
import type { TenantDoor } from './tenant';

type Scope = { merchantId: string; connectionId: string };
type LinkRow = { variantId: string; itemId: string; skuId: string; sellerSku: string };

const linkOf = (row: LinkRow): Link[] => {
  const sellerSku = toSellerSku(row.sellerSku);
  if (sellerSku === null) return [];
  return [{ variantId: variantId(row.variantId), itemId: itemId(row.itemId), skuId: skuId(row.skuId), sellerSku }];
};

type VariantRow = {
  variantId: string;
  productId: string;
  title: string;
  productTitle: string;
  barcode: string | null;
  code: string | null;
  published: boolean;
  deleted: boolean;
};

/**
 * The variants of these products, and everybody else who bears one of their codes, published or not (spec R2.3). Row by row:
 * docs/decisions/rows-of-a-new-shop.md.
 */
const variantsOf = ({ merchantId, connectionId }: Scope, productIds: readonly string[]) => Prisma.sql`
    WITH mine AS (
      SELECT v."variantId", v.code FROM unnest(${[...productIds]}::text[]) AS asked (id) CROSS JOIN LATERAL (
        SELECT "variantId", code FROM "Variant" WHERE "merchantId" = ${merchantId}::uuid AND "productId" = asked.id OFFSET 0) v
    ), bearers AS (
      SELECT "variantId" FROM mine
      UNION SELECT v."variantId" FROM mine CROSS JOIN LATERAL (SELECT "variantId" FROM "Variant"
        WHERE "merchantId" = ${merchantId}::uuid AND code = mine.code AND "deletedAt" IS NULL OFFSET 0) v
    )
    SELECT v."variantId", v."productId", v.title, p.title AS "productTitle", v.barcode, v.code,
      coalesce(u.state = 'published', false) AS published,
      v."deletedAt" IS NOT NULL OR p."deletedAt" IS NOT NULL AS deleted
    FROM bearers b
    CROSS JOIN LATERAL (SELECT * FROM "Variant" WHERE "merchantId" = ${merchantId}::uuid AND "variantId" = b."variantId" LIMIT 1) v
    CROSS JOIN LATERAL (SELECT * FROM "Product" WHERE "merchantId" = v."merchantId" AND "productId" = v."productId" LIMIT 1) p
    LEFT JOIN LATERAL (SELECT * FROM "Publication"
      WHERE "connectionId" = ${connectionId}::uuid AND "productId" = v."productId" LIMIT 1) u ON true
    ORDER BY v."productId", v.position, v."variantId"`;

type ListingRow = { itemId: string; skuId: string; sellerSku: string; status: string };

const listingsOf = ({ connectionId }: Scope, codes: readonly string[]) => Prisma.sql`
  SELECT l."itemId", l."skuId", l."sellerSku", l.status FROM unnest(${[...codes]}::text[]) AS asked (code)
  CROSS JOIN LATERAL (SELECT * FROM "Listing"
    WHERE "connectionId" = ${connectionId}::uuid AND code = asked.code AND "goneAt" IS NULL OFFSET 0) l`;

const linksOf = ({ connectionId }: Scope, variantIds: readonly string[]) => Prisma.sql`
  SELECT k."variantId", k."itemId", k."skuId", k."sellerSku" FROM unnest(${[...variantIds]}::text[]) AS asked (id)
  CROSS JOIN LATERAL (SELECT * FROM "ListingLink"
    WHERE "connectionId" = ${connectionId}::uuid AND "variantId" = asked.id LIMIT 1) k`;

async function closure(door: TenantDoor, scope: Scope, productIds: readonly string[]): Promise<MatchClosure> {
  const { merchantId } = scope;
  const rows = await door.ask<VariantRow>(merchantId, variantsOf(scope, productIds));
  const codes = [...new Set(rows.flatMap((row) => row.code ?? []))];
  const listings = await door.ask<ListingRow>(merchantId, listingsOf(scope, codes));
  // By variant, which is the key; deleted variants keep their rows.
  const asked = new Set(productIds);
  const mine = rows.filter((row) => asked.has(row.productId)).map((row) => row.variantId);
  const links = await door.ask<LinkRow>(merchantId, linksOf(scope, mine));
  return {
    variants: rows.map((row) => ({
      variantId: variantId(row.variantId),
      productId: productId(row.productId),
      productTitle: row.productTitle,
      variantTitle: row.title,
      barcode: toBarcode(row.barcode),
      published: row.published,
      deleted: row.deleted,
    })),
    listings: listings.map((row) => ({
      itemId: itemId(row.itemId),
      skuId: skuId(row.skuId),
      sellerSku: toSellerSku(row.sellerSku),
      status: listingStatus(row.status),
    })),
    links: links.flatMap(linkOf),
  };
}

/** Settles what is sold no more or fed again, and answers what is left (spec R2.6). */
async function orphans(tx: Tx, { connectionId }: Scope, limit: number) {
  await tx.$executeRaw`
    DELETE FROM "LostLink" o WHERE o."connectionId" = ${connectionId}::uuid AND (
      EXISTS (SELECT 1 FROM "ListingLink" k WHERE k."connectionId" = o."connectionId" AND k."skuId" = o."skuId")
      OR EXISTS (SELECT 1 FROM "Listing" l WHERE l."connectionId" = o."connectionId" AND l."skuId" = o."skuId"
        AND (l."goneAt" IS NOT NULL OR l.status = 'deleted')))`;
  const rows = await tx.$queryRaw<(LinkRow & { total: bigint })[]>`
    SELECT o."variantId", o."itemId", o."skuId", l."sellerSku", count(*) OVER () AS total
    FROM "LostLink" o JOIN "Listing" l ON l."connectionId" = o."connectionId" AND l."skuId" = o."skuId"
    WHERE o."connectionId" = ${connectionId}::uuid AND l.status = 'active' AND l."sellerSku" <> ''
    ORDER BY o."lostAt", o."skuId" LIMIT ${limit}`;
  return { total: Number(rows[0]?.total ?? 0), links: rows.flatMap(linkOf) };
}

/**
 * In the order of their index, so many and no more: a shop is taken for a small one (docs/decisions/rows-of-a-new-shop.md), and all of it
 * would be read and sorted for each batch.
 */
const UNSORTED = Prisma.sql`SELECT set_config('enable_sort', 'off', true)`;
const dueOf = ({ connectionId }: Scope, now: Date, limit: number) => Prisma.sql`
  SELECT "productId", wanted AS version, state = 'published' AS published FROM "Publication"
  WHERE "connectionId" = ${connectionId}::uuid AND wanted > matched AND "dueAt" <= ${now} ORDER BY "dueAt", "productId" LIMIT ${limit}`;

async function nextDue(tx: Tx, connectionId: string): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ at: Date | null }[]>`
    SELECT min("dueAt") AS at FROM "Publication" WHERE "connectionId" = ${connectionId}::uuid AND wanted > matched`;
  return rows[0]?.at ?? null;
}

/** The first match of a product, mostly: one message instead of a transaction of six. */
async function onlyAdds(door: TenantDoor, scope: Scope, outcome: MatchOutcome): Promise<boolean> {
  if (outcome.removed.length > 0 || outcome.kept.length > 0) return false;
  return outcome.added.length === 0 || (await door.ask(scope.merchantId, olderLinks(scope, outcome))).length === 0;
}

/** Publications, links and lost links of one connection. */
export function createMatchStore(door: TenantDoor): MatchStore {
  return {
    canMatch: (merchantId, connectionId) =>
      door(merchantId, async (tx) => {
        const row = await tx.connection.findUnique({ where: { id: connectionId }, select: { listingsReadAt: true } });
        return row?.listingsReadAt != null;
      }),
    takeDue: (merchantId, connectionId, now, limit) =>
      door.ask<PublicationWish>(merchantId, UNSORTED, dueOf({ merchantId, connectionId }, now, limit)),
    nextDue: (merchantId, connectionId) => door(merchantId, (tx) => nextDue(tx, connectionId)),
    postpone: (merchantId, connectionId, until, fence) =>
      door(
        merchantId,
        async (tx) => {
          await tx.$executeRaw`
            UPDATE "Publication" SET "dueAt" = ${until}
            WHERE "connectionId" = ${connectionId}::uuid AND wanted > matched AND "dueAt" < ${until}`;
        },
        fence,
      ),
    closure: (merchantId, connectionId, productIds) => closure(door, { merchantId, connectionId }, productIds),
    async save(merchantId, connectionId, outcome, at, fence) {
      const scope = { merchantId, connectionId };
      // Links of the shop are written by whoever holds the fence: none comes between the question and its answer's use.
      if (await onlyAdds(door, scope, outcome)) return door.tell(merchantId, addedLinks(scope, outcome, at), fence);
      await door(merchantId, (tx) => saveLinks(tx, scope, outcome, at), fence);
    },
    orphans: (merchantId, connectionId, limit) =>
      door(merchantId, (tx) => orphans(tx, { merchantId, connectionId }, limit)),
    settleOrphans: (merchantId, connectionId, skuIds) =>
      door(merchantId, async (tx) => {
        await tx.lostLink.deleteMany({ where: { connectionId, skuId: { in: [...skuIds] } } });
      }),
  };
}
