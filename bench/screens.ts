import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createDatabase, type Database } from '@/src/db/client';
import { createSweepDoor, createTenantDoor, type TenantDoor } from '@/src/db/tenant';
import { createIssueListQuery } from '@/src/queries/issues/issue-list';
import { createLiveMarkQuery } from '@/src/queries/live-mark';
import { createOrderListQuery } from '@/src/queries/orders/order-list';
import { createOverviewQuery } from '@/src/queries/overview';
import { createProductListQuery, type ProductFilter } from '@/src/queries/products/product-list';
import { PRODUCT_TABS } from '@/src/queries/products/product-tabs';
import { createShellQuery } from '@/src/queries/shell';
import { fill } from '@/tests/integration/large-shop';
import { addMerchant, storesOf } from '@/tests/integration/merchants';
import { type Closing, ownDatabase } from './parts';
import { percentiles } from './percentiles';
import { runBench } from './run-bench';

// npm run bench:screens -- [--skus 100000] [--others 200] [--times 10]
// What the pages of one large shop ask PostgreSQL, beside others: how long do their queries take? Without a web process.

const OTHERS_HAVE = 50;
const number = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
const { values } = parseArgs({ options: { skus: number(100_000), others: number(200), times: number(10) } });
const [skus, others, times] = [Number(values.skus), Number(values.others), Number(values.times)];

/** Everything is linked and pushed, nothing waits: as a shop is on most days. */
async function largeShop(db: Database, door: TenantDoor) {
  for (let shop = 0; shop < others; shop += 1) await fill(db, randomUUID(), randomUUID(), OTHERS_HAVE);
  const stores = storesOf({ door, sweep: createSweepDoor(db) });
  const { merchant, connectionId } = await addMerchant(stores, { orgId: '200000000001', sellerId: '1' });
  await fill(db, merchant.id, connectionId, skus);
  await db.$executeRaw`UPDATE "Publication" SET matched = wanted`;
  await db.$executeRaw`UPDATE "Push" SET done = wanted, "lastPushedAt" = now()`;
  await db.$executeRaw`UPDATE "Connection" SET "pushPrice" = true, "pushQuantity" = true`;
  await db.$executeRaw`VACUUM ANALYZE`;
  return { merchantId: merchant.id, connectionId };
}

function screensOf(door: TenantDoor, merchantId: string, connectionId: string) {
  const products = (filter: Partial<ProductFilter>) => () =>
    createProductListQuery(door)(merchantId, connectionId, {
      ...{ tab: 'all', search: '', publication: 'any', page: 1 },
      ...filter,
    });
  const orders = createOrderListQuery(door, async (sealed) => sealed, Date.now);
  return {
    'the frame of every page': () => createShellQuery(door, Date.now)(merchantId),
    'what an open page asks every three seconds': () => createLiveMarkQuery(door)(merchantId),
    'Tổng quan': () => createOverviewQuery(door, Date.now)(merchantId, connectionId),
    ...Object.fromEntries(PRODUCT_TABS.map((tab) => [`Sản phẩm, tab ${tab}`, products({ tab })])),
    'Sản phẩm, a search': products({ search: 'áo thun' }),
    'Đơn hàng': () => orders(merchantId, connectionId, { tab: 'all', search: '', page: 1 }),
    'Lỗi, none open': () => createIssueListQuery(door)(merchantId, connectionId, null),
  } satisfies Record<string, () => Promise<unknown>>;
}

async function bench(closing: Closing): Promise<void> {
  const { databaseUrl } = await ownDatabase(closing);
  const db = createDatabase({ url: databaseUrl, poolSize: 2 });
  closing.push(() => db.$disconnect());
  const door = createTenantDoor(db);
  const { merchantId, connectionId } = await largeShop(db, door);
  console.log(
    `A shop of ${skus} products, variants, links and orders beside ${others} of ${OTHERS_HAVE}; ${times} times each:`,
  );
  for (const [screen, ask] of Object.entries(screensOf(door, merchantId, connectionId))) {
    const took: number[] = [];
    await ask();
    for (let time = 0; time < times; time += 1) {
      const begun = performance.now();
      await ask();
      took.push(performance.now() - begun);
    }
    console.log(`${screen}: p50 ${percentiles(took).p50.toFixed(0)} ms, slowest ${Math.max(...took).toFixed(0)} ms`);
  }
}

process.exit(await runBench(bench, 10));
