import type { CatalogStore, LocationRecord, ProductRecord } from '@/src/sync/ports/catalog';
import { inOrder, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import { acknowledgeRefreshes, refreshes } from './product-refreshes';
import { must, type TenantRows } from './tenant-rows';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

type Saved = Parameters<CatalogStore['save']>[1];

const sellableIds = (locations: readonly LocationRecord[]): string =>
  locations
    .flatMap(({ locationId, sellable }) => (sellable ? [locationId] : []))
    .sort()
    .join(' ');

function load(rows: TenantRows, productIds: readonly string[]): ProductRecord[] {
  const wanted = new Set(productIds);
  const alive = [...rows.variants.values()].filter((one) => one.deletedAt === null && wanted.has(one.productId));
  const byProduct = Map.groupBy(alive, (variant) => variant.productId);
  return [...wanted].flatMap((productId) => {
    const row = rows.products.get(productId);
    if (!row || row.deletedAt !== null) return [];
    const { readAt: _readAt, deletedAt: _deletedAt, ...product } = row;
    const variants = (byProduct.get(productId) ?? []).map(
      ({ productId: _productId, readAt: _read, deletedAt: _deleted, ...variant }) => variant,
    );
    return [{ ...product, variants }];
  });
}

function upsert(rows: TenantRows, { products, readAt }: Saved): void {
  for (const { variants, ...product } of products) {
    rows.products.set(product.productId, { ...product, readAt, deletedAt: null });
    for (const variant of variants) {
      rows.variants.set(variant.variantId, { ...variant, productId: product.productId, readAt, deletedAt: null });
    }
  }
}

/** Variants that a product has no more, and products that Haravan has no more with all their variants. */
function markDeleted(rows: TenantRows, { products, deletedProductIds }: Saved, at: Date): void {
  const alive = new Set(products.flatMap((product) => product.variants.map((variant) => variant.variantId)));
  const read = new Set([...products.map((product) => product.productId), ...deletedProductIds]);
  for (const row of rows.variants.values()) {
    if (row.deletedAt === null && read.has(row.productId) && !alive.has(row.variantId)) row.deletedAt = at;
  }
  for (const productId of deletedProductIds) {
    const row = rows.products.get(productId);
    if (row && row.deletedAt === null) row.deletedAt = at;
  }
}

function progress(rows: TenantRows, { cursor, seenProductIds = [], readAt, refreshed = [] }: Saved): void {
  if (cursor !== undefined) must(rows.merchant).catalogCursor = cursor;
  for (const productId of seenProductIds) {
    const row = rows.products.get(productId);
    if (row) row.readAt = readAt;
  }
  acknowledgeRefreshes(rows, refreshed);
}

function save(rows: TenantRows, reading: Saved, at: Date) {
  const { priceOf, quantityOf } = reading.changes;
  upsert(rows, reading);
  markDeleted(rows, reading, at);
  progress(rows, reading);
  const price = wishPushes(rows, { variantIds: priceOf, figures: ['price'], cause: 'price_changed' }, at);
  const quantity = wishPushes(rows, { variantIds: quantityOf, figures: ['quantity'], cause: 'variant_changed' }, at);
  return { catalog: touchPublications(rows, reading.changes, at), stock: [...price, ...quantity] };
}

export function createCatalogStore(database: MemoryDatabase): CatalogStore {
  const { door } = database;
  return {
    ...refreshes(database),
    pullState: (merchantId) =>
      door(merchantId, (rows) => {
        const { catalogPullAt, catalogCursor, catalogStartedAt, catalogReadAt } = must(rows.merchant);
        return { dueAt: catalogPullAt, cursor: catalogCursor, startedAt: catalogStartedAt, readAt: catalogReadAt };
      }),
    beginPull: (merchantId, at, fence) =>
      door(
        merchantId,
        (rows) => void Object.assign(must(rows.merchant), { catalogStartedAt: at, catalogCursor: '0' }),
        fence,
      ),
    saveLocations: (merchantId, locations, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const before = sellableIds(rows.locations);
          must(rows.merchant).locationsReadAt = at;
          rows.locations = locations.map((location) => ({ ...location }));
          return before !== sellableIds(locations);
        },
        fence,
      ),
    loadProducts: (merchantId, productIds) => door(merchantId, (rows) => load(rows, productIds)),
    unseenProducts: (merchantId, since, limit) =>
      door(merchantId, (rows) => {
        const unseen = [...rows.products.values()].filter((row) => row.deletedAt === null && row.readAt < since);
        const ids = unseen.sort(inOrder((row) => row.productId)).map((row) => row.productId);
        return load(rows, ids.slice(0, limit));
      }),
    save: (merchantId, reading, at, fence) => door(merchantId, (rows) => save(rows, reading, at), fence),
    finishPull: (merchantId, { startedAt, nextAt }, fence) =>
      door(
        merchantId,
        (rows) => {
          const merchant = must(rows.merchant);
          const wishedSince = merchant.catalogPullAt !== null && merchant.catalogPullAt > startedAt;
          Object.assign(merchant, { catalogReadAt: startedAt, catalogStartedAt: null, catalogCursor: null });
          if (!wishedSince) merchant.catalogPullAt = nextAt;
        },
        fence,
      ),
    wishPull: (merchantId, at) =>
      door(merchantId, ({ merchant }) => {
        if (!merchant) return;
        const isEarlier = isDue(merchant.catalogPullAt, at) && merchant.catalogStartedAt === null;
        if (!isEarlier) merchant.catalogPullAt = at;
      }),
  };
}
