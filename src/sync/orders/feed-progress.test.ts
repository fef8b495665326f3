import { expect, test } from 'vitest';
import { PlatformError } from '@/src/clients/http/platform-error';
import type { ConnectionView } from '../ports/access';
import type { FeedFailure, FeedProgress } from '../ports/orders';
import { createFeedProgress, lowerBound } from './feed-progress';

const NOW = Date.parse('2026-03-10T02:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

const connection: ConnectionView = {
  ...{ id: 'c', merchantId: 'm', sellerId: 's', shopName: '', status: 'active', pushPrice: true, pushQuantity: true },
  ...{
    orderProcessing: 'lazada',
    stockLocationIds: [],
    orderLocationId: null,
    stockPercent: 100,
    restockOnCancel: true,
    restockReturns: false,
    safetyStock: 0,
  },
  ...{ maxQuantity: null, ordersFeedAt: null, ordersCursor: null, importFrom: null, connectedAt: new Date(NOW) },
};

function feedProgress() {
  const [kept, failures]: [FeedProgress[], FeedFailure[]] = [[], []];
  const store = {
    progressed: async (_merchantId: string, _connectionId: string, progress: FeedProgress) => void kept.push(progress),
    failed: async (_merchantId: string, _connectionId: string, failure: FeedFailure) => void failures.push(failure),
  };
  return { ...createFeedProgress({ store, clock: { now: () => NOW } }), kept, failures };
}

async function advance(held: number[], complete = true) {
  const { advance: move, kept } = feedProgress();
  const feedAt = await move({ connection, startedAt: NOW, newest: NOW - 1_000, held }, complete);
  return { feedAt, kept: kept[0] };
}

test('R3.5 a whole reading vouches for everything before it began; an unfinished one for nothing', async () => {
  const over = ['c:feed_stopped:orders', 'c:app_ip_blocked'];
  expect(await advance([])).toEqual({
    feedAt: new Date(NOW),
    kept: { cursor: new Date(NOW - 1_000), feedAt: new Date(NOW), over },
  });
  expect(await advance([], false)).toEqual({ feedAt: null, kept: { cursor: new Date(NOW - 1_000), over } });
});

test.each([
  ['just now: asked for again, and quantities may not rise', NOW - MINUTE, NOW - MINUTE, false],
  ['an hour ago: asked for again, the stock goes on', NOW - 60 * MINUTE, NOW - 60 * MINUTE, true],
  ['two days ago: given up', NOW - 2 * DAY, NOW - 1_000, true],
])('R8.4 an order that could not be read, changed %s', async (_title, heldAt, cursor, vouches) => {
  const { feedAt, kept } = await advance([heldAt]);
  expect(kept?.cursor).toEqual(new Date(cursor));
  expect(feedAt !== null).toBe(vouches);
});

test('R4.7 the first reading looks back for what was open, or further when the merchant chose so', () => {
  expect(lowerBound(connection)).toEqual(new Date(NOW - 14 * DAY));
  expect(lowerBound({ ...connection, importFrom: new Date(NOW - 30 * DAY) })).toEqual(new Date(NOW - 30 * DAY));
  expect(lowerBound({ ...connection, ordersCursor: new Date(NOW) })).toEqual(new Date(NOW - 3 * MINUTE));
});

test('R1.4 a server whose address Lazada blocks is told at once, and no more once it is let through', async () => {
  const { advance: move, failed, kept, failures } = feedProgress();
  const platformMessage = 'The binding IP whitelist of the app does not contain the source IP';
  const facts = { kind: 'unavailable', platform: 'lazada', operation: 'orders.list', platformMessage } as const;
  await failed(connection, new PlatformError({ ...facts, code: 'ServiceTimeout' }));
  await failed(connection, new PlatformError({ ...facts, code: 'AppWhiteIpLimit' }));
  await failed(connection, new PlatformError({ ...facts, kind: 'throttled' }));
  const stopped = { fromFailures: 5, issue: { code: 'feed_stopped' } };
  expect(failures).toMatchObject([
    { tell: [stopped] },
    { tell: [stopped, { fromFailures: 1, issue: { code: 'app_ip_blocked', platformMessage } }] },
  ]);
  await move({ connection, startedAt: NOW, newest: 0, held: [] }, true);
  expect(kept[0]?.over).toEqual(failures[1]?.tell.map(({ issue }) => issue.key));
});
