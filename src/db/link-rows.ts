import { FIGURE_CODES } from '@/src/domain/issue/figure-codes';
import type { MatchOutcome } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { rowsAsTable } from './rows-as-table';

type Scope = { merchantId: string; connectionId: string };

/** A SKU whose link is lost may still be sold: it is remembered until it is fed again, gone, or set to 0 (spec R2.6). */
async function loseLinks(
  tx: Tx,
  { merchantId, connectionId }: Scope,
  { removed }: MatchOutcome,
  at: Date,
): Promise<void> {
  if (removed.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "LostLink" ("merchantId", "connectionId", "skuId", "itemId", "sellerSku", "variantId", "lostAt")
    SELECT ${merchantId}::uuid, ${connectionId}::uuid, r."skuId", r."itemId", r."sellerSku", r."variantId", ${at}
    FROM json_to_recordset(${JSON.stringify(removed)}::json) AS r("skuId" text, "itemId" text, "sellerSku" text, "variantId" text)
    ON CONFLICT ("connectionId", "skuId") DO NOTHING`;
  await tx.listingLink.deleteMany({
    where: { connectionId, variantId: { in: removed.map((link) => link.variantId) } },
  });
}

/**
 * An older link to a SKU that now belongs to somebody else, whose own product is still to be matched. As text the shop cannot be looked up
 * by the key of links, which would read all of them: the SKU is what is looked for.
 */
const isOlder = ({ connectionId }: Scope, added: MatchOutcome['added']) => Prisma.sql`
  "connectionId"::text = ${connectionId} AND "skuId" = ANY(${added.map((link) => link.skuId)}::text[])
    AND "variantId" <> ALL(${added.map((link) => link.variantId)}::text[])`;

export const olderLinks = (scope: Scope, { added }: MatchOutcome) => Prisma.sql`
  SELECT "variantId" FROM "ListingLink" WHERE ${isOlder(scope, added)} LIMIT 1`;

/** It gives way. */
async function giveWay(tx: Tx, scope: Scope, { added }: MatchOutcome): Promise<string[]> {
  if (added.length === 0) return [];
  const gone = await tx.$queryRaw<{ variantId: string }[]>`
    DELETE FROM "ListingLink" WHERE ${isOlder(scope, added)} RETURNING "variantId"`;
  return gone.map((row) => row.variantId);
}

/** After the links, whose rows a turn that settles its batch holds: what it has just said of them goes too (spec R2.5). */
async function dropFigures(tx: Tx, { connectionId }: Scope, variantIds: readonly string[], at: Date): Promise<void> {
  if (variantIds.length === 0) return;
  // In the order of everybody who takes several figures, as long as it takes; then they go.
  await tx.$executeRaw`SELECT count(*) FROM (SELECT 1 FROM "Push" WHERE "connectionId" = ${connectionId}::uuid
    AND "variantId" = ANY(${[...variantIds]}::text[]) ORDER BY "variantId", figure FOR UPDATE) locked`;
  const lost = { in: [...variantIds] };
  await tx.push.deleteMany({ where: { connectionId, variantId: lost } });
  const told = {
    connectionId,
    subjectKind: 'variant',
    subjectId: lost,
    code: { in: [...FIGURE_CODES] },
    closedAt: null,
  };
  await tx.syncIssue.updateMany({ where: told, data: { closedAt: at } });
}

type Added = MatchOutcome['added'][number];

const LINK_COLUMNS = {
  variantId: ['text', (link: Added) => link.variantId],
  productId: ['text', (link: Added) => link.productId],
  itemId: ['text', (link: Added) => link.itemId],
  skuId: ['text', (link: Added) => link.skuId],
  sellerSku: ['text', (link: Added) => link.sellerSku],
} as const;

/** The price that was just read needs no push when it is right. A quantity moves with every sale: it is sent. */
const addLinks = ({ merchantId, connectionId }: Scope, added: MatchOutcome['added'], at: Date) => Prisma.sql`
    WITH added AS MATERIALIZED (
      SELECT r.*, l.price, CASE WHEN l.price IS NOT NULL THEN l."readAt" END AS "readAt" FROM ${rowsAsTable(added, LINK_COLUMNS)}
      LEFT JOIN LATERAL (SELECT price, "readAt" FROM "Listing"
        WHERE "connectionId" = ${connectionId}::uuid AND "skuId" = r."skuId" LIMIT 1) l ON true
    ), linked AS (
      INSERT INTO "ListingLink" ("merchantId", "connectionId", "variantId", "productId", "itemId", "skuId", "sellerSku", "linkedAt")
      SELECT ${merchantId}::uuid, ${connectionId}::uuid, "variantId", "productId", "itemId", "skuId", "sellerSku", ${at}::timestamptz FROM added
    )
    INSERT INTO "Push" ("merchantId", "connectionId", "variantId", figure, "dueAt", "wantedSince", believed, "believedAt")
    SELECT ${merchantId}::uuid, ${connectionId}::uuid, "variantId", f.figure, ${at}::timestamptz, ${at}::timestamptz, f.believed, f."believedAt"
    FROM added CROSS JOIN LATERAL (VALUES ('price', price, "readAt"), ('quantity', NULL, NULL)) AS f (figure, believed, "believedAt")
    ON CONFLICT ("connectionId", "variantId", figure) DO NOTHING`;

/** Seldom any: they are looked for row by row, since a join may read all links of a shop that PostgreSQL does not know yet. */
async function respell(tx: Tx, { connectionId }: Scope, { kept }: MatchOutcome): Promise<void> {
  if (kept.length === 0) return;
  const respelled = await tx.$queryRaw<{ variantId: string; sellerSku: string }[]>`
    SELECT r."variantId", r."sellerSku"
    FROM json_to_recordset(${JSON.stringify(kept)}::json) AS r("variantId" text, "sellerSku" text)
    CROSS JOIN LATERAL (SELECT "sellerSku" FROM "ListingLink"
      WHERE "connectionId" = ${connectionId}::uuid AND "variantId" = r."variantId" LIMIT 1) k
    WHERE k."sellerSku" <> r."sellerSku" ORDER BY 1`;
  for (const { variantId, sellerSku } of respelled) {
    await tx.listingLink.updateMany({ where: { connectionId, variantId }, data: { sellerSku } });
  }
}

/** Only the version that was matched is acknowledged: a change that came meanwhile is matched again. */
function acknowledge({ connectionId }: Scope, { publications }: MatchOutcome): Prisma.Sql {
  const versions = Object.fromEntries(publications.map(({ productId, version }) => [productId, version]));
  // Not joined to a list, which would be sorted anew for each row (docs/decisions/rows-of-a-new-shop.md).
  return Prisma.sql`
    UPDATE "Publication" p SET matched = (${JSON.stringify(versions)}::jsonb ->> p."productId")::int, attempts = 0, "blockedBy" = NULL,
      "removedAt" = CASE WHEN p.state = 'published' THEN NULL ELSE p."removedAt" END
    WHERE p."connectionId" = ${connectionId}::uuid AND p."productId" = ANY(${Object.keys(versions)}::text[])`;
}

/** What a match that only adds links comes to: all that it writes. */
export const addedLinks = (scope: Scope, outcome: MatchOutcome, at: Date): Prisma.Sql[] => [
  ...(outcome.added.length > 0 ? [addLinks(scope, outcome.added, at)] : []),
  acknowledge(scope, outcome),
];

export async function saveLinks(tx: Tx, scope: Scope, outcome: MatchOutcome, at: Date): Promise<void> {
  await loseLinks(tx, scope, outcome, at);
  const gaveWay = await giveWay(tx, scope, outcome);
  await dropFigures(tx, scope, [...outcome.removed.map((link) => link.variantId), ...gaveWay], at);
  await respell(tx, scope, outcome);
  for (const statement of addedLinks(scope, outcome, at)) await tx.$executeRaw(statement);
}
