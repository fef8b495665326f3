import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Tx } from '@/src/db/client';
import { createPushStore } from '@/src/db/push-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { wishPushes } from '@/src/db/wish-pushes';
import { settledEnd } from '@/src/sync/stock/push-end';
import { type FreshDatabase, freshDatabase } from './database';
import { fill, NOW } from './large-shop';
import { addMerchant, storesOf } from './merchants';

const SKUS = 3;

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

async function shopOf(orgId: string) {
  const { merchant, connectionId } = await addMerchant(storesOf(database), { orgId, sellerId: orgId });
  await database.door(merchant.id, (tx) => fill(tx, merchant.id, connectionId, SKUS));
  return { merchantId: merchant.id, connectionId };
}

type Shop = Awaited<ReturnType<typeof shopOf>>;

async function isWaited(): Promise<boolean> {
  const [row] = await database.db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return Number(row?.n) > 0;
}

/** Everything that is due is settled while somebody who holds its rows does something else with them, and commits once we wait. */
async function settledBehind({ merchantId, connectionId }: Shop, other: (tx: Tx) => Promise<unknown>) {
  const pushes = createPushStore(database.door);
  const due = await pushes.takeDue(merchantId, connectionId, 'quantity', NOW, SKUS);
  const ends = due.map((push) => settledEnd(push, 'synced', { cause: 'changed' }));
  const lease = await createTurnLeases(database.db).acquire('settle', 'test');
  if (!lease) throw new Error('the lease is taken');
  const issues = { figure: 'quantity', judged: [], found: [] } as const;
  let settling: Promise<void> | undefined;
  await database.door(merchantId, async (tx) => {
    await other(tx);
    settling = pushes.settle(merchantId, connectionId, { ends, issues }, NOW, lease);
    while (!(await isWaited())) await sleep(10);
  });
  await settling;
  return database.db.push.findMany({
    where: { connectionId, figure: 'quantity' },
    orderBy: { variantId: 'asc' },
    select: { variantId: true, wanted: true, done: true, outcome: true },
  });
}

test('R3.4 R8.1 a figure that is wished while its batch is being settled stays wished, and the rest is settled', async () => {
  const shop = await shopOf('200000000001');
  const wish = { variantIds: ['v2'], figures: ['quantity'], cause: 'changed' } as const;
  const rows = await settledBehind(shop, (tx) => wishPushes(tx, shop.merchantId, wish, NOW));
  expect(rows).toEqual([
    { variantId: 'v1', wanted: 1, done: 1, outcome: 'synced' },
    { variantId: 'v2', wanted: 2, done: 1, outcome: 'synced' },
    { variantId: 'v3', wanted: 1, done: 1, outcome: 'synced' },
  ]);
});

test('R2.6 R8.1 a figure whose link is taken away while its batch is being settled is gone, and the rest is settled', async () => {
  const shop = await shopOf('200000000002');
  const { connectionId } = shop;
  const rows = await settledBehind(shop, async (tx) => {
    await tx.listingLink.deleteMany({ where: { connectionId, variantId: 'v2' } });
    await tx.push.deleteMany({ where: { connectionId, variantId: 'v2' } });
  });
  expect(rows.map(({ variantId, done }) => [variantId, done])).toEqual([
    ['v1', 1],
    ['v3', 1],
  ]);
});
