import { createHaravanClient, type HaravanClient } from '@/src/clients/haravan/haravan-client';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp, type Http } from '@/src/clients/http/http';
import { createMemoryBuckets } from '@/src/clients/http/memory-buckets';
import { createRedisBuckets, withFallback } from '@/src/clients/http/redis-buckets';
import { createThrottle, THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { createLazadaClient, type LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { Env } from '@/src/platform/env';
import type { Metrics } from '@/src/platform/metrics';
import type { Basics } from './basics';

export type Clients = { lazada: LazadaClient; haravan: HaravanClient };

/** No call in flight outlives this; disconnecting waits for it (R5.1). */
export const longestCallMs = (env: Env): number => env.PLATFORM_TIMEOUT_SECONDS * 1_000;

/** Both platforms behind one pipeline, paced by buckets that all processes share. */
export function createClients(basics: Basics, metrics: Metrics, limits = limitsOf(basics.env)): Clients {
  const { env, redis, clock, random, sleep, log } = basics;
  const shared = createRedisBuckets(redis, limits);
  const http = createHttp({
    transport: createAxiosTransport(),
    // Redis down must not stop the calls: each process then paces itself.
    throttle: createThrottle(withFallback(shared, createMemoryBuckets(limits, clock.now)), sleep),
    log: (event) => {
      metrics.platformCall(event);
      log[event.outcome === 'ok' ? 'debug' : 'warn']({ call: event }, 'platform call');
    },
    random,
    nowMs: clock.now,
    sleep,
  });
  return { lazada: lazadaOf(env, http, clock.now), haravan: haravanOf(env, http, clock.now) };
}

const limitsOf = (env: Env): typeof THROTTLE_LIMITS => ({
  ...THROTTLE_LIMITS,
  lazada: { ...THROTTLE_LIMITS.lazada, perDay: env.LAZADA_DAILY_CALLS },
});

const lazadaOf = (env: Env, http: Http, nowMs: () => number): LazadaClient =>
  createLazadaClient(
    {
      appKey: env.LAZADA_APP_KEY,
      appSecret: env.LAZADA_APP_SECRET,
      authUrl: env.LAZADA_AUTH_URL,
      apiUrl: env.LAZADA_API_URL,
      timeoutMs: longestCallMs(env),
    },
    { http, nowMs },
  );

const haravanOf = (env: Env, http: Http, nowMs: () => number): HaravanClient =>
  createHaravanClient(
    {
      clientId: env.HARAVAN_CLIENT_ID,
      clientSecret: env.HARAVAN_CLIENT_SECRET,
      accountsUrl: env.HARAVAN_ACCOUNTS_URL,
      apiUrl: env.HARAVAN_API_URL,
      webhookUrl: env.HARAVAN_WEBHOOK_URL,
      adminUrl: env.HARAVAN_ADMIN_URL,
      timeoutMs: longestCallMs(env),
    },
    { http, nowMs },
  );
