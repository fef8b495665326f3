import type { Listing as DomainListing } from '@/src/domain/catalog/link';
import type { Belief, KnownListing, ListingRecord } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import type { Prisma } from './generated/client';

type Scope = { merchantId: string; connectionId: string };

export async function upsertListings(tx: Tx, scope: Scope, listings: readonly ListingRecord[], readAt: Date) {
  if (listings.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Listing" ("merchantId", "connectionId", "skuId", "itemId", "sellerSku", code, name, status, price, sellable,
      locked, warehouses, url, "readAt")
    SELECT ${scope.merchantId}::uuid, ${scope.connectionId}::uuid, r."skuId", r."itemId", r."sellerSku", r.code, r.name,
      r.status, r.price, r.sellable, r.locked, r.warehouses, r.url, ${readAt}
    FROM json_to_recordset(${JSON.stringify(listings)}::json) AS r("skuId" text, "itemId" text, "sellerSku" text, code text,
      name text, status text, price numeric, sellable int, locked int, warehouses int, url text)
    ON CONFLICT ("connectionId", "skuId") DO UPDATE SET "itemId" = excluded."itemId", "sellerSku" = excluded."sellerSku",
      code = excluded.code, name = excluded.name, status = excluded.status, price = excluded.price,
      sellable = excluded.sellable, locked = excluded.locked, warehouses = excluded.warehouses, url = excluded.url,
      "readAt" = excluded."readAt", "goneAt" = NULL`;
}

export async function markGone(tx: Tx, { connectionId }: Scope, skuIds: readonly string[], at: Date): Promise<void> {
  if (skuIds.length === 0) return;
  await tx.listing.updateMany({ where: { connectionId, skuId: { in: [...skuIds] } }, data: { goneAt: at } });
}

/** Text that an older release or a slip wrote is not taken for a sale. */
export const listingStatus = (status: string): DomainListing['status'] =>
  status === 'active' || status === 'deleted' ? status : 'inactive';

type Row = {
  itemId: string;
  skuId: string;
  code: string | null;
  sellerSku: string;
  status: string;
  warehouses: number;
  goneAt: Date | null;
};
type Push = { variantId: string; figure: string; believed: Prisma.Decimal | null; believedAt: Date | null };

const UNKNOWN: Belief = { value: null, at: null };

/** What we believe that Lazada shows, by variant and figure. */
async function beliefsOf(tx: Tx, connectionId: string, variantIds: string[]): Promise<Map<string, Belief>> {
  const where = { connectionId, variantId: { in: variantIds } };
  const select = { variantId: true, figure: true, believed: true, believedAt: true };
  const pushes: Push[] = await tx.push.findMany({ where, select });
  return new Map(
    pushes.map((push) => [
      `${push.variantId} ${push.figure}`,
      { value: push.believed?.toNumber() ?? null, at: push.believedAt },
    ]),
  );
}

/**
 * Listings with what we believe of them, when they are linked. A table at a time: joined, and before PostgreSQL has statistics
 * of a new shop's rows, each of three hundred listings went through all links and figures, for 38 s.
 */
export async function knownListings(tx: Tx, { connectionId }: Scope, where: Prisma.Sql): Promise<KnownListing[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l."itemId", l."skuId", l.code, l."sellerSku", l.status, l.warehouses, l."goneAt"
    FROM "Listing" l WHERE l."connectionId" = ${connectionId}::uuid AND ${where}`;
  const skuId = { in: rows.map((row) => row.skuId) };
  const links = await tx.listingLink.findMany({
    where: { connectionId, skuId },
    select: { skuId: true, variantId: true },
  });
  const variantOf = new Map(links.map((link) => [link.skuId, link.variantId]));
  const beliefs = await beliefsOf(tx, connectionId, [...variantOf.values()]);
  return rows.map(({ goneAt, status, ...row }) => {
    const variantId = variantOf.get(row.skuId) ?? null;
    return {
      ...row,
      status: listingStatus(status),
      gone: goneAt !== null,
      variantId,
      believedPrice: beliefs.get(`${variantId} price`) ?? UNKNOWN,
      believedQuantity: beliefs.get(`${variantId} quantity`) ?? UNKNOWN,
    };
  });
}
