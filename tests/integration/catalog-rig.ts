import { randomUUID } from 'node:crypto';
import { type Clock, createClock } from '@/sandbox/core/clock';
import type { HaravanSeed } from '@/sandbox/haravan/seed';
import type { LazadaSeed } from '@/sandbox/lazada/seed';
import { type Sandbox, startSandbox } from '@/sandbox/main';
import { createHaravanClient } from '@/src/clients/haravan/haravan-client';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp } from '@/src/clients/http/http';
import { createLazadaClient, type LazadaClient } from '@/src/clients/lazada/lazada-client';
import { createAccessStore } from '@/src/db/access-store';
import { createCatalogStore } from '@/src/db/catalog-store';
import { createIssueStore } from '@/src/db/issue-store';
import { createListingStore } from '@/src/db/listing-store';
import { createMatchStore } from '@/src/db/match-store';
import { createOrderFeedStore, createOrderPollStore } from '@/src/db/order-feed-store';
import { createOrderImportStore } from '@/src/db/order-import-store';
import { createOrderWishStore } from '@/src/db/order-wish-store';
import { createPublicationStore } from '@/src/db/publication-store';
import { createPushStore } from '@/src/db/push-store';
import { createSettingsStore } from '@/src/db/settings-store';
import { createStockFactsStore } from '@/src/db/stock-facts-store';
import { createTrailStore } from '@/src/db/trail-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import type { Lane } from '@/src/domain/lane';
import { createCatalogTurn } from '@/src/sync/catalog/catalog-turn';
import { createPublishing } from '@/src/sync/catalog/publishing';
import { createCatalogWishes, createPushWishes } from '@/src/sync/catalog/wishes';
import { createZeroOrphans } from '@/src/sync/catalog/zero-orphans';
import { createOrderFeed } from '@/src/sync/orders/order-feed';
import { createOrdersTurn } from '@/src/sync/orders/orders-turn';
import type { TurnHandler, TurnQueue, TurnResult } from '@/src/sync/ports/turn';
import type { OrderFeed } from '@/src/sync/ports/wishes';
import { createRetryIssues } from '@/src/sync/settings/retry-issues';
import { createSettings } from '@/src/sync/settings/settings';
import { createStockTurn } from '@/src/sync/stock/stock-turn';
import { freshDatabase } from './database';
import { testEncryption } from './test-encryption';
import { heldTurn } from './held-turn';

const APP = {
  url: 'http://app.test',
  haravanClientId: 'haravan-app',
  haravanClientSecret: 'haravan-secret',
  haravanVerifyToken: 'verify-me',
  lazadaAppKey: '100132',
  lazadaAppSecret: 'lazada-secret',
};
const START = Date.parse('2026-03-10T02:00:00Z');
const TIMEOUT_MS = 1_500;
const LATE_WRITE_MS = 30_000;
const LOG = { info: () => {}, warn: () => {}, error: () => {} };
const NO_QUEUE: TurnQueue = { request: async () => {} };
const random = () => 0.5;

function createClients({ urls }: Sandbox, clock: Clock) {
  const nowMs = () => clock.now();
  const throttle = { acquire: async () => {}, learn: async () => {} };
  const http = createHttp({
    ...{ transport: createAxiosTransport(), throttle, log: () => {}, random, nowMs },
    sleep: async () => {},
  });
  const haravan = createHaravanClient(
    {
      ...{ clientId: APP.haravanClientId, clientSecret: APP.haravanClientSecret, timeoutMs: TIMEOUT_MS },
      ...{ accountsUrl: urls.haravan, apiUrl: urls.haravan, webhookUrl: urls.haravan },
      adminUrl: `${urls.haravan}/shops/{shop}`,
    },
    { http },
  );
  const lazada = createLazadaClient(
    {
      ...{ appKey: APP.lazadaAppKey, appSecret: APP.lazadaAppSecret, timeoutMs: TIMEOUT_MS },
      ...{ authUrl: urls.lazada, apiUrl: `${urls.lazada}/rest` },
    },
    { http, nowMs },
  );
  return { haravan, lazada };
}

async function grantOf({ urls }: Sandbox, lazada: LazadaClient, seller: { email: string; password: string }) {
  const redirect_uri = `${APP.url}/connect/lazada/callback`;
  const asked = { client_id: APP.lazadaAppKey, redirect_uri, response_type: 'code', state: 's', country: 'vn' };
  const body = new URLSearchParams({ ...asked, account: seller.email, password: seller.password });
  const sent = await fetch(`${urls.lazada}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return (await lazada.createToken(code)).accessToken;
}

export type RigOptions = { seeds?: { haravan: HaravanSeed; lazada: LazadaSeed }; orgIndex?: number };

/** Catalog, stock and settings as they run: real stores, real clients, both platforms in this process, time by hand. */
export async function startCatalogRig({ seeds, orgIndex = 0 }: RigOptions = {}) {
  const database = await freshDatabase();
  const { door, db } = database;
  const clock = createClock(START);
  const sandbox = await startSandbox({ world: seeds ? 'empty' : 'small', app: APP, clock });
  if (seeds) {
    sandbox.haravan.load(seeds.haravan);
    sandbox.lazada.load(seeds.lazada);
  }
  const { haravan, lazada } = createClients(sandbox, clock);
  const orgSeed = (seeds?.haravan ?? sandbox.world.haravan).orgs[orgIndex];
  const sellers = (seeds?.lazada ?? sandbox.world.lazada).sellers;
  const seller = sellers[orgIndex];
  if (!orgSeed || !seller) throw new Error('the world has no such merchant');
  const { orgId, shop } = orgSeed;

  const merchantId = randomUUID();
  const haravanToken = sandbox.haravan.control.install(orgId).accessToken;
  const accessToken = await testEncryption.seal(haravanToken);
  const at = new Date(clock.now());
  await db.merchant.create({ data: { id: merchantId, orgId, shop, name: shop, accessToken, catalogPullAt: at } });

  async function connect(account: (typeof sellers)[number]): Promise<string> {
    const token = await testEncryption.seal(await grantOf(sandbox, lazada, account));
    const row = { merchantId, sellerId: account.sellerId, shopName: account.name, accessToken: token };
    const times = { authorizedAt: at, connectedAt: at, listingsPullAt: at, ordersPollAt: at };
    return (await db.connection.create({ data: { ...row, ...times } })).id;
  }
  const connectionId = await connect(seller);

  const access = createAccessStore(door, testEncryption);
  const issues = createIssueStore(door, clock);
  const trail = createTrailStore(door, clock);
  const catalog = createCatalogStore(door);
  const listings = createListingStore(door);
  const matches = createMatchStore(door);
  const publications = createPublicationStore(door);
  const pushes = createPushStore(door);
  const stockFacts = createStockFactsStore(door);
  const settingsStore = createSettingsStore(door);
  const turns = NO_QUEUE;
  const pushWishes = createPushWishes({ pushes, turns });
  const catalogWishes = createCatalogWishes({ catalog, listings, turns });
  const shared = { access, issues, trail, turns, clock, random, log: LOG, lazada, haravan, lateWriteMs: LATE_WRITE_MS };
  const orderRows = createOrderFeedStore(door, testEncryption);
  const feed = createOrderFeed({ ...shared, store: orderRows, wishes: pushWishes });
  const orderWishes = createOrderWishStore(door, NO_QUEUE);
  const stockDeps = { ...shared, pushes, stockFacts, catalogWishes, feed: feed as OrderFeed };
  const handlers = {
    catalog: createCatalogTurn({ ...shared, catalog, listings, matches, publications, pushes, reconcileMs: 1_800_000 }),
    stock: createStockTurn(stockDeps),
    orders: createOrdersTurn({
      ...shared,
      ...{ orders: createOrderImportStore(door, testEncryption), catalog: orderRows, feed, wishes: pushWishes },
      ...{ polls: createOrderPollStore(door), pollMs: 60_000, haravanTimeoutMs: TIMEOUT_MS },
      walkBack: async () => false,
      compare: async () => {},
    }),
  } satisfies Partial<Record<Lane, TurnHandler>>;
  const leases = createTurnLeases(db);

  async function turn(lane: keyof typeof handlers, of: string | null, handler = handlers[lane]): Promise<TurnResult> {
    return heldTurn(leases, `${lane}_${of ?? 'merchant'}`, { lane, merchantId, connectionId: of }, handler);
  }

  const sku = (sellerSku: string, sellerId = seller.sellerId) => {
    const shopState = sandbox.lazada.control.state(sellerId).sellers[0];
    const found = shopState?.items.flatMap((item) => item.skus).find((one) => one.sellerSku === sellerSku);
    if (!found) throw new Error(`Lazada has no ${sellerSku}`);
    return found;
  };

  return {
    ...{ database, db, clock, sandbox, merchantId, connectionId, orgId, seller, orgSeed, connect, sku },
    ...{ pushWishes, catalogWishes, orderWishes, stockDeps, listings, matches, pushes, issues },
    auth: { accessToken: haravanToken, orgId, shop },
    ...{ haravan, lazada },
    publishing: createPublishing({ publications, listings, turns, trail, clock }),
    zeroOrphans: createZeroOrphans({ matches, issues, access, lazada, trail }),
    settings: createSettings({ ...shared, settings: settingsStore, stockFacts, orderWishes }),
    retry: createRetryIssues({ settings: settingsStore, pushes, catalogWishes, orderWishes, turns, clock }),
    now: () => new Date(clock.now()),
    runCatalog: (of: string | null = connectionId) => turn('catalog', of),
    /** A stock turn after the coalescing time has passed. */
    async runStock(of = connectionId, handler: TurnHandler = handlers.stock): Promise<TurnResult> {
      clock.advance(3_100);
      return turn('stock', of, handler);
    },
    async runOrders(of = connectionId): Promise<TurnResult> {
      await orderWishes.pollSoon(merchantId, of, new Date(clock.now()));
      return turn('orders', of);
    },
    /** Both catalogs read, everything in Haravan published, everything matched. */
    async publishAll(): Promise<void> {
      await turn('catalog', null);
      const publishing = createPublishing({ publications, listings, turns, trail, clock });
      await publishing.publish(merchantId, connectionId, { filter: {} }, 'test');
      await turn('catalog', connectionId);
    },
    /** Haravan's and Lazada's catalogs as they are now reach the links. */
    async followCatalogs(): Promise<void> {
      clock.advance(1_000);
      await catalogWishes.pullCatalog(merchantId, new Date(clock.now()));
      await catalogWishes.pullListings(merchantId, connectionId, new Date(clock.now()));
      await turn('catalog', null);
      await turn('catalog', connectionId);
    },
    switchOn: (figures: { pushPrice?: boolean; pushQuantity?: boolean } = { pushPrice: true, pushQuantity: true }) =>
      db.connection.update({ where: { id: connectionId }, data: figures }),
    links: (of = connectionId) =>
      db.listingLink.findMany({ where: { connectionId: of }, orderBy: { variantId: 'asc' } }),
    push: (variantId: string, figure: 'price' | 'quantity', of = connectionId) =>
      db.push.findUniqueOrThrow({ where: { connectionId_variantId_figure: { connectionId: of, variantId, figure } } }),
    openIssues: async () => {
      const open = await db.syncIssue.findMany({
        where: { closedAt: null },
        orderBy: [{ code: 'asc' }, { key: 'asc' }],
      });
      return open.map(({ code, subjectId, platformMessage, facts, count }) => ({
        code,
        subjectId,
        platformMessage,
        facts,
        count,
      }));
    },
    async issueCodes(): Promise<string[]> {
      const open = await db.syncIssue.findMany({ where: { closedAt: null }, orderBy: { code: 'asc' } });
      return open.map((issue) => issue.code);
    },
    /** Calls of one Lazada API since the log was cleared. */
    lazadaCalls: (operation: string) =>
      sandbox.lazada.calls.list().filter((call) => call.path.endsWith(operation)).length,
    async close() {
      await sandbox.close();
      await database.close();
    },
  };
}

export type CatalogRig = Awaited<ReturnType<typeof startCatalogRig>>;
