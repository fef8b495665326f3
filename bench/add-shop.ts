import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp } from '@/src/clients/http/http';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import { createConnectionStore } from '@/src/db/connection-store';
import { createDatabase } from '@/src/db/client';
import { createMerchantStore } from '@/src/db/merchant-store';
import { createSweepDoor, createTenantDoor } from '@/src/db/tenant';
import { createEncryption } from '@/src/platform/encryption';
import type { Env } from '@/src/platform/env';
import type { LazadaTokens } from '@/src/sync/ports/connection';
import type { Shop } from './catalogue';

export type AddedShop = Shop & { merchantId: string; connectionId: string };

const DAY_MS = 86_400_000;

async function post(url: string, body: unknown): Promise<Response> {
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`);
  return answer;
}

function lazadaClient(env: Env) {
  const http = createHttp({
    transport: createAxiosTransport(),
    throttle: { acquire: async () => {}, learn: async () => {} },
    log: () => {},
    random: Math.random,
    nowMs: Date.now,
    sleep: async () => {},
  });
  const { LAZADA_APP_KEY: appKey, LAZADA_APP_SECRET: appSecret, LAZADA_AUTH_URL, LAZADA_API_URL } = env;
  return createLazadaClient(
    { appKey, appSecret, authUrl: LAZADA_AUTH_URL, apiUrl: LAZADA_API_URL },
    { http, nowMs: Date.now },
  );
}

/** As the seller's browser does: consent, then the code for tokens. */
async function lazadaTokens(env: Env, { seller }: Shop): Promise<LazadaTokens> {
  const asked = {
    client_id: env.LAZADA_APP_KEY,
    redirect_uri: `${env.APP_URL}/connect/lazada/callback`,
    response_type: 'code',
    state: 's',
    country: seller.country,
    account: seller.email,
    password: seller.password,
  };
  const body = new URLSearchParams(asked);
  const sent = await fetch(`${env.LAZADA_AUTH_URL}/oauth/authorize`, { method: 'POST', body, redirect: 'manual' });
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { accessToken, refreshToken } = await lazadaClient(env).createToken(code);
  const ends = new Date(Date.now() + 30 * DAY_MS);
  return { accessToken, refreshToken, accessExpiresAt: ends, refreshExpiresAt: ends, refreshSupported: true };
}

/** Installs and connects every shop, with nothing due but the two catalogs, and the webhooks of those to be notified. */
export async function addShops(env: Env, shops: readonly Shop[], { notified = false } = {}): Promise<AddedShop[]> {
  const db = createDatabase({ url: env.DATABASE_URL, poolSize: 2 });
  const [door, sweep, encryption] = [createTenantDoor(db), createSweepDoor(db), createEncryption(env.ENCRYPTION_KEYS)];
  const merchants = createMerchantStore(door, sweep, encryption);
  const connections = createConnectionStore(door, sweep, encryption);

  async function add(shop: Shop): Promise<AddedShop> {
    const { orgId, name } = shop.org;
    const at = new Date();
    const later = new Date(at.getTime() + DAY_MS);
    const installed = await post(`${env.HARAVAN_API_URL}/__sandbox/install`, { orgId });
    const { accessToken } = (await installed.json()) as { accessToken: string };
    const tokens = { accessToken, refreshToken: null, expiresAt: null, scope: '' };
    const { id } = await merchants.install({ orgId, shop: shop.org.shop, name }, tokens, at);
    const { sellerId, shortCode, email, country } = shop.seller;
    const seller = { sellerId, shopName: shop.seller.name, shortCode, account: email, country };
    const grant = { tokens: await lazadaTokens(env, shop), renewAt: later, at };
    const created = await connections.create(id, seller, grant);
    if (created === 'seller_taken') throw new Error(`${sellerId} is taken`);
    await door(id, async (tx) => {
      await tx.merchant.update({ where: { id }, data: { catalogPullAt: at, webhooksCheckAt: notified ? at : later } });
      await tx.connection.updateMany({ data: { reconcileAt: later } });
    });
    return { ...shop, merchantId: id, connectionId: created.connectionId };
  }

  try {
    const added: AddedShop[] = [];
    for (const shop of shops) added.push(await add(shop));
    return added;
  } finally {
    await db.$disconnect();
  }
}
