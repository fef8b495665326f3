import { createHaravanClient } from '@/src/clients/haravan/haravan-client';
import type { CallLog } from '@/src/clients/http/call-log';
import { createHttp } from '@/src/clients/http/http';
import { createMemoryBuckets } from '@/src/clients/http/memory-buckets';
import { createThrottle, THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import type { Clients } from '@/src/compose/clients';
import type { Env } from '@/src/platform/env';
import type { Clock, Random } from '@/src/sync/ports/world';
import { answerInProcess, createInProcessTransport, type MemoryPlatforms } from './in-process-transport';
import type { Seam } from './seam';

export type PlatformClientDeps = {
  platforms: MemoryPlatforms;
  env: Env;
  clock: Clock;
  random: Random;
  seam: Seam;
  /** How fast shops may be called, by `clock`. */
  limits?: typeof THROTTLE_LIMITS;
  onCall?: (call: CallLog) => void;
};

/** The real clients, with their signatures, schemas and throttle, before platforms in this process. Nobody sleeps. */
export function createPlatformClients(deps: PlatformClientDeps): Clients {
  const { platforms, env, clock, random, seam, limits = THROTTLE_LIMITS, onCall = () => {} } = deps;
  const nowMs = () => clock.now();
  const sleep = async () => {};
  const origins = { haravan: new URL(env.HARAVAN_API_URL).origin, lazada: new URL(env.LAZADA_API_URL).origin };
  const http = createHttp({
    transport: createInProcessTransport(answerInProcess(platforms, origins), origins, seam),
    throttle: createThrottle(createMemoryBuckets(limits, nowMs), sleep),
    ...{ log: onCall, random, nowMs, sleep },
  });
  const lazada = createLazadaClient(
    {
      ...{ appKey: env.LAZADA_APP_KEY, appSecret: env.LAZADA_APP_SECRET },
      ...{ authUrl: env.LAZADA_AUTH_URL, apiUrl: env.LAZADA_API_URL },
    },
    { http, nowMs },
  );
  const haravan = createHaravanClient(
    {
      ...{ clientId: env.HARAVAN_CLIENT_ID, clientSecret: env.HARAVAN_CLIENT_SECRET },
      ...{ accountsUrl: env.HARAVAN_ACCOUNTS_URL, apiUrl: env.HARAVAN_API_URL },
      ...{ webhookUrl: env.HARAVAN_WEBHOOK_URL, adminUrl: env.HARAVAN_ADMIN_URL },
    },
    { http, nowMs },
  );
  return { lazada, haravan };
}
