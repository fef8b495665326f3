import {
  connectionId as toConnectionId,
  lazadaOrderId,
  type LocationId,
  locationId as toLocationId,
  orderItemId,
  variantId,
} from '@/src/domain/ids';
import { readItemStatus } from '@/src/domain/order/item-status';
import { countOfExcluded } from '@/src/domain/stock/excluded-unit';
import type { HaravanCount, SoldUnit } from '@/src/domain/stock/in-flight';
import type { Feeding, StockFactsStore } from '@/src/sync/ports/stock';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { rowsAsTable } from './rows-as-table';
import type { TenantDoor } from './tenant';

type Row = {
  variantId: string;
  connectionId: string;
  lazadaOrderId: string;
  orderItemId: string;
  status: string;
  fulfilledByLazada: boolean;
  canceledInHaravan: boolean;
  haravanVariantId: string | null;
  haravanOrderId: string | null;
  haravanLocation: string | null;
  createAnsweredAt: Date | null;
  decision: string;
  decisionReason: string | null;
};

/** A unit counts at the location that Haravan named; where it named none its default location took the order (design §4). */
function countOf(row: Row, primary: LocationId | null): HaravanCount {
  if (row.haravanOrderId === null || row.createAnsweredAt === null) {
    if (row.decision === 'skipped' && row.decisionReason === 'before_backfill')
      return countOfExcluded(readItemStatus(row.status));
    return { kind: 'not_created', failing: row.decision === 'failing' };
  }
  if (row.canceledInHaravan || row.haravanVariantId !== row.variantId) return { kind: 'not_counted' };
  const location = row.haravanLocation ? toLocationId(row.haravanLocation) : primary;
  if (location === null) return { kind: 'not_counted' };
  return { kind: 'counted', answeredAtMs: row.createAnsweredAt.getTime(), locationId: location };
}

function soldUnit(row: Row, primary: LocationId | null): SoldUnit {
  return {
    connectionId: toConnectionId(row.connectionId),
    orderId: lazadaOrderId(row.lazadaOrderId),
    orderItemId: orderItemId(row.orderItemId),
    variantId: variantId(row.variantId),
    status: readItemStatus(row.status),
    fulfilledByLazada: row.fulfilledByLazada,
    haravan: countOf(row, primary),
  };
}

/**
 * Of a shop that was disconnected we learn nothing any more: its orders are held for the days in which they are shipped or
 * fall through, not for ever.
 */
const DISCONNECTED_DAYS = 14;

const FEEDING_COLUMNS = {
  variantId: ['text', (one: Feeding) => one.variantId],
  code: ['text', (one: Feeding) => one.code],
} as const;

/**
 * An item belongs to the variant it was matched to, to the one that bears its code now, to the one that still feeds a SKU of
 * that code or is about to, and to the one that its line in Haravan bears: after a barcode moved or a SKU was renamed, all
 * give way, also before the new code is matched. Orders that ended and were
 * counted before the reading began cannot be in flight and are left out. Row by row: docs/decisions/rows-of-a-new-shop.md.
 */
const soldRows = (merchantId: string, feeding: readonly Feeding[], begunAt: Date) => Prisma.sql`
  WITH asked AS (
    SELECT "variantId", code FROM ${rowsAsTable(feeding, FEEDING_COLUMNS)}
  ), wanted AS (
    SELECT * FROM asked
    UNION SELECT a."variantId", v.code FROM asked a CROSS JOIN LATERAL (SELECT code FROM "Variant"
      WHERE "merchantId" = ${merchantId}::uuid AND "variantId" = a."variantId" LIMIT 1) v
    UNION SELECT a."variantId", l.code FROM asked a JOIN "Connection" c ON c."merchantId" = ${merchantId}::uuid
      CROSS JOIN LATERAL (SELECT * FROM "ListingLink" WHERE "connectionId" = c.id AND "variantId" = a."variantId" LIMIT 1) k
      CROSS JOIN LATERAL (SELECT code FROM "Listing" WHERE "connectionId" = c.id AND "skuId" = k."skuId" LIMIT 1) l
  ), sold AS (
    SELECT w."variantId", i."connectionId", i."orderItemId" FROM wanted w CROSS JOIN LATERAL (SELECT * FROM "OrderItem"
      WHERE "merchantId" = ${merchantId}::uuid AND code = w.code OFFSET 0) i
    UNION SELECT w."variantId", i."connectionId", i."orderItemId" FROM wanted w CROSS JOIN LATERAL (SELECT * FROM "OrderItem"
      WHERE "merchantId" = ${merchantId}::uuid AND "variantId" = w."variantId" OFFSET 0) i
    UNION SELECT a."variantId", i."connectionId", i."orderItemId" FROM asked a CROSS JOIN LATERAL (SELECT * FROM "OrderItem"
      WHERE "merchantId" = ${merchantId}::uuid AND "haravanVariantId" = a."variantId" OFFSET 0) i
  )
  SELECT s."variantId", i."connectionId", i."lazadaOrderId", i."orderItemId", i.status, i."fulfilledByLazada",
    i."canceledInHaravan", i."haravanVariantId", o."haravanOrderId", o."haravanLocation", o."createAnsweredAt", o.decision,
    o."decisionReason"
  FROM sold s
  CROSS JOIN LATERAL (SELECT * FROM "OrderItem"
    WHERE "connectionId" = s."connectionId" AND "orderItemId" = s."orderItemId" LIMIT 1) i
  CROSS JOIN LATERAL (SELECT * FROM "ChannelOrder"
    WHERE "connectionId" = i."connectionId" AND "lazadaOrderId" = i."lazadaOrderId" LIMIT 1) o
  JOIN "Connection" c ON c.id = i."connectionId"
  WHERE i.status <> 'canceled' AND NOT i."fulfilledByLazada"
    AND NOT coalesce(c."disconnectedAt" < ${begunAt}::timestamptz - make_interval(days => ${DISCONNECTED_DAYS}::int), false)
    AND NOT (o."endedAt" IS NOT NULL AND coalesce(o."createAnsweredAt" < ${begunAt}, false))`;

/** What a quantity is computed from besides the stock itself (spec R3.5). */
export function createStockFactsStore(door: TenantDoor): StockFactsStore {
  const locations = (tx: Tx, merchantId: string) =>
    tx.location.findMany({ where: { merchantId }, orderBy: { position: 'asc' } });
  return {
    locations: (merchantId) =>
      door(merchantId, async (tx) =>
        (await locations(tx, merchantId)).map(({ locationId, kind, sellable, isPrimary }) => ({
          locationId: toLocationId(locationId),
          type: kind === '' ? null : kind,
          isUnavailableQuantity: !sellable && kind !== 'ontheroad',
          isPrimary,
        })),
      ),
    async soldUnits(merchantId, feeding, begunAt) {
      const rows = await door.ask<Row>(merchantId, soldRows(merchantId, feeding, begunAt));
      if (rows.length === 0) return [];
      const known = await door(merchantId, (tx) => locations(tx, merchantId));
      const primary = known.find((location) => location.isPrimary)?.locationId;
      return rows.map((row) => soldUnit(row, primary === undefined ? null : toLocationId(primary)));
    },
  };
}
