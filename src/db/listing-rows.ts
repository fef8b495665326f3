import type { Listing as DomainListing } from '@/src/domain/catalog/link';
import type { KnownListing, ListingRecord } from '@/src/sync/ports/catalog';
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
    FROM jsonb_to_recordset(${JSON.stringify(listings)}::jsonb) AS r("skuId" text, "itemId" text, "sellerSku" text, code text,
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

type Row = Omit<KnownListing, 'believedPrice' | 'believedQuantity' | 'status' | 'gone'> & {
  status: string;
  goneAt: Date | null;
  price: Prisma.Decimal | null;
  priceAt: Date | null;
  quantity: Prisma.Decimal | null;
  quantityAt: Date | null;
};

/** Text that an older release or a slip wrote is not taken for a sale. */
export const listingStatus = (status: string): DomainListing['status'] =>
  status === 'active' || status === 'deleted' ? status : 'inactive';

const known = ({ price, priceAt, quantity, quantityAt, goneAt, status, ...row }: Row): KnownListing => ({
  ...row,
  status: listingStatus(status),
  gone: goneAt !== null,
  believedPrice: { value: price?.toNumber() ?? null, at: priceAt },
  believedQuantity: { value: quantity?.toNumber() ?? null, at: quantityAt },
});

/** Listings with what we believe of them, when they are linked. */
export async function knownListings(tx: Tx, { connectionId }: Scope, where: Prisma.Sql): Promise<KnownListing[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT l."itemId", l."skuId", l.code, l."sellerSku", l.status, l.warehouses, l."goneAt", k."variantId",
      p.believed AS price, p."believedAt" AS "priceAt", q.believed AS quantity, q."believedAt" AS "quantityAt"
    FROM "Listing" l
    LEFT JOIN "ListingLink" k ON k."connectionId" = l."connectionId" AND k."skuId" = l."skuId"
    LEFT JOIN "Push" p ON p."connectionId" = k."connectionId" AND p."variantId" = k."variantId" AND p.figure = 'price'
    LEFT JOIN "Push" q ON q."connectionId" = k."connectionId" AND q."variantId" = k."variantId" AND q.figure = 'quantity'
    WHERE l."connectionId" = ${connectionId}::uuid AND ${where}`;
  return rows.map(known);
}
