import type { ListingPullPosition, ListingStore } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { knownListings, markGone, upsertListings } from './listing-rows';
import type { TenantDoor } from './tenant';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

type Scope = { merchantId: string; connectionId: string };
type Reading = Parameters<ListingStore['save']>[2];

/** Figures that are switched off are not ours to compare (spec R3.1). A page that is read twice is remembered once. */
async function saveDifferences(tx: Tx, { merchantId, connectionId }: Scope, reading: Reading): Promise<void> {
  const { changes, readAt, readingAt } = reading;
  if (changes.drift.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Difference" ("merchantId", "connectionId", "readingAt", "variantId", figure, "sellerSku", believed, "believedAt",
      found, "foundAt")
    SELECT ${merchantId}::uuid, c.id, ${readingAt}, r."variantId", r.figure, r."sellerSku", r.believed, r."believedAt", r.found, ${readAt}
    FROM json_to_recordset(${JSON.stringify(changes.drift)}::json) AS r("variantId" text, figure text, "sellerSku" text,
      believed numeric, "believedAt" timestamptz, found numeric)
    JOIN "Connection" c ON c.id = ${connectionId}::uuid
    WHERE CASE r.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END
    ON CONFLICT DO NOTHING`;
}

async function save(tx: Tx, scope: Scope, reading: Reading, at: Date) {
  const { listings, changes, readAt } = reading;
  const { merchantId, connectionId } = scope;
  await upsertListings(tx, scope, listings, readAt);
  await markGone(tx, scope, changes.goneSkuIds, at);
  await saveDifferences(tx, scope, reading);
  const stock = [];
  for (const figure of ['price', 'quantity'] as const) {
    const variantIds = changes.drift.filter((drift) => drift.figure === figure).map((drift) => drift.variantId);
    const wish = { variantIds, figures: [figure], cause: 'drift', connectionId, forgetBelief: true };
    stock.push(...(await wishPushes(tx, merchantId, wish, at)));
  }
  const moved = { figures: ['quantity' as const], cause: 'listing_changed', connectionId, forgetBelief: true };
  stock.push(...(await wishPushes(tx, merchantId, { ...moved, variantIds: changes.quantityOf ?? [] }, at)));
  const touched = { productIds: [], codes: changes.codes, connectionId };
  return { catalog: await touchPublications(tx, merchantId, touched, at), stock };
}

async function savePosition(tx: Tx, { connectionId }: Scope, position: ListingPullPosition): Promise<void> {
  const { cursor, startedAt, pulledFrom = null, readAt = null, nextAt = null } = position;
  await tx.$executeRaw`
    UPDATE "Connection" SET "listingsCursor" = ${cursor}, "listingsStartedAt" = ${startedAt}::timestamptz,
      "listingsReadAt" = coalesce(${readAt}::timestamptz, "listingsReadAt"),
      "listingsPullAt" = CASE WHEN ${nextAt}::timestamptz IS NULL OR "listingsPullAt" > ${pulledFrom}::timestamptz
        THEN "listingsPullAt" ELSE ${nextAt}::timestamptz END
    WHERE id = ${connectionId}::uuid`;
  if (readAt === null) return;
  // Every figure that is sent was read back: so many were compared, by this reading (spec R10.7).
  await tx.$executeRaw`
    UPDATE "Connection" c SET "reconciledAt" = ${readAt}::timestamptz, "reconcileChecked" = (
      SELECT count(*) FROM "ListingLink" k
      JOIN "Listing" l ON l."connectionId" = k."connectionId" AND l."skuId" = k."skuId" AND l."readAt" >= ${readAt}::timestamptz
      JOIN "Push" p ON p."connectionId" = k."connectionId" AND p."variantId" = k."variantId"
      WHERE k."connectionId" = c.id AND l."goneAt" IS NULL AND CASE p.figure WHEN 'price' THEN c."pushPrice" ELSE c."pushQuantity" END)
    WHERE id = ${connectionId}::uuid`;
  // What waited for the first reading waits no more.
  await tx.$executeRaw`
    UPDATE "Publication" SET "dueAt" = least("dueAt", ${readAt}::timestamptz)
    WHERE "connectionId" = ${connectionId}::uuid AND wanted > matched`;
}

async function pullState(tx: Tx, { connectionId }: Scope) {
  const row = await tx.connection.findUniqueOrThrow({ where: { id: connectionId } });
  const listings = await tx.listing.count({ where: { connectionId, goneAt: null } });
  const { listingsPullAt, listingsCursor, listingsStartedAt, listingsReadAt } = row;
  const at = { dueAt: listingsPullAt, startedAt: listingsStartedAt, readAt: listingsReadAt };
  return { ...at, cursor: listingsCursor, listings };
}

/** Lazada's catalog as last read, and what follows from its changes (spec R2.6, R10.7). */
export function createListingStore(door: TenantDoor): ListingStore {
  return {
    pullState: (merchantId, connectionId) => door(merchantId, (tx) => pullState(tx, { merchantId, connectionId })),
    savePosition: (merchantId, connectionId, position, fence) =>
      door(merchantId, (tx) => savePosition(tx, { merchantId, connectionId }, position), fence),
    ofItems: (merchantId, connectionId, itemIds) =>
      door(merchantId, (tx) =>
        knownListings(tx, { merchantId, connectionId }, Prisma.sql`l."itemId" = ANY(${[...itemIds]}::text[])`),
      ),
    unseen: (merchantId, connectionId, since, limit) =>
      door(merchantId, (tx) => {
        const unseen = Prisma.sql`l."goneAt" IS NULL AND l."readAt" < ${since} ORDER BY l."skuId" LIMIT ${limit}`;
        return knownListings(tx, { merchantId, connectionId }, unseen);
      }),
    save: (merchantId, connectionId, reading, at, fence) =>
      door(merchantId, (tx) => save(tx, { merchantId, connectionId }, reading, at), fence),
    wishPull: (merchantId, connectionId, at) =>
      door(merchantId, async (tx) => {
        await tx.$executeRaw`
          UPDATE "Connection" SET "listingsPullAt" = CASE WHEN "listingsStartedAt" IS NULL
            THEN least("listingsPullAt", ${at}::timestamptz) ELSE ${at}::timestamptz END
          WHERE id = ${connectionId}::uuid`;
      }),
  };
}
