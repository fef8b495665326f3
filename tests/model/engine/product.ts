import { createHaravanClient } from '@/src/clients/haravan/haravan-client';
import { createHttp } from '@/src/clients/http/http';
import type { Transport } from '@/src/clients/http/transport';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import { longestCallMs } from '@/src/compose/clients';
import type { Stores } from '@/src/compose/stores';
import { createTurnHandlers } from '@/src/compose/turn-handlers';
import { createUseCases } from '@/src/compose/use-cases';
import { parseEnv } from '@/src/platform/env';
import type { TurnQueue } from '@/src/sync/ports/turn';
import type { Log } from '@/src/sync/ports/world';
import { APP, HOSTS } from './platforms';

export type ProductParts = {
  stores: Stores;
  transport: Transport;
  queue: TurnQueue;
  log: Log;
  clock: { now(): number };
  random: () => number;
  newSecret: () => string;
  pass: (ms: number) => Promise<void>;
};

const env = parseEnv({
  NODE_ENV: 'test',
  APP_URL: APP.url,
  DATABASE_URL: 'none',
  REDIS_URL: 'none',
  HARAVAN_CLIENT_ID: APP.haravanClientId,
  HARAVAN_CLIENT_SECRET: APP.haravanClientSecret,
  HARAVAN_WEBHOOK_VERIFY_TOKEN: APP.haravanVerifyToken,
  LAZADA_APP_KEY: APP.lazadaAppKey,
  LAZADA_APP_SECRET: APP.lazadaAppSecret,
  NEXTAUTH_SECRET: 'n'.repeat(32),
  ENCRYPTION_KEYS: Buffer.alloc(32, 1).toString('base64'),
  LOG_LEVEL: 'silent',
});

/** The real use-cases and turns, over given rows, platforms, time and chance. */
export function createProduct({ stores, transport, queue, log, clock, random, newSecret, pass }: ProductParts) {
  const nowMs = () => clock.now();
  const throttle = { acquire: async () => {}, learn: async () => {} };
  const http = createHttp({ transport, throttle, log: () => {}, random, nowMs, sleep: pass });
  const haravan = createHaravanClient(
    {
      clientId: APP.haravanClientId,
      clientSecret: APP.haravanClientSecret,
      accountsUrl: HOSTS.haravan,
      apiUrl: HOSTS.haravan,
      webhookUrl: HOSTS.haravan,
      adminUrl: `${HOSTS.haravan}/shops/{shop}`,
    },
    { http, nowMs },
  );
  const lazada = createLazadaClient(
    {
      appKey: APP.lazadaAppKey,
      appSecret: APP.lazadaAppSecret,
      authUrl: HOSTS.lazada,
      apiUrl: `${HOSTS.lazada}/rest`,
      timeoutMs: longestCallMs(env),
    },
    { http, nowMs },
  );
  const clients = { haravan, lazada };
  // So small that the few SKUs of a model shop fill several of them.
  const batches = { skus: 3, atOnce: 3 };
  const world = { env, clock, log, queue, random, newSecret, sleep: pass, batches };
  const useCases = createUseCases(world, clients, stores);
  return { clients, useCases, handlers: createTurnHandlers(world, clients, stores, useCases) };
}
