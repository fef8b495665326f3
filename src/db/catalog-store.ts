import type { CatalogStore, LocationRecord, PullState } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import { Prisma } from './generated/client';
import { markDeleted, productsOf, upsertProducts, upsertVariants } from './product-rows';
import { acknowledgeRefreshes, refreshes } from './product-refresh-rows';
import type { TenantDoor } from './tenant';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

const sellableIds = (locations: readonly { locationId: string; sellable: boolean }[]): string =>
  locations
    .flatMap(({ locationId, sellable }) => (sellable ? [locationId] : []))
    .sort()
    .join(' ');

async function replaceLocations(tx: Tx, merchantId: string, locations: readonly LocationRecord[], at: Date) {
  const before = await tx.location.findMany({ where: { merchantId } });
  await tx.location.deleteMany({ where: { merchantId } });
  await tx.location.createMany({ data: locations.map((location) => ({ ...location, merchantId })) });
  await tx.merchant.update({ where: { id: merchantId }, data: { locationsReadAt: at } });
  return sellableIds(before) !== sellableIds(locations);
}

async function load(tx: Tx, merchantId: string, productIds: readonly string[]) {
  const where = { merchantId, productId: { in: [...productIds] }, deletedAt: null };
  const products = await tx.product.findMany({ where });
  return productsOf(products, await tx.variant.findMany({ where }));
}

type Saved = Parameters<CatalogStore['save']>[1];

async function progress(tx: Tx, merchantId: string, { cursor, seenProductIds = [], readAt, refreshed }: Saved) {
  if (cursor !== undefined) await tx.merchant.update({ where: { id: merchantId }, data: { catalogCursor: cursor } });
  if (seenProductIds.length > 0) {
    const where = { merchantId, productId: { in: [...seenProductIds] } };
    await tx.product.updateMany({ where, data: { readAt } });
  }
  if (refreshed && refreshed.length > 0) await acknowledgeRefreshes(tx, merchantId, refreshed);
}

async function save(tx: Tx, merchantId: string, reading: Saved, at: Date) {
  const { products, changes, readAt } = reading;
  await upsertProducts(tx, merchantId, products, readAt);
  await upsertVariants(tx, merchantId, products, readAt);
  await markDeleted(tx, merchantId, reading, at);
  await progress(tx, merchantId, reading);
  const price = { variantIds: changes.priceOf, figures: ['price' as const], cause: 'price_changed' };
  const quantity = { variantIds: changes.quantityOf, figures: ['quantity' as const], cause: 'variant_changed' };
  return {
    catalog: await touchPublications(tx, merchantId, changes, at),
    stock: [...(await wishPushes(tx, merchantId, price, at)), ...(await wishPushes(tx, merchantId, quantity, at))],
  };
}

async function pullState(tx: Tx, merchantId: string): Promise<PullState> {
  const row = await tx.merchant.findUniqueOrThrow({ where: { id: merchantId } });
  const { catalogPullAt, catalogCursor, catalogStartedAt, catalogReadAt } = row;
  return { dueAt: catalogPullAt, cursor: catalogCursor, startedAt: catalogStartedAt, readAt: catalogReadAt };
}

/** A wish made while the pull ran keeps its own time: the pull may have passed by what changed. */
const finishPull = (merchantId: string, startedAt: Date, nextAt: Date): Prisma.Sql => Prisma.sql`
  UPDATE "Merchant" SET "catalogReadAt" = ${startedAt}, "catalogStartedAt" = NULL, "catalogCursor" = NULL,
    "catalogPullAt" = CASE WHEN "catalogPullAt" > ${startedAt} THEN "catalogPullAt" ELSE ${nextAt}::timestamptz END
  WHERE id = ${merchantId}::uuid`;

const wishPull = (merchantId: string, at: Date): Prisma.Sql => Prisma.sql`
  UPDATE "Merchant" SET "catalogPullAt" = CASE WHEN "catalogStartedAt" IS NULL THEN least("catalogPullAt", ${at}::timestamptz)
    ELSE ${at}::timestamptz END WHERE id = ${merchantId}::uuid`;

/** Haravan's catalog as last read (spec R2): the mirror and what follows from its changes are written together. */
export function createCatalogStore(door: TenantDoor): CatalogStore {
  return {
    ...refreshes(door),
    pullState: (merchantId) => door(merchantId, (tx) => pullState(tx, merchantId)),
    beginPull: (merchantId, at, fence) =>
      door(
        merchantId,
        async (tx) => {
          await tx.merchant.update({ where: { id: merchantId }, data: { catalogStartedAt: at, catalogCursor: '0' } });
        },
        fence,
      ),
    saveLocations: (merchantId, locations, at, fence) =>
      door(merchantId, (tx) => replaceLocations(tx, merchantId, locations, at), fence),
    loadProducts: (merchantId, productIds) => door(merchantId, (tx) => load(tx, merchantId, productIds)),
    unseenProducts: (merchantId, since, limit) =>
      door(merchantId, async (tx) => {
        const where = { merchantId, deletedAt: null, readAt: { lt: since } };
        const unseen = await tx.product.findMany({ where, take: limit, orderBy: { productId: 'asc' } });
        return load(
          tx,
          merchantId,
          unseen.map((product) => product.productId),
        );
      }),
    save: (merchantId, reading, at, fence) => door(merchantId, (tx) => save(tx, merchantId, reading, at), fence),
    finishPull: (merchantId, { startedAt, nextAt }, fence) =>
      door(
        merchantId,
        async (tx) => {
          await tx.$executeRaw(finishPull(merchantId, startedAt, nextAt));
        },
        fence,
      ),
    wishPull: (merchantId, at) =>
      door(merchantId, async (tx) => {
        await tx.$executeRaw(wishPull(merchantId, at));
      }),
  };
}
