import { describe, expect, test } from 'vitest';
import { LeaseLost } from '@/src/sync/ports/turn';
import { linkedShop, NO_CHANGES, productRecord, readProducts, variantRecord } from './catalog-records';
import { type GivenWorld, openShop } from './port-world';

export function catalogBattery(given: GivenWorld): void {
  describe('catalog of Haravan', () => {
    test('a reading replaces what was known; variants and products that are gone are gone', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const fence = await shop.fence('catalog');
      const [a, b] = [variantRecord('11', 'A'), variantRecord('12', null, { price: 0 })];
      await readProducts(
        shop,
        fence,
        [productRecord('1', [a, b]), productRecord('2', [variantRecord('21', 'B')])],
        at(0),
      );
      await readProducts(shop, fence, [productRecord('1', [{ ...a, price: 99_000 }])], at(1_000));
      const reading = { products: [], deletedProductIds: ['2'], changes: NO_CHANGES, readAt: at(2_000) };
      await stores.catalog.save(merchantId, reading, at(2_000), fence);
      expect(await stores.catalog.loadProducts(merchantId, ['1', '2', '3'])).toEqual([
        productRecord('1', [{ ...a, price: 99_000 }]),
      ]);
      await readProducts(shop, fence, [productRecord('2', [variantRecord('21', 'B')])], at(3_000));
      expect(await stores.catalog.loadProducts(merchantId, ['2'])).toHaveLength(1);
    });

    test('products not seen since come by id, a few at a time; what was seen but unreadable counts as seen', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const fence = await shop.fence('catalog');
      const products = ['1', '2', '3', '4'].map((id) => productRecord(id, []));
      await readProducts(shop, fence, products, at(0));
      const reading = { products: [], deletedProductIds: [], changes: NO_CHANGES, readAt: at(1_000) };
      await stores.catalog.save(merchantId, { ...reading, seenProductIds: ['2'], cursor: '4' }, at(1_000), fence);
      const unseen = await stores.catalog.unseenProducts(merchantId, at(1), 2);
      expect(unseen.map((product) => product.productId)).toEqual(['1', '3']);
      expect(await stores.catalog.pullState(merchantId)).toMatchObject({ cursor: '4' });
    });

    test('R2.6 what changed lets published bearers of the codes be matched, and figures be pushed', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const fence = await linkedShop(shop, ['A', 'B']);
      const changes = { priceOf: ['11'], quantityOf: ['12'], codes: ['B'], productIds: ['unpublished'] };
      const wished = await readProducts(shop, fence, [], at(5_000), changes);
      expect(wished.catalog).toEqual([connectionId]);
      expect(wished.stock).toEqual(Array.from({ length: 2 }, () => ({ connectionId, dueAt: at(3_000) })));
      expect(await stores.matches.takeDue(merchantId, connectionId, at(5_000), 50)).toEqual([
        { productId: '1', version: 2, published: true },
      ]);
      expect(await readProducts(shop, fence, [], at(6_000))).toEqual({ catalog: [], stock: [] });
    });

    test('a pull takes the earliest time asked for; a wish made while it runs is not passed over', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const fence = await shop.fence('catalog');
      const { catalog } = stores;
      await catalog.wishPull(merchantId, at(5_000));
      await catalog.wishPull(merchantId, at(9_000));
      expect(await catalog.pullState(merchantId)).toEqual({
        ...{ dueAt: at(5_000), cursor: null, startedAt: null, readAt: null },
      });
      await catalog.beginPull(merchantId, at(6_000), fence);
      expect(await catalog.pullState(merchantId)).toMatchObject({ cursor: '0', startedAt: at(6_000) });
      await catalog.finishPull(merchantId, { startedAt: at(6_000), nextAt: at(60_000) }, fence);
      expect(await catalog.pullState(merchantId)).toEqual({
        ...{ dueAt: at(60_000), cursor: null, startedAt: null, readAt: at(6_000) },
      });
      await catalog.beginPull(merchantId, at(60_000), fence);
      await catalog.wishPull(merchantId, at(61_000));
      await catalog.finishPull(merchantId, { startedAt: at(60_000), nextAt: at(99_000) }, fence);
      expect(await catalog.pullState(merchantId)).toMatchObject({ dueAt: at(61_000), readAt: at(60_000) });
    });

    test('a product that changed again while it was read is read again', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const { catalog } = stores;
      const fence = await shop.fence('catalog');
      await catalog.wishRefresh(merchantId, ['2', '1', '2'], at(0));
      const taken = await catalog.takeRefreshes(merchantId, at(0), 50);
      expect(taken.map(({ wanted, attempts }) => [wanted, attempts])).toEqual([
        [1, 0],
        [1, 0],
      ]);
      await catalog.wishRefresh(merchantId, ['2'], at(10));
      const reading = { products: [], deletedProductIds: [], changes: NO_CHANGES, readAt: at(20) };
      await catalog.save(merchantId, { ...reading, refreshed: taken }, at(20), fence);
      expect(await catalog.takeRefreshes(merchantId, at(20), 50)).toEqual([{ productId: '2', wanted: 2, attempts: 0 }]);
      await catalog.postponeRefreshes(merchantId, ['2'], at(5_000), 'unreadable', fence);
      expect(await catalog.takeRefreshes(merchantId, at(4_999), 50)).toEqual([]);
      expect(await catalog.takeRefreshes(merchantId, at(5_000), 1)).toEqual([
        { productId: '2', wanted: 2, attempts: 1 },
      ]);
    });

    test('R3.3 only a change of the sellable locations is told; a turn without its lease saves none', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, at } = shop;
      const fence = await shop.fence('catalog');
      const location = (locationId: string, sellable: boolean, position: number) => {
        return { locationId, name: `Kho ${locationId}`, isPrimary: position === 2, sellable, kind: '', position };
      };
      const save = (locations: ReturnType<typeof location>[]) =>
        stores.catalog.saveLocations(merchantId, locations, at(0), fence);
      expect(await save([location('1', true, 2), location('2', true, 1), location('3', false, 3)])).toBe(true);
      expect(await save([location('2', true, 1), location('1', true, 2), location('4', false, 3)])).toBe(false);
      expect(await stores.stockFacts.locations(merchantId)).toEqual([
        { locationId: '2', type: null, isUnavailableQuantity: false, isPrimary: false },
        { locationId: '1', type: null, isUnavailableQuantity: false, isPrimary: true },
        { locationId: '4', type: null, isUnavailableQuantity: true, isPrimary: false },
      ]);
      shop.world.pass(13_000);
      await shop.fence('catalog');
      await expect(save([])).rejects.toBeInstanceOf(LeaseLost);
    });
  });
}
