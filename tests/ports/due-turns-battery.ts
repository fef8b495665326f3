import { describe, expect, test } from 'vitest';
import { turnKeyText } from '@/src/sync/ports/turn';
import { linkedShop } from './catalog-records';
import { feedOrder, RUN_ID, seeOrders } from './order-records';
import { DAY_MS, type GivenWorld, haravanTokens, openShop } from './port-world';

/** A shop to which nothing is due until day 1: the times that connecting set lie behind it. */
async function quietShop(given: GivenWorld) {
  const shop = await openShop(given());
  const { stores, merchantId, connectionId, at } = shop;
  const until = at(DAY_MS);
  const fence = await shop.fence('maintenance');
  const { polls, listings, reconcile, merchants } = stores;
  await reconcile.start(merchantId, connectionId, shop.world.now(), until, at(0), fence);
  const { pollAt } = await polls.polling(merchantId, connectionId);
  await polls.polled(merchantId, connectionId, pollAt, until, null);
  const pull = { cursor: '', startedAt: null, pulledFrom: until, readAt: at(0), nextAt: until };
  await listings.savePosition(merchantId, connectionId, pull, fence);
  await merchants.webhooksChecked(merchantId, { okAt: null, nextAt: until });
  await stores.connections.claimRenewal(
    merchantId,
    connectionId,
    (await renewAt(shop)) ?? until,
    at(2 * DAY_MS),
    fence,
  );
  await shop.leases.release(fence, {});
  shop.world.pass(1);
  return shop;
}

const renewAt = async ({ stores, merchantId, connectionId }: Awaited<ReturnType<typeof openShop>>) =>
  (await stores.connections.renewal(merchantId, connectionId))?.renewAt;

export function dueTurnsBattery(given: GivenWorld): void {
  describe('turns that are due', () => {
    test('R8.1 every kind of wish is found once it is due, and none before', async () => {
      const shop = await quietShop(given);
      const { stores, merchantId, connectionId, at, dueLanes } = shop;
      expect(await dueLanes(at(60_000))).toEqual([]);
      expect(await dueLanes(at(DAY_MS))).toEqual([
        ...['catalog shop', 'connections merchant', 'maintenance shop', 'orders shop'],
      ]);
      const body = { source: 'haravan' as const, topic: 't', sellerId: null, dedupeKey: 'k', body: '{}' };
      await stores.inbox.add(merchantId, body, at(1_000));
      await stores.catalog.wishRefresh(merchantId, ['1'], at(2_000));
      await seeOrders(shop, [feedOrder(shop, 'o1', 3_000)], 3_000);
      expect(await dueLanes(at(999))).toEqual([]);
      expect(await dueLanes(at(2_999))).toEqual(['catalog merchant', 'intake merchant']);
      expect(await dueLanes(at(3_000))).toEqual(['catalog merchant', 'intake merchant', 'orders shop']);
      const asked = { by: 'me', runId: RUN_ID, at: at(4_000) };
      await stores.actions.request(merchantId, connectionId, [{ lazadaOrderId: 'o1', kind: 'cancel' }], asked);
      expect(await dueLanes(at(4_000))).toContain('actions shop');
      await stores.connections.wishRenewal(merchantId, connectionId, at(90_000));
      expect(await dueLanes(at(90_000))).toContain('connections shop');
      const tokens = haravanTokens({ refreshToken: 'r', expiresAt: at(4_000) });
      await stores.merchants.saveTokens(merchantId, tokens, at(0));
      expect(await dueLanes(at(4_000))).toContain('connections merchant');
    });

    test('R3.1 figures that are switched off ask for no turn; publications do', async () => {
      const shop = await quietShop(given);
      const { stores, merchantId, connectionId, at, dueLanes } = shop;
      const fence = await linkedShop(shop, ['A'], at(1_000));
      await shop.leases.release(fence, {});
      expect(await dueLanes(at(5_000))).toEqual([]);
      await stores.settings.rematch(merchantId, ['1'], at(6_000));
      expect(await dueLanes(at(6_000))).toEqual(['catalog shop']);
      const loaded = await stores.settings.load(merchantId, connectionId);
      if (!loaded) throw new Error('no settings');
      const settings = { ...loaded.settings, pushQuantity: true };
      const change = { version: loaded.version, settings, reevaluate: [] };
      await stores.settings.save(merchantId, connectionId, change, at(7_000));
      expect(await dueLanes(at(7_000))).toEqual(['catalog shop', 'stock shop']);
    });

    test('R1.4 what needs Haravan waits while its access has lapsed, instead of asking for turn after turn', async () => {
      const shop = await quietShop(given);
      const { stores, merchantId, connectionId, at, dueLanes } = shop;
      const fence = await linkedShop(shop, ['A'], at(1_000));
      await shop.leases.release(fence, {});
      const loaded = await stores.settings.load(merchantId, connectionId);
      if (!loaded) throw new Error('no settings');
      const settings = { ...loaded.settings, pushQuantity: true };
      await stores.settings.save(
        merchantId,
        connectionId,
        { version: loaded.version, settings, reevaluate: [] },
        at(1_000),
      );
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000)], 1_000);
      expect(await dueLanes(at(5_000))).toEqual(['orders shop', 'stock shop']);
      await stores.merchants.expire(merchantId);
      expect(await dueLanes(at(5_000))).toEqual([]);
    });

    test('a running turn, a pause, a lapsed and an ended connection keep their lanes still', async () => {
      const shop = await quietShop(given);
      const { stores, merchantId, connectionId, at, dueLanes, leases, keyOf, world } = shop;
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000)], 1_000);
      const lease = await shop.fence('orders');
      expect(await dueLanes(at(5_000))).toEqual([]);
      await leases.release(lease, { pausedUntil: new Date(world.now().getTime() + 5_000), failed: 'down' });
      world.pass(4_999);
      expect(await dueLanes(at(5_000))).toEqual([]);
      world.pass(1);
      expect(await dueLanes(at(5_000))).toEqual(['orders shop']);
      const found = await world.findDue(at(5_000), 10_000);
      expect(found.map(turnKeyText)).toContain(turnKeyText(keyOf('orders')));
      await stores.connections.expire(merchantId, connectionId, 'revoked');
      expect(await dueLanes(at(5 * DAY_MS))).toEqual(['connections merchant']);
      await stores.merchants.expire(merchantId);
      expect(await dueLanes(at(5 * DAY_MS))).toEqual([]);
    });
  });
}
