import type { KnownListing, ListingStore } from '@/src/sync/ports/catalog';
import type { ListingRow, PushRow } from './catalog-rows';
import { earliest, inOrder } from './instants';
import type { MemoryDatabase } from './memory-database';
import { pushKey } from './push-rows';
import { type ConnectionRow, must, type ShopRows, shopOf, type TenantRows } from './tenant-rows';
import { touchPublications } from './touch-publications';
import { wishPushes } from './wish-pushes';

type Reading = Parameters<ListingStore['save']>[2];

const beliefOf = (row: PushRow | undefined) => ({ value: row?.believed ?? null, at: row?.believedAt ?? null });

function known(shop: ShopRows, linked: ReadonlyMap<string, string>, listing: ListingRow): KnownListing {
  const { itemId, skuId, code, sellerSku, status, warehouses, goneAt } = listing;
  const variantId = linked.get(skuId) ?? null;
  const push = (figure: 'price' | 'quantity') =>
    variantId === null ? undefined : shop.pushes.get(pushKey(figure, variantId));
  const beliefs = { believedPrice: beliefOf(push('price')), believedQuantity: beliefOf(push('quantity')) };
  return { itemId, skuId, code, sellerSku, status, warehouses, gone: goneAt !== null, variantId, ...beliefs };
}

function knownListings(shop: ShopRows, listings: readonly ListingRow[]): KnownListing[] {
  const linked = new Map([...shop.links.values()].map((link) => [link.skuId, link.variantId]));
  return listings.map((listing) => known(shop, linked, listing));
}

/** Figures that are switched off are not ours to compare (spec R3.1). A page that is read twice is remembered once. */
function saveDifferences(rows: TenantRows, connectionId: string, { changes, readingAt, readAt }: Reading): void {
  const view = rows.connections.get(connectionId)?.view;
  const { differences } = shopOf(rows, connectionId);
  for (const drift of changes.drift) {
    const key = `${readingAt.getTime()} ${pushKey(drift.figure, drift.variantId)}`;
    if (!(drift.figure === 'price' ? view?.pushPrice : view?.pushQuantity) || differences.has(key)) continue;
    differences.set(key, { ...drift, readingAt, foundAt: readAt });
  }
}

/** Every figure that is sent was read back: so many were compared. */
function compared(shop: ShopRows, { view }: ConnectionRow, since: Date): number {
  const links = [...shop.links.values()].filter(({ skuId }) => {
    const listing = shop.listings.get(skuId);
    return listing !== undefined && listing.goneAt === null && listing.readAt >= since;
  });
  return links.length * (Number(view.pushPrice) + Number(view.pushQuantity));
}

function save(rows: TenantRows, connectionId: string, reading: Reading, at: Date) {
  const { listings, changes, readAt } = reading;
  const shop = shopOf(rows, connectionId);
  for (const listing of listings) shop.listings.set(listing.skuId, { ...listing, readAt, goneAt: null });
  for (const skuId of changes.goneSkuIds) {
    const row = shop.listings.get(skuId);
    if (row) row.goneAt = at;
  }
  saveDifferences(rows, connectionId, reading);
  const stock = (['price', 'quantity'] as const).flatMap((figure) => {
    const variantIds = changes.drift.filter((drift) => drift.figure === figure).map((drift) => drift.variantId);
    const wish = { variantIds, figures: [figure], cause: 'drift', connectionId, forgetBelief: true };
    return wishPushes(rows, wish, at);
  });
  const moved = { figures: ['quantity' as const], cause: 'listing_changed', connectionId, forgetBelief: true };
  stock.push(...wishPushes(rows, { ...moved, variantIds: changes.quantityOf ?? [] }, at));
  return { catalog: touchPublications(rows, { productIds: [], codes: changes.codes, connectionId }, at), stock };
}

export function createListingStore({ door }: MemoryDatabase): ListingStore {
  return {
    pullState: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const { listingsPullAt: dueAt, listingsCursor: cursor, ...row } = must(rows.connections.get(connectionId));
        const listings = [...shopOf(rows, connectionId).listings.values()].filter((one) => one.goneAt === null).length;
        return { dueAt, cursor, startedAt: row.listingsStartedAt, readAt: row.listingsReadAt, listings };
      }),
    savePosition: (merchantId, connectionId, { cursor, startedAt, pulledFrom, readAt, nextAt }, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = rows.connections.get(connectionId);
          if (!row) return;
          Object.assign(row, { listingsCursor: cursor, listingsStartedAt: startedAt });
          const wishedSince = pulledFrom && row.listingsPullAt && row.listingsPullAt > pulledFrom;
          if (nextAt && !wishedSince) row.listingsPullAt = nextAt;
          if (!readAt) return;
          const shop = shopOf(rows, connectionId);
          const reconcileChecked = compared(shop, row, readAt);
          Object.assign(row, { listingsReadAt: readAt, reconciledAt: readAt, reconcileChecked });
          for (const one of shop.publications.values()) {
            if (one.wanted > one.matched) one.dueAt = earliest(one.dueAt, readAt) ?? readAt;
          }
        },
        fence,
      ),
    ofItems: (merchantId, connectionId, itemIds) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const wanted = new Set(itemIds);
        return knownListings(
          shop,
          [...shop.listings.values()].filter((row) => wanted.has(row.itemId)),
        );
      }),
    unseen: (merchantId, connectionId, since, limit) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const unseen = [...shop.listings.values()].filter((row) => row.goneAt === null && row.readAt < since);
        return knownListings(shop, unseen.sort(inOrder((row) => row.skuId)).slice(0, limit));
      }),
    save: (merchantId, connectionId, reading, at, fence) =>
      door(merchantId, (rows) => save(rows, connectionId, reading, at), fence),
    wishPull: (merchantId, connectionId, at) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (row) row.listingsPullAt = row.listingsStartedAt === null ? earliest(row.listingsPullAt, at) : at;
      }),
  };
}
