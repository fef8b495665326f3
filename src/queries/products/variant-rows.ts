import type { Tx } from '@/src/db/client';
import { Prisma } from '@/src/db/generated/client';
import { type VariantState, variantStates } from './product-states';

export type PushedFigure = { value: number; at: Date } | null;

export type VariantRow = {
  variantId: string;
  title: string;
  barcode: string | null;
  price: number;
  /** At the stock warehouses when the quantity was last decided; before that, whatever Haravan said of all its warehouses. */
  available: number | null;
  tracksInventory: boolean;
  state: VariantState | null;
  /** Giá or Số lượng is switched on: else nothing is sent, and "synced" only means linked. */
  sending: boolean;
  pair: { sellerSku: string; itemId: string; skuId: string; url: string | null } | null;
  /** What Lazada has, as last read. */
  channelPrice: number | null;
  channelQuantity: number | null;
  pushedPrice: PushedFigure;
  pushedQuantity: PushedFigure;
};

type Row = Omit<VariantRow, 'pair' | 'pushedPrice' | 'pushedQuantity'> & {
  productId: string;
  sellerSku: string | null;
  itemId: string | null;
  skuId: string | null;
  url: string | null;
  lastPrice: number | null;
  lastPriceAt: Date | null;
  lastQuantity: number | null;
  lastQuantityAt: Date | null;
};

/** Variants of these products in Haravan's order, each with its pair and what was pushed last (R2.4). */
export async function readVariants(
  tx: Tx,
  connectionId: string,
  productIds: readonly string[],
): Promise<Map<string, VariantRow[]>> {
  if (productIds.length === 0) return new Map();
  const shown = Prisma.sql`v."productId" IN (${Prisma.join([...productIds])})`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT v."variantId", v."productId", v.title, v.barcode, v.price::float8 AS price, v."tracksInventory", s.state,
      coalesce((pq.explanation->>'stockTotal')::float8, v.available) AS available,
      (c."pushPrice" OR c."pushQuantity") AS sending,
      l."sellerSku", l."itemId", l."skuId", li.url, coalesce(pp.believed, li.price)::float8 AS "channelPrice",
      coalesce(pq.believed, li.sellable)::float8 AS "channelQuantity", pp."lastValue"::float8 AS "lastPrice", pp."lastPushedAt" AS "lastPriceAt",
      pq."lastValue"::float8 AS "lastQuantity", pq."lastPushedAt" AS "lastQuantityAt"
    FROM "Variant" v
    JOIN "Connection" c ON c.id = ${connectionId}::uuid
    JOIN (${variantStates(connectionId, shown)}) s ON s."variantId" = v."variantId"
    LEFT JOIN "ListingLink" l ON l."connectionId" = ${connectionId}::uuid AND l."variantId" = v."variantId"
    LEFT JOIN "Listing" li ON li."connectionId" = ${connectionId}::uuid AND li."skuId" = l."skuId"
    LEFT JOIN "Push" pp ON pp."connectionId" = ${connectionId}::uuid AND pp."variantId" = v."variantId" AND pp.figure = 'price'
    LEFT JOIN "Push" pq ON pq."connectionId" = ${connectionId}::uuid AND pq."variantId" = v."variantId" AND pq.figure = 'quantity'
    WHERE ${shown} AND v."deletedAt" IS NULL
    ORDER BY v."productId", v.position, v."variantId"`;
  return Map.groupBy(rows.map(toVariant), (row) => row.productId);
}

const pushed = (value: number | null, at: Date | null): PushedFigure =>
  value === null || at === null ? null : { value, at };

function toVariant(row: Row): VariantRow & { productId: string } {
  const { sellerSku, itemId, skuId, url, lastPrice, lastPriceAt, lastQuantity, lastQuantityAt, ...variant } = row;
  return {
    ...variant,
    pair: sellerSku !== null && itemId !== null && skuId !== null ? { sellerSku, itemId, skuId, url } : null,
    pushedPrice: pushed(lastPrice, lastPriceAt),
    pushedQuantity: pushed(lastQuantity, lastQuantityAt),
  };
}
