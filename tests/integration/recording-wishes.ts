import type { TurnKey } from '@/src/sync/ports/turn';
import type { CatalogWishes, OrderWishes, PushWishes } from '@/src/sync/ports/wishes';

/** Wishes written down instead of stored: these tests ask what is wished, others what becomes of it. */
export function recordingWishes() {
  const wished: string[] = [];
  const turns: TurnKey[] = [];
  const note = (...words: unknown[]) => void wished.push(words.join(' '));
  const catalog: CatalogWishes = {
    refreshProducts: async (_merchant, ids) => note('products', ids.join(',')),
    pullCatalog: async () => note('catalog'),
    pullListings: async (_merchant, connectionId) => note('listings', connectionId),
  };
  const pushes: PushWishes = {
    wish: async (_merchant, { variantIds, figures }) => note(figures.join('+'), variantIds.join(',')),
    wishAll: async (_merchant, connectionId, figures) => note('all', figures.join('+'), connectionId),
  };
  const orders: OrderWishes = {
    reimportUnderWay: async (_merchant, connectionId) => note('reimport', connectionId),
    reimport: async (_merchant, connectionId, ids) => note('reimport', connectionId, ids.join(',')),
    pollSoon: async (_merchant, connectionId) => note('poll', connectionId),
  };
  return {
    ...{ catalog, pushes, orders, wished, turns },
    queue: { request: async (key: TurnKey) => void turns.push(key) },
    forget() {
      wished.length = 0;
      turns.length = 0;
    },
  };
}
