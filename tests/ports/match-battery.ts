import { describe, expect, test } from 'vitest';
import { NoSuchConnection } from '@/src/sync/ports/access';
import {
  addedLink,
  link,
  linkedShop,
  listingRecord,
  outcomeOf,
  productRecord,
  readListings,
  readProducts,
  variantRecord,
} from './catalog-records';
import { freshNumber, type GivenWorld, openShop } from './port-world';

export function matchBattery(given: GivenWorld): void {
  describe('matching', () => {
    test('R2.3 the closure holds every living bearer of a code, and the links of the products asked for', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const fence = await linkedShop(shop, ['A', 'B']);
      const others = [productRecord('2', [variantRecord('21', 'A'), variantRecord('22', 'Z')])];
      await readProducts(shop, fence, others, at(1));
      await readProducts(shop, fence, [productRecord('1', [variantRecord('11', 'A')])], at(2));
      await readListings(shop, [listingRecord('79', 'A', { status: 'inactive' }), listingRecord('78', 'Q')], at(3));
      const { variants, listings, links } = await stores.matches.closure(merchantId, connectionId, ['1']);
      expect(variants.map((one) => [one.variantId, one.barcode, one.published, one.deleted])).toEqual([
        ['11', 'A', true, false],
        ['12', 'B', true, true],
        ['21', 'A', false, false],
      ]);
      expect(listings.map((one) => `${one.skuId} ${one.status}`).sort()).toEqual([
        '71 active',
        '72 active',
        '79 inactive',
      ]);
      expect(links.map((one) => one.variantId).sort()).toEqual(['11', '12']);
    });

    test('design §1 only the version that was matched is acknowledged; nothing due is nothing taken', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const fence = await linkedShop(shop, ['A']);
      const { matches, settings } = stores;
      expect(await matches.nextDue(merchantId, connectionId)).toBeNull();
      expect(await settings.rematch(merchantId, ['1'], at(1_000))).toEqual([connectionId]);
      await settings.rematch(merchantId, ['1'], at(2_000));
      const outcome = outcomeOf({ publications: [{ productId: '1', version: 2, published: true }] });
      await matches.save(merchantId, connectionId, outcome, at(2_000), fence);
      expect(await matches.takeDue(merchantId, connectionId, at(1_999), 9)).toEqual([]);
      expect(await matches.takeDue(merchantId, connectionId, at(2_000), 9)).toMatchObject([{ version: 3 }]);
      await matches.postpone(merchantId, connectionId, at(9_000), fence);
      expect(await matches.nextDue(merchantId, connectionId)).toEqual(at(9_000));
    });

    test('R2.6 a lost link stays an orphan until its SKU is fed again, gone, or set to 0', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { matches } = stores;
      const fence = await linkedShop(shop, ['A', 'B', 'C', 'D']);
      const pairs = [...'ABCD'].map((code, index) => link(`1${index + 1}`, `7${index + 1}`, code));
      await matches.save(merchantId, connectionId, outcomeOf({ removed: pairs }), at(1_000), fence);
      const pushes = await stores.pushes.takeDue(merchantId, connectionId, 'quantity', at(9_000), 9);
      expect(pushes).toEqual([]);
      await readListings(shop, [listingRecord('72', 'B', { status: 'deleted' })], at(2_000));
      await matches.settleOrphans(merchantId, connectionId, ['73']);
      const again = outcomeOf({ added: [addedLink('1', '14', '74', 'D')] });
      await matches.save(merchantId, connectionId, again, at(3_000), fence);
      expect(await matches.orphans(merchantId, connectionId, 9)).toEqual({ total: 1, links: [link('11', '71', 'A')] });
    });

    test('a SKU that belongs to another variant now leaves the older link; a price just read is believed', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const fence = await linkedShop(shop, ['A']);
      await readProducts(shop, fence, [productRecord('2', [variantRecord('21', 'A')])], at(1));
      const outcome = outcomeOf({ added: [addedLink('2', '21', '71', 'A')] });
      await stores.matches.save(merchantId, connectionId, outcome, at(1_000), fence);
      const linked = await stores.settings.linked(merchantId, connectionId, null, 9);
      expect(linked.map((one) => one.variantId)).toEqual(['21']);
      const [price] = await stores.pushes.takeDue(merchantId, connectionId, 'price', at(1_000), 9);
      expect(price).toMatchObject({ variantId: '21', version: 1, believed: { value: 150_000, at: at(0) } });
      const respelled = outcomeOf({ kept: [link('21', '71', ' a ')] });
      await stores.matches.save(merchantId, connectionId, respelled, at(2_000), fence);
      expect(await stores.settings.linked(merchantId, connectionId, null, 9)).toMatchObject([{ sellerSku: ' a ' }]);
    });
  });

  describe('publications', () => {
    test('R2.2 a selection is picked ids or a filter; each counts once', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const fence = await shop.fence('catalog');
      const products = ['1', '2', '3'].map((id) => productRecord(id, [variantRecord(`${id}1`, `C${id}`)]));
      await readProducts(shop, fence, products, at(0));
      const publish = async (selection: Parameters<typeof stores.publications.publish>[2]['selection']) =>
        (await stores.publications.publish(merchantId, connectionId, { selection, by: 'me', at: at(0) })).total;
      expect(await publish({ productIds: ['1', 'none', '1'] })).toBe(1);
      expect(await publish({ filter: { search: 'SẢN 2', vendor: 'Hoa Mai', kind: 'áo', tag: 'mới' } })).toBe(1);
      expect(await publish({ filter: { tag: 'hè, mới' } })).toBe(0);
      expect(await publish({ filter: { search: '100%' } })).toBe(0);
      expect(await publish({ filter: { status: 'off_channel' } })).toBe(1);
      expect(await publish({ filter: { status: 'on_channel' } })).toBe(3);
      await expect(
        stores.publications.publish(merchantId, randomUuid(), { selection: { filter: {} }, by: 'me', at: at(0) }),
      ).rejects.toBeInstanceOf(NoSuchConnection);
    });

    test('R6.2 a canceled run puts back what was not matched yet; a run ends when nothing waits', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { publications, matches } = stores;
      const fence = await linkedShop(shop, ['A']);
      await readProducts(shop, fence, [productRecord('2', [])], at(0));
      const request = (productIds: string[], ms: number) => ({ selection: { productIds }, by: 'me', at: at(ms) });
      const off = await publications.unpublish(merchantId, connectionId, request(['1', '2'], 1_000));
      expect(off.total).toBe(1);
      expect(await publications.cancelRun(merchantId, off.runId, at(1_500))).toEqual({ connectionId, withdrawn: 1 });
      expect(await matches.takeDue(merchantId, connectionId, at(9_000), 9)).toMatchObject([{ published: true }]);
      const on = await publications.publish(merchantId, connectionId, request(['1', '2'], 2_000));
      expect(await publications.run(merchantId, on.runId)).toMatchObject({ kind: 'publish', total: 2, waiting: 2 });
      const matched = outcomeOf({ publications: [{ productId: '1', version: 3, published: true }] });
      await matches.save(merchantId, connectionId, matched, at(2_500), fence);
      await publications.finishRuns(merchantId, connectionId, at(2_600));
      expect(await publications.run(merchantId, on.runId)).toMatchObject({ waiting: 1, finishedAt: null });
      expect(await publications.cancelRun(merchantId, on.runId, at(3_000))).toEqual({ connectionId, withdrawn: 1 });
      expect(await publications.run(merchantId, on.runId)).toMatchObject({ waiting: 0, canceledAt: at(3_000) });
      expect(await publications.cancelRun(merchantId, on.runId, at(4_000))).toEqual({ connectionId, withdrawn: 0 });
      expect(await matches.takeDue(merchantId, connectionId, at(9_000), 9)).toEqual([]);
      const last = await publications.unpublish(merchantId, connectionId, request(['1'], 5_000));
      const gone = outcomeOf({ publications: [{ productId: '1', version: 4, published: false }] });
      await matches.save(merchantId, connectionId, gone, at(5_100), fence);
      await publications.finishRuns(merchantId, connectionId, at(5_200));
      expect(await publications.run(merchantId, last.runId)).toMatchObject({ finishedAt: at(5_200), canceledAt: null });
    });
  });
}

const randomUuid = () => `00000000-0000-4000-9000-${freshNumber()}`;
