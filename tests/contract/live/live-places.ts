import { createHaravanClient } from '@/src/clients/haravan/haravan-client';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import { createContractHttp } from '../contract-http';
import { HARAVAN, LAZADA } from '../contract-seed';
import { HARAVAN_OPERATIONS } from '../haravan/operations';
import type { HaravanPlace } from '../haravan/haravan-place';
import { startHaravanStage } from '../haravan/haravan-stage';
import type { LazadaPlace } from '../lazada/lazada-place';
import { startLazadaStage } from '../lazada/lazada-stage';
import { LAZADA_OPERATIONS } from '../lazada/operations';
import { APP } from '../stage';
import { guarded } from './guard';
import type { LiveHaravan, LiveLazada, LiveRun } from './live-env';
import { haravanAsFound } from './live-haravan';
import { lazadaAsFound } from './live-lazada';

/** Long enough for a platform on the other side of the sea. */
const TIMEOUT_MS = 20_000;

export type LivePlaces = { lazada: LazadaPlace; haravan: HaravanPlace; close(): Promise<void> };

function lazadaPlace(env: LiveLazada, writes: boolean): LazadaPlace {
  const { http } = createContractHttp(Date.now, guarded(createAxiosTransport(), LAZADA_OPERATIONS, writes));
  const app = { appKey: env.LIVE_LAZADA_APP_KEY, appSecret: env.LIVE_LAZADA_APP_SECRET };
  const hosts = { authUrl: env.LIVE_LAZADA_AUTH_URL, apiUrl: env.LIVE_LAZADA_API_URL };
  const client = createLazadaClient({ ...app, ...hosts, timeoutMs: TIMEOUT_MS }, { http });
  const auth = { accessToken: env.LIVE_LAZADA_ACCESS_TOKEN, sellerId: env.LIVE_LAZADA_SELLER_ID };
  return lazadaAsFound(client, auth, () => new Date());
}

function haravanPlace(env: LiveHaravan, writes: boolean): HaravanPlace {
  const { http } = createContractHttp(Date.now, guarded(createAxiosTransport(), HARAVAN_OPERATIONS, writes));
  const hosts = { apiUrl: env.LIVE_HARAVAN_API_URL, webhookUrl: env.LIVE_HARAVAN_WEBHOOK_URL };
  // Logins are no part of a live run: its token is given.
  const unused = { clientId: 'unused', clientSecret: 'unused', accountsUrl: env.LIVE_HARAVAN_API_URL };
  const config = { ...unused, ...hosts, adminUrl: env.LIVE_HARAVAN_ADMIN_URL, timeoutMs: TIMEOUT_MS };
  const auth = {
    accessToken: env.LIVE_HARAVAN_ACCESS_TOKEN,
    orgId: env.LIVE_HARAVAN_ORG_ID,
    shop: env.LIVE_HARAVAN_SHOP,
  };
  return haravanAsFound(createHaravanClient(config, { http }), auth, () => new Date());
}

/** The sandbox as a live run would find a shop: with some history, reached by the same variables. */
async function sandboxPlaces(): Promise<LivePlaces> {
  const [lazada, haravan] = [await startLazadaStage(), await startHaravanStage()];
  lazada.stage.pending(2);
  lazada.stage.ready();
  lazada.stage.returnAsked();
  const { stage, url } = haravan;
  const { customerId } = await stage.customer();
  const line = { variantId: HARAVAN.blackId, productId: HARAVAN.productId, quantity: 1, price: 150_000 };
  await stage.client.createOrder(stage.auth, { lineItems: [line], customerId });
  await stage.shipped();
  const { lazada: lazadaUrl } = lazada.sandbox.urls;
  return {
    lazada: lazadaPlace(
      {
        LIVE_LAZADA_APP_KEY: APP.lazadaAppKey,
        LIVE_LAZADA_APP_SECRET: APP.lazadaAppSecret,
        LIVE_LAZADA_ACCESS_TOKEN: lazada.stage.auth.accessToken,
        LIVE_LAZADA_SELLER_ID: LAZADA.sellerId,
        LIVE_LAZADA_AUTH_URL: lazadaUrl,
        LIVE_LAZADA_API_URL: `${lazadaUrl}/rest`,
      },
      false,
    ),
    haravan: haravanPlace(
      {
        LIVE_HARAVAN_ACCESS_TOKEN: stage.auth.accessToken,
        LIVE_HARAVAN_ORG_ID: HARAVAN.orgId,
        LIVE_HARAVAN_SHOP: HARAVAN.shop,
        LIVE_HARAVAN_API_URL: url,
        LIVE_HARAVAN_WEBHOOK_URL: url,
        LIVE_HARAVAN_ADMIN_URL: `${url}/shops/{shop}`,
      },
      false,
    ),
    async close() {
      await Promise.all([lazada.sandbox.close(), haravan.close()]);
    },
  };
}

export async function openPlaces(run: LiveRun): Promise<LivePlaces> {
  if (run.kind === 'sandbox') return sandboxPlaces();
  return {
    lazada: lazadaPlace(run.lazada, run.writes),
    haravan: haravanPlace(run.haravan, run.writes),
    close: async () => undefined,
  };
}
