import { describe, expect, test } from 'vitest';
import { linkedShop, listingRecord, readListings } from './catalog-records';
import { type GivenWorld, openShop } from './port-world';

export function listingBattery(given: GivenWorld): void {
  describe('listings of Lazada', () => {
    test('they are known with the link and the beliefs that belong to them', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      await linkedShop(shop, ['A']);
      await readListings(shop, [listingRecord('72', 'B', { itemId: '971', price: null, sellable: null })], at(1_000));
      const known = await stores.listings.ofItems(merchantId, connectionId, ['971', 'none']);
      const unknown = { value: null, at: null };
      expect(known.sort((a, b) => (a.skuId < b.skuId ? -1 : 1))).toEqual([
        {
          ...{
            itemId: '971',
            skuId: '71',
            code: 'A',
            sellerSku: 'A',
            status: 'active',
            gone: false,
            variantId: '11',
            warehouses: 1,
          },
          ...{ believedPrice: { value: 150_000, at: at(0) }, believedQuantity: unknown },
        },
        {
          ...{
            itemId: '971',
            skuId: '72',
            code: 'B',
            sellerSku: 'B',
            status: 'active',
            gone: false,
            variantId: null,
            warehouses: 1,
          },
          ...{ believedPrice: unknown, believedQuantity: unknown },
        },
      ]);
    });

    test('R2.6 those not read since are found; the gone ones come back when they are read again', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const listings = ['73', '71', '72'].map((id) => listingRecord(id, `C${id}`));
      await readListings(shop, listings, at(0));
      await readListings(shop, [listingRecord('72', 'C72')], at(1_000));
      const unseen = await stores.listings.unseen(merchantId, connectionId, at(1_000), 1);
      expect(unseen.map((listing) => listing.skuId)).toEqual(['71']);
      const changes = { goneSkuIds: ['71', '73'], codes: [], quantityOf: [], drift: [] };
      const reading = { listings: [], changes, readAt: at(1_000), readingAt: at(1_000) };
      await stores.listings.save(merchantId, connectionId, reading, at(2_000));
      expect(await stores.listings.unseen(merchantId, connectionId, at(1_000), 9)).toEqual([]);
      expect((await stores.listings.pullState(merchantId, connectionId)).listings).toBe(1);
      await readListings(shop, [listingRecord('71', 'C71')], at(3_000));
      expect(await stores.listings.ofItems(merchantId, connectionId, ['971'])).toMatchObject([{ gone: false }]);
    });

    test('R10.7 a figure that differs is forgotten and wished; changed codes are matched again', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      await linkedShop(shop, ['A', 'B']);
      const drift = [
        { variantId: '11', figure: 'price' as const, sellerSku: 'A', believed: 150_000, believedAt: at(0), found: 1 },
      ];
      const reading = {
        listings: [],
        changes: { goneSkuIds: [], codes: ['B'], drift },
        readAt: at(9),
        readingAt: at(9),
      };
      expect(await stores.listings.save(merchantId, connectionId, reading, at(9_000))).toEqual({
        catalog: [connectionId],
        stock: [{ connectionId, dueAt: at(3_000) }],
      });
      const [price] = await stores.pushes.takeDue(merchantId, connectionId, 'price', at(9_000), 1);
      expect(price).toMatchObject({ variantId: '12', version: 1 });
      const [known] = await stores.listings.ofItems(merchantId, connectionId, ['971']);
      expect(known?.believedPrice).toEqual({ value: null, at: at(9_000) });
    });

    test('a pull moves by its cursor; its end sets the next one unless it was wished meanwhile', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { listings, publications } = stores;
      const fence = await linkedShop(shop, ['A']);
      const move = (position: Parameters<typeof listings.savePosition>[2]) =>
        listings.savePosition(merchantId, connectionId, position, fence);
      const state = () => listings.pullState(merchantId, connectionId);
      const installed = (await state()).dueAt;
      await move({ cursor: 'p2', startedAt: at(1_000) });
      expect(await state()).toMatchObject({ cursor: 'p2', startedAt: at(1_000), readAt: null, dueAt: installed });
      expect(await stores.matches.canMatch(merchantId, connectionId)).toBe(false);
      const request = { selection: { productIds: ['1'] }, by: 'me', at: at(90_000) };
      await publications.publish(merchantId, connectionId, request);
      const end = { cursor: '', startedAt: null, pulledFrom: at(DAY), readAt: at(1_000), nextAt: at(DAY + 60_000) };
      await move(end);
      expect(await state()).toMatchObject({ cursor: '', startedAt: null, readAt: at(1_000), dueAt: at(DAY + 60_000) });
      expect(await stores.matches.canMatch(merchantId, connectionId)).toBe(true);
      // What waited for the first reading waits no more.
      expect(await stores.matches.nextDue(merchantId, connectionId)).toEqual(at(1_000));
      await move({ cursor: 'p1', startedAt: at(2 * DAY) });
      await listings.wishPull(merchantId, connectionId, at(2 * DAY + 5));
      await move({ ...end, pulledFrom: at(2 * DAY), readAt: at(2 * DAY), nextAt: at(3 * DAY) });
      expect((await state()).dueAt).toEqual(at(2 * DAY + 5));
      await listings.wishPull(merchantId, connectionId, at(3 * DAY));
      expect((await state()).dueAt).toEqual(at(2 * DAY + 5));
    });
  });
}

const DAY = 86_400_000;
