import type { CatalogStore, ListingStore } from '../ports/catalog';
import type { PushStore } from '../ports/stock';
import type { TurnQueue } from '../ports/turn';
import type { CatalogWishes, PushWishes } from '../ports/wishes';
import { requestTurns } from './request-turns';

/** Records that figures must be pushed again, then asks for the turns. */
export function createPushWishes(deps: { pushes: PushStore; turns: TurnQueue }): PushWishes {
  const { pushes, turns } = deps;
  return {
    async wish(merchantId, wish, at) {
      if (wish.variantIds.length === 0) return;
      await requestTurns(turns, merchantId, await pushes.wish(merchantId, wish, at));
    },
    async wishAll(merchantId, connectionId, figures, cause, at) {
      if (figures.length === 0) return;
      const wish = { variantIds: 'all' as const, figures, cause, connectionId };
      await requestTurns(turns, merchantId, await pushes.wish(merchantId, wish, at));
    },
  };
}

/** Records that a catalog must be read again, then asks for the turn. */
export function createCatalogWishes(deps: {
  catalog: CatalogStore;
  listings: ListingStore;
  turns: TurnQueue;
}): CatalogWishes {
  const { catalog, listings, turns } = deps;
  return {
    async refreshProducts(merchantId, productIds, at) {
      if (productIds.length === 0) return;
      await catalog.wishRefresh(merchantId, productIds, at);
      await turns.request({ lane: 'catalog', merchantId, connectionId: null });
    },
    async pullCatalog(merchantId, at) {
      await catalog.wishPull(merchantId, at);
      await turns.request({ lane: 'catalog', merchantId, connectionId: null });
    },
    async pullListings(merchantId, connectionId, at) {
      await listings.wishPull(merchantId, connectionId, at);
      await turns.request({ lane: 'catalog', merchantId, connectionId });
    },
  };
}
