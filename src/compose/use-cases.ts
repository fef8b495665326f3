import { randomUUID } from 'node:crypto';
import { parsePush } from '@/src/clients/lazada/parse-push';
import { verifyPush } from '@/src/clients/lazada/push-signature';
import { hubChallenge } from '@/src/clients/haravan/hub-challenge';
import { readWebhookHeaders } from '@/src/clients/haravan/webhook-headers';
import { verifyWebhook } from '@/src/clients/haravan/webhook-signature';
import { createOrderCommands } from '@/src/sync/actions/order-commands';
import { createPublishing } from '@/src/sync/catalog/publishing';
import { createCatalogWishes, createPushWishes } from '@/src/sync/catalog/wishes';
import { createZeroOrphans } from '@/src/sync/catalog/zero-orphans';
import { createConnectShop } from '@/src/sync/connection/connect-shop';
import { createRenewAccess } from '@/src/sync/connection/connections-turn';
import { createDisconnect } from '@/src/sync/connection/disconnect';
import { createHaravanLogin } from '@/src/sync/connection/haravan-login';
import { createInstall } from '@/src/sync/connection/install';
import { createOwnerDoor } from '@/src/sync/connection/owner-door';
import { createHaravanReceiver } from '@/src/sync/intake/receive-haravan';
import { createLazadaReceiver } from '@/src/sync/intake/receive-lazada';
import { createBackfillCommands } from '@/src/sync/orders/backfill';
import { createOrderLookUp } from '@/src/sync/orders/look-up-order';
import { createOrderFeed } from '@/src/sync/orders/order-feed';
import { createRetryIssues } from '@/src/sync/settings/retry-issues';
import { createSettings } from '@/src/sync/settings/settings';
import type { World } from './basics';
import { type Clients, longestCallMs } from './clients';
import type { Stores } from './stores';

export type UseCases = ReturnType<typeof createUseCases>;

/** What routes and server actions call, and what turns share. */
export function createUseCases(world: World, clients: Clients, stores: Stores) {
  const { env, queue } = world;
  const { catalog, listings, pushes } = stores;
  const pushWishes = createPushWishes({ pushes, turns: queue });
  const catalogWishes = createCatalogWishes({ catalog, listings, turns: queue });
  const shared = { ...world, ...clients, ...stores, turns: queue, wishes: pushWishes, appUrl: env.APP_URL };
  const feed = createOrderFeed({ ...shared, store: stores.orderFeed });
  const login = createHaravanLogin(shared);
  const install = createInstall({ ...shared, login, catalog: catalogWishes });
  const connectShop = createConnectShop(shared);
  const disconnect = createDisconnect({ ...shared, longestCallMs: longestCallMs(env) });
  return {
    pushWishes,
    catalogWishes,
    feed,
    install,
    connectShop,
    disconnect,
    renewAccess: createRenewAccess(shared),
    ownerDoor: createOwnerDoor({ ...shared, install, connectShop, disconnect }),
    publishing: createPublishing(shared),
    zeroLostLinks: createZeroOrphans(shared),
    settings: createSettings(shared),
    retryIssues: createRetryIssues({ ...shared, catalogWishes }),
    orderCommands: createOrderCommands({ ...shared, feed, newId: randomUUID }),
    backfill: createBackfillCommands(shared),
    lookUpOrder: createOrderLookUp({ ...shared, feed }),
    intake: {
      haravan: createHaravanReceiver({
        ...shared,
        verify: (rawBody, header) => verifyWebhook({ rawBody, header, secret: env.HARAVAN_CLIENT_SECRET }),
        readHeaders: readWebhookHeaders,
        challenge: (query) => hubChallenge(query, env.HARAVAN_WEBHOOK_VERIFY_TOKEN),
      }),
      lazada: createLazadaReceiver({
        ...shared,
        verify: (rawBody, authorization) =>
          verifyPush({ rawBody, authorization, appKey: env.LAZADA_APP_KEY, appSecret: env.LAZADA_APP_SECRET }),
        parsePush,
      }),
    },
  };
}
