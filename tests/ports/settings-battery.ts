import { describe, expect, test } from 'vitest';
import type { Settings } from '@/src/sync/ports/settings';
import { linkedShop, listingRecord, readListings } from './catalog-records';
import { feedOrder, seeOrders, settlement } from './order-records';
import { DAY_MS, type GivenWorld, openShop } from './port-world';

export function settingsBattery(given: GivenWorld): void {
  describe('settings', () => {
    test('R3.6 a save names the version it was made from, and wishes everything linked', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { settings, pushes } = stores;
      await linkedShop(shop, ['A']);
      const before = await settings.load(merchantId, connectionId);
      expect(before).toMatchObject({
        version: 0,
        settings: { pushPrice: false, stockPercent: 100, maxQuantity: null },
      });
      const changed: Settings = {
        ...{ pushPrice: true, pushQuantity: true, orderProcessing: 'haravan', stockLocationIds: ['7'] },
        ...{ orderLocationId: '7', stockPercent: 80, safetyStock: 1, maxQuantity: 50 },
        ...{ restockOnCancel: false, restockReturns: true },
      };
      const change = { version: 0, settings: changed, reevaluate: ['quantity' as const] };
      expect(await settings.save(merchantId, connectionId, change, at(9_000))).toEqual({
        catalog: [],
        stock: [{ connectionId, dueAt: at(3_000) }],
      });
      expect(await settings.save(merchantId, connectionId, change, at(9_000))).toBe('stale');
      expect(await settings.load(merchantId, connectionId)).toMatchObject({ version: 1, settings: changed });
      expect(await stores.access.connection(merchantId, connectionId)).toMatchObject(changed);
      const [quantity] = await pushes.takeDue(merchantId, connectionId, 'quantity', at(9_000), 1);
      expect(quantity).toMatchObject({ version: 2, cause: 'settings_changed' });
    });

    test('R3.1 the preview sees linked variants in a stable order, beside what Lazada has', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      await linkedShop(shop, ['A', 'B', 'C']);
      await readListings(shop, [listingRecord('72', 'B', { price: null, sellable: null })], at(1));
      const first = await stores.settings.linked(merchantId, connectionId, null, 2);
      expect(first.map((one) => [one.variantId, one.price, one.listingPrice, one.listingSellable])).toEqual([
        ['11', 150_000, 150_000, 3],
        ['12', 150_000, null, null],
      ]);
      const rest = await stores.settings.linked(merchantId, connectionId, '12', 2);
      expect(rest).toMatchObject([{ variantId: '13', sellerSku: 'C', productTitle: 'Sản phẩm 1', available: 5 }]);
    });

    test('R10.14 more days may be chosen, never fewer; what was left out as older is wished again', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { backfills, orders } = stores;
      const fence = await shop.fence('orders');
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000)], 1_000);
      const left = settlement(shop, 1, { decision: 'skipped', reason: 'before_backfill' });
      await orders.settle(merchantId, connectionId, 'o1', left, fence);
      const choose = (days: number, from: Date) =>
        backfills.choose(merchantId, connectionId, { days, from }, at(5_000));
      expect(await backfills.load(merchantId, connectionId)).toEqual({ days: null, cursor: null, total: null });
      expect(await choose(3, at(-3 * DAY_MS))).toBe(true);
      expect(await choose(3, at(-3 * DAY_MS))).toBe(false);
      expect(await orders.load(merchantId, connectionId, 'o1')).toMatchObject({ wanted: 2, decision: 'waiting' });
      const walked = { cursor: at(-DAY_MS), total: 7 };
      await backfills.advance(merchantId, connectionId, at(-2 * DAY_MS), walked, at(6_000), fence);
      expect(await backfills.load(merchantId, connectionId)).toMatchObject({ cursor: at(-3 * DAY_MS), total: null });
      await backfills.advance(merchantId, connectionId, at(-3 * DAY_MS), walked, at(6_000), fence);
      expect(await backfills.load(merchantId, connectionId)).toEqual({ days: 3, ...walked });
      await backfills.stop(merchantId, connectionId, at(7_000));
      expect(await backfills.load(merchantId, connectionId)).toMatchObject({ days: 0, cursor: null });
    });

    test('R8.3 a reconciliation lets the feed read again from earlier, and looks at one catalog for all shops', async () => {
      const shop = await openShop(given());
      const { stores, merchantId, connectionId, at } = shop;
      const { reconcile, orderFeed, catalog, access, connections } = stores;
      const fence = await shop.fence('maintenance');
      await orderFeed.progressed(merchantId, connectionId, { cursor: at(5_000), over: [] }, at(5_000));
      await reconcile.start(merchantId, connectionId, at(6_000), at(90_000), at(1_000), fence);
      expect(await reconcile.dueAt(merchantId, connectionId)).toEqual(at(90_000));
      expect(await access.connection(merchantId, connectionId)).toMatchObject({ ordersCursor: at(1_000) });
      expect(await reconcile.catalogReadSince(merchantId, at(0))).toBe(false);
      await catalog.beginPull(merchantId, at(7_000), fence);
      expect(await reconcile.catalogReadSince(merchantId, at(9_000))).toBe(true);
      await catalog.finishPull(merchantId, { startedAt: at(7_000), nextAt: at(DAY_MS) }, fence);
      expect(await reconcile.catalogReadSince(merchantId, at(9_000))).toBe(false);
      expect(await reconcile.catalogReadSince(merchantId, at(7_000))).toBe(true);
      await connections.disconnect(merchantId, connectionId, at(8_000));
      expect(await reconcile.dueAt(merchantId, connectionId)).toBeNull();
    });
  });

  describe('one-time secrets', () => {
    test('R1.3 a secret works once, for its purpose, in its time', async () => {
      const world = given();
      const { states } = world.stores;
      const at = (ms: number) => new Date(world.now().getTime() + ms);
      const data = { connectionId: null };
      const secret = await states.issue('lazada_connect', { merchantId: null, data }, at(1_000));
      expect(await states.redeem('haravan_login', secret, at(0))).toEqual({ ok: false, why: 'unknown' });
      expect(await states.redeem('lazada_connect', secret, at(999))).toEqual({ ok: true, merchantId: null, data });
      expect(await states.redeem('lazada_connect', secret, at(999))).toEqual({ ok: false, why: 'replayed' });
      const late = await states.issue('lazada_connect', { merchantId: null, data }, at(1_000));
      expect(await states.redeem('lazada_connect', late, at(1_000))).toEqual({ ok: false, why: 'expired' });
      await states.forgetExpired(at(1_001));
      expect(await states.redeem('lazada_connect', late, at(0))).toEqual({ ok: false, why: 'unknown' });
    });
  });
}
