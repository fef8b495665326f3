import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssueStore } from '@/src/db/issue-store';
import type { Tx } from '@/src/db/client';
import type { Prisma } from '@/src/db/generated/client';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { createLiveMarkQuery } from '@/src/queries/live-mark';
import { createOverviewQuery } from '@/src/queries/overview';
import { reportKey, reportOf } from '@/src/sync/issues/report-of';
import { turnKeyText } from '@/src/sync/ports/turn';
import { type FreshDatabase, freshDatabase } from './database';
import { doorInto, fill, holdStatistics, watched } from './large-shop';
import { addMerchant, storesOf } from './merchants';

const LARGE = 5_000;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await holdStatistics(database.db);
});
afterAll(() => database.close());

async function shop(orgId: string) {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId, sellerId: orgId });
  return { merchantId: merchant.id, connectionId };
}

const markOf = (merchantId: string) => createLiveMarkQuery(database.door)(merchantId);

test('an open page notices turns, issues, actions, settings and freshness of its merchant, and nothing of others', async () => {
  const { merchantId, connectionId } = await shop('200000000001');
  const stranger = await shop('200000000002');
  const ofStranger = await markOf(stranger.merchantId);
  let last = await markOf(merchantId);
  const notices = async (what: string, work: () => Promise<unknown>) => {
    expect(await markOf(merchantId), `before ${what}`).toBe(last);
    await work();
    const now = await markOf(merchantId);
    expect(now, what).not.toBe(last);
    last = now;
  };

  let clockMs = Date.now();
  const leases = createTurnLeases(database.db, { now: () => clockMs });
  const turn = turnKeyText({ lane: 'stock', merchantId, connectionId });
  const fence = { key: turn, token: 1n };
  await notices('a turn begins', async () => expect(await leases.acquire(turn, 'worker')).toMatchObject(fence));
  clockMs += 3_000;
  await notices('it goes on', () => leases.prolong(fence));
  await notices('it ends', () => leases.release(fence, {}));
  const catalog = turnKeyText({ lane: 'catalog', merchantId, connectionId: null });
  await notices("a turn of the merchant's", () => leases.acquire(catalog, 'worker'));

  const issue = { code: 'link_lost' as const, facts: { listings: [] } };
  const issues = createIssueStore(database.door, { now: Date.now });
  await notices('an issue', () => issues.report(merchantId, [reportOf(connectionId, issue)]));
  await notices('its end', () => issues.close(merchantId, [reportKey(connectionId, issue)]));

  const inShop = (work: (tx: Tx) => Promise<unknown>) => () => database.door(merchantId, work);
  const action = { merchantId, connectionId, lazadaOrderId: '1', kind: 'ready' };
  await notices(
    'an action that waits',
    inShop((tx) => tx.orderAction.create({ data: action })),
  );
  const inRow = (data: Prisma.ConnectionUpdateManyMutationInput) => inShop((tx) => tx.connection.updateMany({ data }));
  await notices('the feed is read', inRow({ ordersFeedAt: new Date() }));
  await notices('settings are saved', inRow({ settingsVersion: 1 }));
  await notices('old orders are asked for', inRow({ backfillDays: 7 }));
  expect(await markOf(stranger.merchantId)).toBe(ofStranger);
});

test('R7.2 what an open page asks every few seconds reads nothing of catalogs and orders, its own or of others', async () => {
  const mine = await shop('200000000003');
  const other = await shop('200000000004');
  for (const { merchantId, connectionId } of [mine, other])
    await database.door(merchantId, (tx) => fill(tx, merchantId, connectionId, LARGE));
  const tables = [
    'Push',
    'ListingLink',
    'Listing',
    'Publication',
    'ChannelOrder',
    'OrderItem',
    'Variant',
    'Product',
    'TrailEvent',
  ];
  const { read } = await database.door(mine.merchantId, (tx) =>
    watched(tx, () => createLiveMarkQuery(doorInto(tx))(mine.merchantId), tables),
  );
  expect(read).toBe(0);
});

test('R7.2 R10.2 the newest events of a shop are found without reading all that ever happened', async () => {
  const { merchantId, connectionId } = await shop('200000000005');
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + index * 1_000);
  const event = (index: number) => ({ merchantId, connectionId, at: at(index), facts: {} });
  const ofOrders = Array.from({ length: LARGE }, (_, index) => {
    return { ...event(index), kind: index % 5 === 0 ? 'order_linked' : 'order_seen', lazadaOrderId: `${index}` };
  });
  const own = { ...event(LARGE - 2), connectionId: null, kind: 'app_installed' };
  const view = await database.door(merchantId, async (tx) => {
    await tx.trailEvent.createMany({ data: [...ofOrders, own] });
    const query = createOverviewQuery(doorInto(tx), Date.now);
    return watched(tx, () => query(merchantId, connectionId), ['TrailEvent']);
  });
  const events = view.result?.events ?? [];
  expect(events.map(({ kind }) => kind)).toEqual(['app_installed', ...Array(7).fill('order_linked')]);
  expect(events[1]?.lazadaOrderId).toBe(`${LARGE - 5}`);
  expect(view.read).toBeLessThan(100);
});
