import { randomBytes, randomUUID } from 'node:crypto';
import { type Clock, createClock } from '@/sandbox/core/clock';
import { type Sandbox, startSandbox } from '@/sandbox/main';
import { createHaravanClient, type HaravanClient } from '@/src/clients/haravan/haravan-client';
import type { HaravanOrder } from '@/src/clients/haravan/order';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp } from '@/src/clients/http/http';
import { createLazadaClient, type LazadaClient } from '@/src/clients/lazada/lazada-client';
import { createAccessStore } from '@/src/db/access-store';
import { createActionStore } from '@/src/db/action-store';
import { createBackfillStore } from '@/src/db/backfill-store';
import { createIssueStore } from '@/src/db/issue-store';
import { createOrderDoublesStore } from '@/src/db/order-doubles-store';
import { createOrderFeedStore, createOrderPollStore } from '@/src/db/order-feed-store';
import { createOrderImportStore } from '@/src/db/order-import-store';
import { createOrderWishStore } from '@/src/db/order-wish-store';
import { createTrailStore } from '@/src/db/trail-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import type { Lane } from '@/src/domain/lane';
import { createEncryption } from '@/src/platform/encryption';
import { createActionsTurn } from '@/src/sync/actions/actions-turn';
import { createOrderCommands } from '@/src/sync/actions/order-commands';
import { createBackfillCommands } from '@/src/sync/orders/backfill';
import { createBackfillWalk } from '@/src/sync/orders/backfill-walk';
import { createOrderFeed } from '@/src/sync/orders/order-feed';
import { createCompareOrders } from '@/src/sync/orders/compare-orders';
import { createOrdersTurn } from '@/src/sync/orders/orders-turn';
import type { TurnHandler, TurnQueue, TurnResult } from '@/src/sync/ports/turn';
import type { PushWishes } from '@/src/sync/ports/wishes';
import type { Log } from '@/src/sync/ports/world';
import { type FreshDatabase, freshDatabase } from './database';
import { HARAVAN_SEED, LAZADA_SEED, ORG, OTHER_SELLER, SELLER, VARIANTS } from './orders-seed';
import { heldTurn } from './held-turn';

const APP = {
  url: 'http://localhost:3000',
  haravanClientId: 'a'.repeat(32),
  haravanClientSecret: 'b'.repeat(64),
  haravanVerifyToken: 'verify-me',
  lazadaAppKey: '123456',
  lazadaAppSecret: 's'.repeat(32),
};
const TIMEOUT_MS = 2_000;
const LATE_WRITE_MS = 30_000;
const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };
const NO_QUEUE: TurnQueue = { request: async () => {} };

export type StockWish = { variantIds: string[]; cause: string; forgetBelief: boolean };

/** Keeps what was asked for; part of another area otherwise. */
function recordingWishes() {
  const made: StockWish[] = [];
  const wishes = {
    async wish(_merchantId, { variantIds, cause, forgetBelief = false }) {
      made.push({ variantIds: [...variantIds].sort(), cause, forgetBelief });
    },
    async wishAll() {},
  } satisfies PushWishes;
  return { made, wishes };
}

function createClients({ urls }: Sandbox, clock: Clock): { haravan: HaravanClient; lazada: LazadaClient } {
  const nowMs = () => clock.now();
  const http = createHttp({
    transport: createAxiosTransport(),
    throttle: { acquire: async () => {}, learn: async () => {} },
    log: () => {},
    random: () => 0.5,
    nowMs,
    sleep: async () => {},
  });
  const haravan = createHaravanClient(
    {
      clientId: APP.haravanClientId,
      clientSecret: APP.haravanClientSecret,
      accountsUrl: urls.haravan,
      apiUrl: urls.haravan,
      webhookUrl: urls.haravan,
      adminUrl: `${urls.haravan}/shops/{shop}`,
      timeoutMs: TIMEOUT_MS,
    },
    { http },
  );
  const lazada = createLazadaClient(
    {
      appKey: APP.lazadaAppKey,
      appSecret: APP.lazadaAppSecret,
      authUrl: urls.lazada,
      apiUrl: `${urls.lazada}/rest`,
      timeoutMs: TIMEOUT_MS,
    },
    { http, nowMs },
  );
  return { haravan, lazada };
}

async function lazadaToken({ urls }: Sandbox, lazada: LazadaClient, email: string, password: string): Promise<string> {
  const redirect = `${APP.url}/connect/lazada/callback`;
  const asked = {
    client_id: APP.lazadaAppKey,
    redirect_uri: redirect,
    response_type: 'code',
    state: 's',
    country: 'vn',
  };
  const body = new URLSearchParams({ ...asked, account: email, password });
  const sent = await fetch(`${urls.lazada}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  return (await lazada.createToken(code)).accessToken;
}

async function seedRows({ db }: FreshDatabase, clock: Clock, tokens: { haravan: string; lazada: string[] }) {
  const merchantId = randomUUID();
  const at = new Date(clock.now());
  await db.merchant.create({
    data: { id: merchantId, orgId: ORG, shop: 'hoa-mai', name: 'Hoa Mai', accessToken: tokens.haravan },
  });
  const connect = (sellerId: string, shopName: string, accessToken: string | undefined) =>
    db.connection.create({
      data: {
        merchantId,
        sellerId,
        shopName,
        accessToken: accessToken ?? '',
        authorizedAt: at,
        connectedAt: new Date(at.getTime() - 3_600_000),
        ordersPollAt: at,
      },
    });
  const connection = await connect(SELLER, 'Áo Đẹp Shop', tokens.lazada[0]);
  const other = await connect(OTHER_SELLER, 'Giày Tốt', tokens.lazada[1]);
  await db.variant.createMany({
    data: VARIANTS.map(({ variantId, code }) => ({
      ...{ merchantId, variantId, productId: '1040000001', title: code, barcode: code, code, price: 150_000 },
      ...{ tracksInventory: true, allowsBackorder: false, readAt: at },
    })),
  });
  return { merchantId, connectionId: connection.id, otherConnectionId: other.id };
}

/** Real stores, real clients, both platforms on this machine; only the queue and the stock wishes are recorded. */
export async function startOrdersRig() {
  const database = await freshDatabase();
  const clock = createClock(Date.parse('2026-03-10T02:00:00Z'));
  const sandbox = await startSandbox({ world: 'empty', app: APP, clock });
  sandbox.haravan.load(HARAVAN_SEED);
  sandbox.lazada.load(LAZADA_SEED);
  const { haravan, lazada } = createClients(sandbox, clock);
  const encryption = createEncryption([randomBytes(32).toString('base64')]);
  const lazadaTokens: string[] = [];
  for (const { email, password } of LAZADA_SEED.sellers) {
    lazadaTokens.push(await encryption.seal(await lazadaToken(sandbox, lazada, email, password)));
  }
  const haravanToken = sandbox.haravan.control.install(ORG).accessToken;
  const ids = await seedRows(database, clock, { haravan: await encryption.seal(haravanToken), lazada: lazadaTokens });
  const { door, db } = database;
  const { made, wishes } = recordingWishes();
  const access = createAccessStore(door, encryption);
  const issues = createIssueStore(door, clock);
  const trail = createTrailStore(door, clock);
  const catalog = createOrderFeedStore(door, encryption);
  const shared = { access, issues, trail, wishes, clock, log: SILENT, random: () => 0.5, lateWriteMs: LATE_WRITE_MS };
  const feed = createOrderFeed({ ...shared, lazada, store: catalog });
  const orders = createOrderImportStore(door, encryption);
  const backfills = createBackfillStore(door);
  const walkBack = createBackfillWalk({ ...shared, lazada, store: catalog, backfills });
  const backfill = createBackfillCommands({ backfills, access, turns: NO_QUEUE, trail, clock });
  const ordersDeps = {
    ...shared,
    haravan,
    orders,
    catalog,
    feed,
    polls: createOrderPollStore(door),
    walkBack,
    compare: createCompareOrders({ haravan, access, orders, issues, clock, doubles: createOrderDoublesStore(door) }),
    pollMs: 60_000,
    haravanTimeoutMs: TIMEOUT_MS,
  };
  const actions = createActionStore(door);
  const orderWishes = createOrderWishStore(door, NO_QUEUE);
  const leases = createTurnLeases(db);
  const ordersTurn = createOrdersTurn(ordersDeps);
  const actionsTurn = createActionsTurn({ ...shared, lazada, actions, feed, turns: NO_QUEUE });
  const commands = createOrderCommands({
    ...{ lazada, access, actions, feed, orderWishes, turns: NO_QUEUE, clock },
    newId: randomUUID,
  });
  const auth = { accessToken: haravanToken, orgId: ORG, shop: 'hoa-mai' };

  async function turn(lane: Lane, handler: TurnHandler, connectionId: string): Promise<TurnResult> {
    return heldTurn(leases, `${lane}_${connectionId}`, { lane, merchantId: ids.merchantId, connectionId }, handler);
  }

  return {
    ...ids,
    database,
    db,
    clock,
    sandbox,
    haravan,
    ordersDeps,
    feed,
    orderWishes,
    commands,
    wished: made,
    leases,
    shop: { ...sandbox.lazada.control },
    /** A turn in which the poll is due. */
    async runOrders(connectionId = ids.connectionId, handler = ordersTurn): Promise<TurnResult> {
      await db.connection.update({ where: { id: connectionId }, data: { ordersPollAt: new Date(clock.now()) } });
      return turn('orders', handler, connectionId);
    },
    /** A turn that a push asked for. */
    async runPushed(connectionId = ids.connectionId): Promise<TurnResult> {
      await orderWishes.pollSoon(ids.merchantId, connectionId, new Date(clock.now()));
      return turn('orders', ordersTurn, connectionId);
    },
    backfill,
    runActions: (connectionId = ids.connectionId) => turn('actions', actionsTurn, connectionId),
    async haravanOrders(): Promise<HaravanOrder[]> {
      return (await haravan.listOrders(auth, { order: 'created_at asc' })).orders;
    },
    order: (lazadaOrderId: string, connectionId = ids.connectionId) =>
      db.channelOrder.findUniqueOrThrow({ where: { connectionId_lazadaOrderId: { connectionId, lazadaOrderId } } }),
    issueCodes: async () => {
      const open = await db.syncIssue.findMany({ where: { closedAt: null }, orderBy: { code: 'asc' } });
      return open.map((issue) => issue.code);
    },
    settings: (data: object, id = ids.connectionId) => db.connection.update({ where: { id }, data }),
    async close() {
      await sandbox.close();
      await database.close();
    },
  };
}

export type OrdersRig = Awaited<ReturnType<typeof startOrdersRig>>;
