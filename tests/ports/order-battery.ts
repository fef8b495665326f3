import { describe, expect, test } from 'vitest';
import type { IssueReport } from '@/src/sync/ports/issues';
import { LeaseLost } from '@/src/sync/ports/turn';
import { linkedShop } from './catalog-records';
import { DETAIL, feedItem, feedOrder, haravanLink, pressAndDo, seeOrders, settlement } from './order-records';
import { type GivenWorld, openShop, type Shop } from './port-world';

async function orderShop(given: GivenWorld) {
  const shop = await openShop(given());
  const { stores, merchantId, connectionId, at } = shop;
  const fence = await shop.fence('orders');
  return {
    ...{ shop, at, fence, stores, merchantId, connectionId, orders: stores.orders },
    due: (ms: number, limit = 9) => stores.orders.due(merchantId, connectionId, at(ms), limit),
    load: async (id = 'o1') => {
      const record = await stores.orders.load(merchantId, connectionId, id);
      if (record === null) throw new Error(`order ${id} is not there`);
      return record;
    },
  };
}

const report = ({ connectionId }: Shop, key: string): IssueReport => {
  const subject = { subjectKind: 'connection', subjectId: connectionId } as const;
  return { connectionId, code: 'feed_stopped', key, level: 'error', ...subject, facts: { feed: 'orders' } };
};

export function orderBattery(given: GivenWorld): void {
  describe('the order feed', () => {
    test('R4.2 a later state replaces an earlier one, never the other way round; equal content wishes nothing', async () => {
      const { shop, due, load, stores, merchantId, connectionId, at } = await orderShop(given);
      expect(await seeOrders(shop, [feedOrder(shop, 'o1', 2_000)], 2_000)).toEqual(['o1']);
      expect(await seeOrders(shop, [feedOrder(shop, 'o1', 1_000, { statuses: ['unpaid'] })], 2_100)).toEqual([]);
      const same = feedOrder(shop, 'o1', 2_000, { readAt: at(2_500) });
      expect(await seeOrders(shop, [same], 2_500)).toEqual(['o1']);
      expect(await load()).toMatchObject({ wanted: 1, decision: 'waiting', createState: 'none', detail: DETAIL });
      await seeOrders(shop, [feedOrder(shop, 'o1', 3_000, { statuses: ['packed'] })], 3_000);
      expect((await load()).wanted).toBe(2);
      expect(await due(2_999)).toEqual([]);
      const known = await stores.orderFeed.known(merchantId, connectionId, ['o1', 'none']);
      expect([...known]).toEqual([
        ['o1', { updatedAt: at(3_000), readAt: at(3_000), statuses: ['packed'], hash: 'h3000' }],
      ]);
    });

    test('what was paid or shipped once stays so; a line in Haravan keeps its variant', async () => {
      const { shop, load, orders, merchantId, connectionId, fence, stores } = await orderShop(given);
      const paid = { wasPaid: true, items: [feedItem('o1-1', 'A', { shipped: true })] };
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000, paid)], 1_000);
      await orders.linked(merchantId, connectionId, 'o1', haravanLink(shop, '500', 1_500), fence);
      const later = { isUnpaid: true, items: [feedItem('o1-1', 'B', { variantId: '12' }), feedItem('o1-2', 'B')] };
      await seeOrders(shop, [feedOrder(shop, 'o1', 2_000, later)], 2_000);
      const { items, ...record } = await load();
      expect(record).toMatchObject({ wasPaid: true, decisionReason: 'unpaid', haravanOrderId: '500' });
      expect(items).toMatchObject([
        { orderItemId: 'o1-1', code: 'B', everShipped: true, variantId: '11', haravanLineId: 'line-1' },
        { orderItemId: 'o1-2', code: 'B', everShipped: false, variantId: '11', haravanLineId: null },
      ]);
      expect((await stores.orderFeed.variantsOfOrders(merchantId, connectionId, ['o1'])).sort()).toEqual(['11']);
    });

    test('R2.3 a code may have several living bearers', async () => {
      const { shop, stores, merchantId } = await orderShop(given);
      await linkedShop(shop, ['A', 'A', 'B']);
      const bearers = await stores.orderFeed.variantsOfCodes(merchantId, ['A', 'Q']);
      expect([...bearers].map(([code, ids]) => [code, ids.sort()])).toEqual([['A', ['11', '12']]]);
    });

    test('R4.7 cursor and freshness only move forward; failures are counted until a reading succeeds', async () => {
      const { shop, stores, merchantId, connectionId, at } = await orderShop(given);
      const { orderFeed, access } = stores;
      const over = ['stopped', 'blocked'];
      const progressed = (progress: { cursor?: Date; feedAt?: Date }) =>
        orderFeed.progressed(merchantId, connectionId, { ...progress, over }, at(7_000));
      await progressed({ cursor: at(5_000), feedAt: at(6_000) });
      await progressed({ cursor: at(4_000) });
      expect(await access.connection(merchantId, connectionId)).toMatchObject({
        ...{ ordersCursor: at(5_000), ordersFeedAt: at(6_000) },
      });
      const tell = [
        { fromFailures: 2, issue: report(shop, 'stopped') },
        { fromFailures: 1, issue: report(shop, 'blocked') },
      ];
      const failed = () => orderFeed.failed(merchantId, connectionId, { why: 'down', tell }, at(8_000));
      const open = async () =>
        (await shop.world.openIssues(merchantId)).map(({ key, count }) => `${key} ${count}`).sort();
      await stores.issues.report(merchantId, [report(shop, 'other')]);
      await failed();
      expect(await open()).toEqual(['blocked 1', 'other 1']);
      await failed();
      expect(await open()).toEqual(['blocked 2', 'other 1', 'stopped 1']);
      await progressed({});
      expect(await open()).toEqual(['other 1']);
      await failed();
      expect(await open()).toEqual(['blocked 1', 'other 1']);
    });

    test('a push that comes while a poll runs is not passed over', async () => {
      const { stores, merchantId, connectionId, at } = await orderShop(given);
      const { polls, orderWishes } = stores;
      const was = (await polls.polling(merchantId, connectionId)).pollAt;
      await polls.polled(merchantId, connectionId, was, at(60_000), null);
      await orderWishes.pollSoon(merchantId, connectionId, at(10_000));
      await polls.polled(merchantId, connectionId, at(60_000), at(90_000), at(5_000));
      expect(await polls.polling(merchantId, connectionId)).toEqual({
        ...{ pollAt: at(10_000), pushedAt: at(10_000), missedAt: at(5_000) },
      });
    });
  });

  describe('order imports', () => {
    test('R8.2 an attempt to create is a row, through its answer or the loss of it', async () => {
      const { shop, load, orders, merchantId, connectionId, fence, at } = await orderShop(given);
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000)], 1_000);
      await orders.createBegins(merchantId, connectionId, 'o1', at(2_000), fence);
      expect(await load()).toMatchObject({ createState: 'trying', createStartedAt: at(2_000), createScans: 0 });
      await orders.createLost(merchantId, connectionId, 'o1', 2, fence);
      expect(await load()).toMatchObject({ createState: 'ambiguous', createScans: 2, createStartedAt: at(2_000) });
      await orders.createRefused(merchantId, connectionId, 'o1', fence);
      expect(await load()).toMatchObject({ createState: 'none' });
      await orders.rematch(merchantId, connectionId, 'o1', [{ orderItemId: 'o1-1', variantId: null }], fence);
      expect((await load()).items).toMatchObject([{ variantId: null }]);
      await orders.linked(merchantId, connectionId, 'o1', haravanLink(shop, '500', 3_000), fence);
      expect(await load()).toMatchObject({ createState: 'created', haravanOrderId: '500', importedAt: null });
      expect([...(await orders.alreadyLinked(merchantId, ['500', '501']))]).toEqual(['500']);
      expect(await shop.stores.ownOrders.ofHaravanOrder(merchantId, '500')).toEqual([
        { connectionId, lazadaOrderId: 'o1' },
      ]);
      shop.world.pass(13_000);
      await shop.fence('orders');
      const late = orders.createBegins(merchantId, connectionId, 'o1', at(9_000), fence);
      await expect(late).rejects.toBeInstanceOf(LeaseLost);
    });

    test('R4.6 a change during the work keeps the wish, and what a merchant forced', async () => {
      const { shop, load, due, orders, merchantId, connectionId, fence, at } = await orderShop(given);
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000)], 1_000);
      await pressAndDo(shop, 'o1', 2_000, fence);
      await orders.settle(merchantId, connectionId, 'o1', settlement(shop, 1), fence);
      expect(await load()).toMatchObject({ force: true, wanted: 2, importedAt: at(9_000), decision: 'imported' });
      expect(await due(2_000)).toEqual(['o1']);
      const packed = { packageId: 'P1', fulfillmentId: 'F1', trackingCode: 'T1', state: 'packed' };
      const last = settlement(shop, 2, { at: at(12_000), packages: [packed], canceledItemIds: ['o1-1'] });
      await orders.settle(merchantId, connectionId, 'o1', last, fence);
      expect(await load()).toMatchObject({
        ...{ force: false, importedAt: at(9_000), packages: [{ packageId: 'P1', fulfillmentId: 'F1' }] },
      });
      expect(await orders.nextDueAt(merchantId, connectionId)).toBeNull();
    });

    test('R10.14 what a merchant pressed goes first, orders from before the connection last, else the oldest', async () => {
      const { shop, due, load, orders, merchantId, connectionId, fence, stores, at } = await orderShop(given);
      const created = (id: string, ms: number) => feedOrder(shop, id, 1_000, { createdAt: at(ms), items: [] });
      await stores.orderFeed.save(merchantId, connectionId, [created('old', 0)], 'backfill', at(1_000));
      await seeOrders(shop, [created('c', 30), created('a', 10), created('b', 20)], 1_000);
      await pressAndDo(shop, 'b', 1_000, fence);
      expect(await due(1_000)).toEqual(['b', 'a', 'c', 'old']);
      expect(await due(1_000, 2)).toEqual(['b', 'a']);
      const parking = { dueAt: at(5_000), blockedBy: 'rejected', attempts: 3, failing: true };
      await orders.park(merchantId, connectionId, 'a', parking, fence);
      expect(await load('a')).toMatchObject({ attempts: 3, blockedBy: 'rejected', decision: 'failing' });
      expect(await due(4_999)).toEqual(['b', 'c', 'old']);
      await stores.orderWishes.reimport(merchantId, connectionId, ['a', 'none'], at(2_000), { importAnyway: true });
      expect(await due(2_000)).toEqual(['b', 'a', 'c', 'old']);
      expect(await load('a')).toMatchObject({ importAnyway: true, wanted: 2, blockedBy: null });
    });
  });

  describe('sold units', () => {
    test('R3.5 a unit belongs to the variant it was matched to and to who bears its code now', async () => {
      const { shop, stores, merchantId, connectionId, fence, orders, at } = await orderShop(given);
      await linkedShop(shop, ['A', 'B']);
      const items = [
        feedItem('o1-1', 'A', { variantId: '12' }),
        feedItem('o1-2', 'A', { status: 'canceled' }),
        feedItem('o1-3', 'A', { fulfilledByLazada: true }),
        feedItem('o1-4', 'Q', { variantId: null }),
      ];
      await seeOrders(shop, [feedOrder(shop, 'o1', 1_000, { items, ended: true })], 1_000);
      const units = async (begunMs: number, codes: readonly (string | null)[] = ['A', 'B']) => {
        const feeding = codes.map((code, index) => ({ variantId: `1${index + 1}`, code }));
        const found = await stores.stockFacts.soldUnits(merchantId, feeding, at(begunMs));
        return found.map(({ variantId, orderItemId, haravan }) => `${variantId} ${orderItemId} ${haravan.kind}`).sort();
      };
      expect(await units(9_000)).toEqual(['11 o1-1 not_created', '12 o1-1 not_created']);
      // A link to Q was lost while its figure was on its way.
      expect(await units(9_000, ['A', 'Q'])).toEqual([
        '11 o1-1 not_created',
        '12 o1-1 not_created',
        '12 o1-4 not_created',
      ]);
      expect(await units(9_000, [null, null])).toEqual(['11 o1-1 not_created', '12 o1-1 not_created']);
      await orders.linked(merchantId, connectionId, 'o1', { ...haravanLink(shop, '500', 2_000) }, fence);
      // No location was named, and none is primary: nothing says where Haravan counts it.
      expect(await units(1_999)).toEqual(['11 o1-1 not_counted', '12 o1-1 not_counted']);
      const location = { locationId: '7', name: 'Kho', isPrimary: true, sellable: true, kind: '', position: 1 };
      await stores.catalog.saveLocations(merchantId, [location], at(0), fence);
      expect(await units(1_999)).toEqual(['11 o1-1 counted', '12 o1-1 not_counted']);
      expect(await units(2_001)).toEqual([]);
    });

    test('R3.5 a unit belongs to the variant that its line in Haravan bears, whatever its SKU is called since', async () => {
      const { shop, stores, merchantId, connectionId, fence, orders, at } = await orderShop(given);
      await linkedShop(shop, ['A', 'B']);
      await seeOrders(
        shop,
        [feedOrder(shop, 'o1', 1_000, { items: [feedItem('o1-1', 'B', { variantId: '12' })] })],
        1_000,
      );
      const located = { ...haravanLink(shop, '500', 2_000), locationId: '7' };
      const units = async () =>
        (await stores.stockFacts.soldUnits(merchantId, [{ variantId: '11', code: 'A' }], at(9_000))).map(
          ({ orderItemId, haravan }) => ({ orderItemId, haravan }),
        );
      expect(await units()).toEqual([]);
      await orders.linked(merchantId, connectionId, 'o1', located, fence);
      const counted = { kind: 'counted', answeredAtMs: at(2_000).getTime(), locationId: '7' };
      expect(await units()).toEqual([{ orderItemId: 'o1-1', haravan: counted }]);
      // Canceled in Haravan alone it is still to be sent, and Haravan does not count it any more.
      const released = settlement(shop, 1, { canceledItemIds: ['o1-1'] });
      await orders.settle(merchantId, connectionId, 'o1', released, fence);
      expect(await units()).toEqual([{ orderItemId: 'o1-1', haravan: { kind: 'not_counted' } }]);
    });
  });
}
