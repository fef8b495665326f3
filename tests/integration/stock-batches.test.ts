import { isDeepStrictEqual } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PlatformError } from '@/src/clients/http/platform-error';
import { createStockTurn } from '@/src/sync/stock/stock-turn';
import { type CatalogRig, startCatalogRig } from './catalog-rig';
import { seeds, V } from './catalog-seed';

const SELLABLE = '/product/stock/sellable/update';
const PRICES = '/product/price_quantity/update';
const FEED = '/orders/get';
const ONE_EACH = { skus: 1, atOnce: 4 };

let rig: CatalogRig;
beforeEach(async () => {
  rig = await startCatalogRig({ seeds: seeds() });
  await rig.publishAll();
  await rig.switchOn();
  rig.sandbox.lazada.calls.clear();
});
afterEach(() => rig.close());

const throttled = new PlatformError({ kind: 'throttled', platform: 'lazada', operation: 'test', retryAfterMs: 900 });
const sellable = () => ['AO-DEN', 'AO-DO', 'LY'].map((sku) => rig.sku(sku).sellable);
const isDone = async (variantId: number) => {
  const push = await rig.push(String(variantId), 'quantity');
  return push.done === push.wanted;
};

it('R3.4 R3.5 several calls of quantities share one reading of the order feed; after the last it is read once more', async () => {
  await rig.runStock(rig.connectionId, createStockTurn({ ...rig.stockDeps, batches: ONE_EACH }));
  expect(sellable()).toEqual([15, 5, 40]);
  expect([rig.lazadaCalls(SELLABLE), rig.lazadaCalls(FEED)]).toEqual([3, 2]);
});

it('R8.1 of calls side by side, those that reached Lazada are acknowledged though one was sent away', async () => {
  const { lazada } = rig;
  const handler = createStockTurn({
    ...rig.stockDeps,
    batches: ONE_EACH,
    lazada: {
      ...lazada,
      async updateSellable(auth, writes) {
        if (writes.some(({ sellerSku }) => sellerSku === 'AO-DO')) throw throttled;
        return lazada.updateSellable(auth, writes);
      },
    },
  });
  await expect(rig.runStock(rig.connectionId, handler)).rejects.toBe(throttled);
  expect([sellable()[0], sellable()[2]]).toEqual([15, 40]);
  expect(await Promise.all([V.black, V.red, V.cup].map(isDone))).toEqual([true, false, true]);
  rig.sandbox.lazada.calls.clear();
  await rig.runStock();
  expect(sellable()).toEqual([15, 5, 40]);
  expect(rig.lazadaCalls(SELLABLE)).toBe(1);
});

it('R8.1 of stock readings side by side, those that came are pushed though one was sent away', async () => {
  const { haravan } = rig.stockDeps;
  const handler = createStockTurn({
    ...rig.stockDeps,
    batches: ONE_EACH,
    haravan: {
      ...haravan,
      async readStock(auth, asked) {
        if (asked.variantIds.includes(String(V.red))) throw throttled;
        return haravan.readStock(auth, asked);
      },
    },
  });
  await expect(rig.runStock(rig.connectionId, handler)).rejects.toBe(throttled);
  expect(await Promise.all([V.black, V.red, V.cup].map(isDone))).toEqual([true, false, true]);
  await rig.runStock();
  expect(sellable()).toEqual([15, 5, 40]);
});

it('R3.4 a price that Lazada takes long to accept holds up no quantity, however many batches there are', async () => {
  const { lazada } = rig;
  let lastWritten = () => {};
  const allWritten = new Promise<void>((resolve) => {
    lastWritten = resolve;
  });
  const handler = createStockTurn({
    ...rig.stockDeps,
    batches: { skus: 1, atOnce: 1 },
    lazada: {
      ...lazada,
      async updateSellable(auth, writes) {
        const result = await lazada.updateSellable(auth, writes);
        if (isDeepStrictEqual(sellable(), [15, 5, 40])) lastWritten();
        return result;
      },
      async updatePrices(auth, writes) {
        await allWritten;
        return lazada.updatePrices(auth, writes);
      },
    },
  });
  await rig.runStock(rig.connectionId, handler);
  expect(rig.lazadaCalls(PRICES)).toBeGreaterThan(0);
  expect(await Promise.all([V.black, V.red, V.cup].map(isDone))).toEqual([true, true, true]);
});

it('R8.1 what could not be settled is told, and both sides agree after the next turn', async () => {
  let failures = 1;
  const { pushes } = rig.stockDeps;
  const handler = createStockTurn({
    ...rig.stockDeps,
    batches: { skus: 1, atOnce: 1 },
    pushes: {
      ...pushes,
      async settle(...given) {
        if (given[2].ends.some(({ figure }) => figure === 'quantity') && failures-- > 0)
          throw new Error('no space left');
        return pushes.settle(...given);
      },
    },
  });
  await expect(rig.runStock(rig.connectionId, handler)).rejects.toThrow('no space left');
  await rig.runStock();
  expect(sellable()).toEqual([15, 5, 40]);
  expect(await Promise.all([V.black, V.red, V.cup].map(isDone))).toEqual([true, true, true]);
});

it('R3.6 R3.4 settings that are saved while a batch is taken count for it: its versions are theirs', async () => {
  const { pushes } = rig.stockDeps;
  let saved = false;
  async function save() {
    saved = true;
    await rig.database.db.$executeRaw`UPDATE "Connection" SET "stockPercent" = 50`;
    const wish = { variantIds: 'all', figures: ['quantity'], cause: 'settings_changed' } as const;
    await pushes.wish(rig.merchantId, wish, new Date(rig.clock.now() - 5_000));
  }
  const handler = createStockTurn({
    ...rig.stockDeps,
    pushes: {
      ...pushes,
      async takeDue(...given) {
        if (!saved) await save();
        return pushes.takeDue(...given);
      },
    },
  });
  await rig.runStock(rig.connectionId, handler);
  expect(sellable()).toEqual([7, 2, 20]);
});
