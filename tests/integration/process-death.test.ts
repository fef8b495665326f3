import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '@/sandbox/main';
import { type App, composeFrom } from '@/src/compose';
import { expectedCatalogue } from '@/tests/oracle/expected-catalogue';
import { figureDifferences } from '@/tests/oracle/figure-differences';
import type { HaravanOrg } from '@/tests/oracle/raw-haravan';
import type { LazadaSeller } from '@/tests/oracle/raw-lazada';
import { connectedShop } from './connected';
import { type FreshDatabase, freshDatabase } from './database';
import { endWorker, startWorker } from './worker-process';

const SECRETS = {
  HARAVAN_CLIENT_ID: 'a'.repeat(32),
  HARAVAN_CLIENT_SECRET: 'b'.repeat(64),
  HARAVAN_WEBHOOK_VERIFY_TOKEN: 'verify-me',
  LAZADA_APP_KEY: '123456',
  LAZADA_APP_SECRET: 's'.repeat(32),
  NEXTAUTH_SECRET: 'n'.repeat(32),
  ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
};
const WAIT = { timeout: 60_000, interval: 100 };

let database: FreshDatabase;
let sandbox: Sandbox;
let app: App;
let env: Record<string, string>;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  const redisUrl = `${process.env.TEST_REDIS_URL}/8`;
  const flush = new Redis(redisUrl);
  await flush.flushdb();
  flush.disconnect();
  database = await freshDatabase();
  const appUrl = 'http://localhost:3999';
  sandbox = await startSandbox({
    world: 'story',
    app: {
      url: appUrl,
      haravanClientId: SECRETS.HARAVAN_CLIENT_ID,
      haravanClientSecret: SECRETS.HARAVAN_CLIENT_SECRET,
      haravanVerifyToken: SECRETS.HARAVAN_WEBHOOK_VERIFY_TOKEN,
      lazadaAppKey: SECRETS.LAZADA_APP_KEY,
      lazadaAppSecret: SECRETS.LAZADA_APP_SECRET,
    },
  });
  const { haravan, lazada } = sandbox.urls;
  env = {
    ...SECRETS,
    APP_URL: appUrl,
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    LOG_LEVEL: 'info',
    ...{ HARAVAN_ACCOUNTS_URL: haravan, HARAVAN_API_URL: haravan, HARAVAN_WEBHOOK_URL: haravan },
    HARAVAN_ADMIN_URL: `${haravan}/shops/{shop}`,
    LAZADA_AUTH_URL: lazada,
    LAZADA_API_URL: `${lazada}/rest`,
  };
  app = composeFrom({ ...env, LOG_LEVEL: 'silent' });
});
afterAll(async () => {
  for (const worker of workers) await endWorker(worker, 'SIGKILL');
  await app.close();
  await sandbox.close();
  await database.close();
});

/** Both platforms' own books, as the oracle reads them. */
async function rawState(orgId: string, sellerId: string): Promise<{ org: HaravanOrg; shop: LazadaSeller }> {
  const { haravan, lazada } = sandbox.urls;
  const { orgs } = (await (await fetch(`${haravan}/__sandbox/state?orgId=${orgId}`)).json()) as { orgs: HaravanOrg[] };
  const { sellers } = (await (await fetch(`${lazada}/__sandbox/state?sellerId=${sellerId}`)).json()) as {
    sellers: LazadaSeller[];
  };
  const [org, shop] = [orgs[0], sellers[0]];
  if (!org || !shop) throw new Error('the sandbox has lost its world');
  return { org, shop };
}

const start = async () => workers[workers.push(await startWorker(env)) - 1] as ChildProcess;

test('R8.1 a killed worker, an emptied Redis and lost answers lose nothing and send nothing wrong', async () => {
  const { merchant, connectionId, seller } = await connectedShop({
    sandbox,
    install: app.install,
    connectShop: app.connectShop,
  });
  const first = await start();
  const pushes = () =>
    database.door(merchant.id, async (tx) => ({
      total: await tx.push.count(),
      pushed: await tx.push.count({ where: { lastPushedAt: { not: null } } }),
      waiting: Number(
        (
          await tx.$queryRaw<
            { n: bigint }[]
          >`SELECT count(*) AS n FROM "Push" WHERE wanted > done AND outcome <> 'issue'`
        )[0]?.n,
      ),
    }));
  const products = async () =>
    (await app.queries.products(merchant.id, connectionId, { tab: 'all', search: '', publication: 'any', page: 1 }))
      .matching;
  await expect.poll(products, WAIT).toBeGreaterThan(50);
  const productIds = await app.queries.productIds(merchant.id, connectionId, {
    tab: 'all',
    search: '',
    publication: 'any',
  });
  await app.commands.publishing.publish(merchant.id, connectionId, { productIds }, 'test');
  await expect.poll(async () => (await pushes()).total, WAIT).toBe(576);

  // Slow writes give death something to interrupt; two answers are lost after the effect.
  sandbox.lazada.faults.add({ match: { path: 'sellable/update' }, kind: 'slow', delayMs: 400, count: 'always' });
  sandbox.lazada.faults.add({ match: { path: 'price_quantity/update' }, kind: 'lost-answer', count: 2 });
  const view = await app.commands.settings.load(merchant.id, connectionId);
  if (!view) throw new Error('no settings');
  const settings = { ...view.settings, pushPrice: true, pushQuantity: true };
  const saved = await app.commands.settings.save(merchant.id, connectionId, {
    settings,
    version: view.version,
    confirmed: true,
    by: 'test',
  });
  expect(saved.outcome).toBe('saved');
  await expect.poll(async () => (await pushes()).pushed, WAIT).toBeGreaterThan(40);
  await endWorker(first, 'SIGKILL');
  const interrupted = await pushes();
  expect(interrupted.waiting).toBeGreaterThan(0);

  const redis = new Redis(env.REDIS_URL ?? '');
  await redis.flushdb();
  redis.disconnect();
  await fetch(`${sandbox.urls.lazada}/__sandbox/faults`, { method: 'DELETE' });
  const [second] = [await start(), await start()];
  await expect.poll(async () => (await pushes()).waiting, WAIT).toBe(0);

  const { org, shop } = await rawState(merchant.orgId, seller.sellerId);
  const expected = expectedCatalogue(org, shop, { price: true, quantity: true, stock: 'all' });
  expect(expected.figures.length).toBeGreaterThan(250);
  expect(figureDifferences(expected, shop)).toEqual([]);

  expect(await endWorker(second, 'SIGTERM')).toBe(0);
}, 150_000);
