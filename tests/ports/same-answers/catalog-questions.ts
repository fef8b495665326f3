import type { Drift, ListingPullPosition } from '@/src/sync/ports/catalog';
import { addedLink, link, listingRecord, outcomeOf, productRecord, variantRecord } from '../catalog-records';
import type { Chance, Question } from './question';

export const PRODUCTS = ['1', '2', '3'];
export const VARIANTS = ['11', '12', '21', '22', '31'];
export const CODES = ['A', 'B', 'C', 'D'];
export const SKUS = ['71', '72', '73', '74', '75'];

const productOf = (chance: Chance, id: string) => {
  const mine = chance.some(VARIANTS.filter((variant) => variant.startsWith(id)));
  const variants = mine.map((variant) =>
    variantRecord(variant, chance.maybe(chance.pick(CODES)), {
      ...{ price: chance.int(0, 9) * 10_000, tracksInventory: chance.flip(), position: chance.int(1, 3) },
    }),
  );
  return productRecord(id, variants);
};

const readProducts: Question = async (chance, ms, { shop }) => {
  const [gone = []] = chance.some([[chance.pick(PRODUCTS)]]);
  const products = chance
    .some(PRODUCTS)
    .filter((id) => !gone.includes(id))
    .map((id) => productOf(chance, id));
  const lists = { priceOf: chance.some(VARIANTS), quantityOf: chance.some(VARIANTS) };
  const changes = { ...lists, productIds: chance.some(PRODUCTS), codes: chance.some(CODES) };
  const refreshed = chance.some(await shop.stores.catalog.takeRefreshes(shop.merchantId, shop.at(ms), 9));
  const more = { cursor: chance.flip() ? String(ms) : undefined, seenProductIds: chance.some(PRODUCTS), refreshed };
  return {
    anyOrder: true,
    ask: ({ shop: { stores, merchantId, at }, fence }) => {
      const reading = { products, deletedProductIds: gone, changes, readAt: at(ms), ...more };
      return stores.catalog.save(merchantId, reading, at(ms), fence);
    },
  };
};

const readListings: Question = (chance, ms) => {
  const listings = chance.some(SKUS).map((sku) => {
    const status = chance.pick(['active', 'active', 'inactive', 'deleted'] as const);
    const figures = { price: chance.maybe(chance.int(1, 9) * 10_000), sellable: chance.maybe(chance.int(0, 9)) };
    return listingRecord(sku, chance.pick(CODES), { status, ...figures, locked: chance.int(0, 2) });
  });
  const figure = chance.pick(['price', 'quantity'] as const);
  const drift = chance
    .some(VARIANTS)
    .map((variantId): Drift => ({ variantId, figure, sellerSku: 'A', believed: 1, believedAt: null, found: 2 }));
  const changes = {
    goneSkuIds: chance.some(SKUS),
    codes: chance.some(CODES),
    quantityOf: chance.some(VARIANTS),
    drift,
  };
  return {
    anyOrder: true,
    ask: ({ shop: { stores, merchantId, connectionId, at } }) => {
      const reading = { listings, changes, readAt: at(ms), readingAt: at(ms) };
      return stores.listings.save(merchantId, connectionId, reading, at(ms));
    },
  };
};

const movePull: Question = (chance, ms) => {
  const isEnd = chance.flip();
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at }, fence }) => {
      const end = { startedAt: null, pulledFrom: at(ms - 2_000), readAt: at(ms), nextAt: at(ms + 9_000) };
      const position: ListingPullPosition = { cursor: String(ms), ...(isEnd ? end : { startedAt: at(ms) }) };
      await stores.listings.savePosition(merchantId, connectionId, position, fence);
      await stores.listings.wishPull(merchantId, connectionId, at(ms + 5_000));
      return stores.listings.pullState(merchantId, connectionId);
    },
  };
};

const pullCatalog: Question = (chance, ms) => {
  const step = chance.int(0, 2);
  return {
    ask: async ({ shop: { stores, merchantId, at }, fence }) => {
      const { catalog } = stores;
      if (step === 0) await catalog.beginPull(merchantId, at(ms), fence);
      if (step === 1)
        await catalog.finishPull(merchantId, { startedAt: at(ms - 4_000), nextAt: at(ms + 9_000) }, fence);
      if (step === 2) await catalog.wishPull(merchantId, at(ms));
      return catalog.pullState(merchantId);
    },
  };
};

const wishRefreshes: Question = (chance, ms) => {
  const [ids, later] = [chance.some(PRODUCTS), chance.some(PRODUCTS)];
  return {
    anyOrder: true,
    ask: async ({ shop: { stores, merchantId, at }, fence }) => {
      await stores.catalog.wishRefresh(merchantId, ids, at(ms));
      await stores.catalog.postponeRefreshes(merchantId, later, at(ms + 2_000), 'later', fence);
      return stores.catalog.takeRefreshes(merchantId, at(ms), 9);
    },
  };
};

/** One more link of a pair that is free, or one less. */
const rematch: Question = async (chance, ms, { shop }) => {
  const { stores, merchantId, connectionId, at } = shop;
  const due = await stores.matches.takeDue(merchantId, connectionId, at(ms), 9);
  const linked = await stores.settings.linked(merchantId, connectionId, null, 9);
  const free = VARIANTS.filter((id) => !linked.some((one) => one.variantId === id));
  const sku = chance.pick(SKUS);
  const removed = chance.some(linked.slice(0, 1)).flatMap(({ variantId, sellerSku }) => {
    const used = SKUS.find((id) => id.endsWith(variantId.slice(-1)));
    return used ? [link(variantId, used, sellerSku)] : [];
  });
  const added = free[0] && chance.flip(0.7) ? [addedLink(free[0].slice(0, 1), free[0], sku, chance.pick(CODES))] : [];
  const outcome = outcomeOf({ publications: chance.some(due), added, removed });
  return {
    anyOrder: true,
    ask: async (side) => {
      await side.shop.stores.matches.save(
        side.shop.merchantId,
        side.shop.connectionId,
        outcome,
        side.shop.at(ms),
        side.fence,
      );
      return side.shop.stores.matches.orphans(side.shop.merchantId, side.shop.connectionId, 9);
    },
  };
};

const publishRun: Question = (chance, ms) => {
  const kind = chance.pick(['publish', 'unpublish'] as const);
  const status = chance.pick([undefined, 'on_channel', 'off_channel'] as const);
  const filter = { search: chance.pick([undefined, 'san', 'pham 2']), tag: chance.pick([undefined, 'mới']), status };
  const selection = chance.flip() ? { filter } : { productIds: chance.some(PRODUCTS) };
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at }, runs }) => {
      const run = await stores.publications[kind](merchantId, connectionId, { selection, by: 'me', at: at(ms) });
      runs.push(run.runId);
      return stores.publications.run(merchantId, run.runId);
    },
  };
};

const endRun: Question = (chance, ms) => {
  const [back, cancels] = [chance.int(1, 3), chance.flip()];
  return {
    ask: async ({ shop: { stores, merchantId, connectionId, at }, runs }) => {
      const run = runs.at(-back);
      const canceled = run && cancels ? await stores.publications.cancelRun(merchantId, run, at(ms)) : null;
      await stores.publications.finishRuns(merchantId, connectionId, at(ms));
      return [canceled, run ? await stores.publications.run(merchantId, run) : null];
    },
  };
};

const look: Question = (chance, ms) => {
  const ids = chance.some(PRODUCTS);
  return {
    anyOrder: true,
    ask: async ({ shop: { stores, merchantId, connectionId, at } }) => [
      await stores.catalog.loadProducts(merchantId, ids),
      await stores.listings.ofItems(
        merchantId,
        connectionId,
        SKUS.map((sku) => `9${sku}`),
      ),
      await stores.matches.closure(merchantId, connectionId, ids),
      await stores.matches.nextDue(merchantId, connectionId),
      await stores.settings.linked(merchantId, connectionId, null, 9),
      (await stores.catalog.unseenProducts(merchantId, at(ms - 5_000), 2)).map((product) => product.productId),
      (await stores.listings.unseen(merchantId, connectionId, at(ms - 5_000), 2)).map((listing) => listing.skuId),
    ],
  };
};

export const catalogQuestions: Readonly<Record<string, Question>> = {
  ...{ readProducts, readListings, movePull, pullCatalog, wishRefreshes, rematch, publishRun, endRun, look },
};
