import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIssueStore } from '@/src/db/issue-store';
import type { Tx } from '@/src/db/client';
import { createTrailStore } from '@/src/db/trail-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { createLiveMarkQuery } from '@/src/queries/live-mark';
import { reportKey, reportOf } from '@/src/sync/issues/report-of';
import { turnKeyText } from '@/src/sync/ports/turn';
import { type FreshDatabase, freshDatabase } from './database';
import { fill, watched } from './large-shop';
import { addMerchant, storesOf } from './merchants';

const LARGE = 5_000;

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function shop(orgId: string) {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId, sellerId: orgId });
  return { merchantId: merchant.id, connectionId };
}

const markOf = (merchantId: string) => createLiveMarkQuery(database.door)(merchantId);

test('an open page notices turns, issues, actions, events and freshness of its merchant, and nothing of others', async () => {
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

  const leases = createTurnLeases(database.db);
  const turn = turnKeyText({ lane: 'stock', merchantId, connectionId });
  const fence = { key: turn, token: 1n };
  await notices('a turn begins', async () => expect(await leases.acquire(turn, 'worker')).toMatchObject(fence));
  await notices('a batch of it is done', () => leases.prolong(fence));
  await notices('it ends', () => leases.release(fence, {}));
  const catalog = turnKeyText({ lane: 'catalog', merchantId, connectionId: null });
  await notices("a turn of the merchant's", () => leases.acquire(catalog, 'worker'));

  const issue = { code: 'link_lost' as const, facts: { listings: [] } };
  const issues = createIssueStore(database.door, { now: Date.now });
  await notices('an issue', () => issues.report(merchantId, [reportOf(connectionId, issue)]));
  await notices('its end', () => issues.close(merchantId, [reportKey(connectionId, issue)]));

  const at = new Date();
  const event = { connectionId, kind: 'settings_saved' as const };
  await notices('settings', () => createTrailStore(database.door, { now: Date.now }).record(merchantId, [event]));
  const inShop = (work: (tx: Tx) => Promise<unknown>) => () => database.door(merchantId, work);
  const action = { merchantId, connectionId, lazadaOrderId: '1', kind: 'ready' };
  await notices(
    'an action that waits',
    inShop((tx) => tx.orderAction.create({ data: action })),
  );
  await notices(
    'the feed is read',
    inShop((tx) => tx.connection.updateMany({ data: { ordersFeedAt: at } })),
  );
  expect(await markOf(stranger.merchantId)).toBe(ofStranger);
});

test('R7.2 what an open page asks every few seconds reads nothing of catalogs and orders, its own or of others', async () => {
  const mine = await shop('200000000003');
  const other = await shop('200000000004');
  for (const { merchantId, connectionId } of [mine, other])
    await database.door(merchantId, (tx) => fill(tx, merchantId, connectionId, LARGE));
  const tables = ['Push', 'ListingLink', 'Listing', 'Publication', 'ChannelOrder', 'OrderItem', 'Variant', 'Product'];
  const { read } = await database.door(mine.merchantId, (tx) =>
    watched(tx, () => createLiveMarkQuery((_merchant, work) => work(tx))(mine.merchantId), tables),
  );
  expect(read).toBe(0);
});
