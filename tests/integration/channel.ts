import { randomBytes } from 'node:crypto';
import { createAccessStore } from '@/src/db/access-store';
import { createInboxStore, createOwnOrders, createRecipients } from '@/src/db/inbox-store';
import { createIssueStore } from '@/src/db/issue-store';
import { createLoginStateStore } from '@/src/db/login-state-store';
import { createReconcileStore } from '@/src/db/reconcile-store';
import { createTrailStore } from '@/src/db/trail-store';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { createHaravanClient } from '@/src/clients/haravan/haravan-client';
import { createAxiosTransport } from '@/src/clients/http/axios-transport';
import { createHttp } from '@/src/clients/http/http';
import { createMemoryBuckets } from '@/src/clients/http/memory-buckets';
import { createThrottle, THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { createLazadaClient } from '@/src/clients/lazada/lazada-client';
import { hubChallenge } from '@/src/clients/haravan/hub-challenge';
import { readWebhookHeaders } from '@/src/clients/haravan/webhook-headers';
import { verifyWebhook } from '@/src/clients/haravan/webhook-signature';
import { parsePush } from '@/src/clients/lazada/parse-push';
import { verifyPush } from '@/src/clients/lazada/push-signature';
import { createCheckSeller } from '@/src/sync/connection/check-seller';
import { createConnectShop } from '@/src/sync/connection/connect-shop';
import { createConnectionsTurn, createRenewAccess } from '@/src/sync/connection/connections-turn';
import { createDisconnect } from '@/src/sync/connection/disconnect';
import { createHaravanLogin } from '@/src/sync/connection/haravan-login';
import { createInstall } from '@/src/sync/connection/install';
import { createKeepWebhooks } from '@/src/sync/connection/keep-webhooks';
import { createOwnerDoor } from '@/src/sync/connection/owner-door';
import { createRenewHaravan } from '@/src/sync/connection/renew-haravan';
import { createRenewLazada } from '@/src/sync/connection/renew-lazada';
import { createApplyEffects } from '@/src/sync/intake/apply-effects';
import { createHandleUninstall } from '@/src/sync/intake/handle-uninstall';
import { createIntakeTurn } from '@/src/sync/intake/intake-turn';
import { createHaravanReceiver } from '@/src/sync/intake/receive-haravan';
import { createLazadaReceiver } from '@/src/sync/intake/receive-lazada';
import { type TurnHandler, type TurnKey, turnKeyText } from '@/src/sync/ports/turn';
import { createMaintenanceTurn } from '@/src/sync/reconcile/maintenance-turn';
import { startSandbox } from '@/sandbox/main';
import { freshDatabase } from './database';
import { storesOf } from './merchants';
import { recordingWishes } from './recording-wishes';
import { startReceiverServer } from './receiver-server';
import { testEncryption } from './test-encryption';
import { plainTurn } from './held-turn';

const APP = {
  haravanClientId: 'haravan-app',
  haravanClientSecret: 'haravan-secret',
  haravanVerifyToken: 'verify-me',
  lazadaAppKey: '100132',
  lazadaAppSecret: 'lazada-secret',
};
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The connection and intake parts as they run, with both platforms in this process and a database of their own. */
export async function startChannel() {
  const database = await freshDatabase();
  const server = await startReceiverServer();
  const appUrl = server.url;
  const sandbox = await startSandbox({ app: { ...APP, url: appUrl }, world: 'small' });
  const { clock } = sandbox;
  const now = () => clock.now();
  const http = createHttp({
    transport: createAxiosTransport(),
    throttle: createThrottle(createMemoryBuckets(THROTTLE_LIMITS, now), sleep),
    log: () => undefined,
    random: () => 0.5,
    nowMs: now,
    sleep,
  });
  const urls = { accountsUrl: sandbox.urls.haravan, apiUrl: sandbox.urls.haravan, webhookUrl: sandbox.urls.haravan };
  const haravan = createHaravanClient(
    {
      ...urls,
      clientId: APP.haravanClientId,
      clientSecret: APP.haravanClientSecret,
      adminUrl: `${sandbox.urls.haravan}/shops/{shop}`,
      timeoutMs: 3_000,
    },
    { http, nowMs: now },
  );
  const lazada = createLazadaClient(
    {
      appKey: APP.lazadaAppKey,
      appSecret: APP.lazadaAppSecret,
      authUrl: sandbox.urls.lazada,
      apiUrl: `${sandbox.urls.lazada}/rest`,
      timeoutMs: 3_000,
    },
    { http, nowMs: now },
  );

  const { door, sweep, db } = database;
  const { merchants, connections } = storesOf(database);
  const access = createAccessStore(door, testEncryption);
  const issues = createIssueStore(door, clock);
  const trail = createTrailStore(door, clock);
  const inbox = createInboxStore(door, testEncryption);
  const newSecret = () => randomBytes(32).toString('base64url');
  const states = createLoginStateStore(sweep, newSecret);
  const leases = createTurnLeases(db);
  const wishes = recordingWishes();
  const { queue } = wishes;
  const common = { access, merchants, connections, issues, trail, queue, states, clock, log };

  const login = createHaravanLogin({ haravan, states, clock, newSecret, appUrl });
  const install = createInstall({ ...common, login, haravan, catalog: wishes.catalog });
  const connectShop = createConnectShop({ ...common, lazada, appUrl });
  const disconnect = createDisconnect({ ...common, sleep, longestCallMs: 3_000 });
  const ownerDoor = createOwnerDoor({ ...common, install, connectShop, disconnect });
  const renewAccess = createRenewAccess(common);
  const connectionsTurn = createConnectionsTurn({
    merchants,
    renewLazada: createRenewLazada({ ...common, lazada }),
    renewHaravan: createRenewHaravan({ ...common, haravan }),
    keepWebhooks: createKeepWebhooks({ ...common, haravan }),
  });
  const checkSeller = createCheckSeller({ ...common, lazada });
  const intakeTurn = createIntakeTurn({
    ...common,
    inbox,
    parsePush,
    apply: createApplyEffects({
      ...common,
      ...wishes,
      renewAccess,
      checkSeller,
      haravan,
      ownOrders: createOwnOrders(door),
    }),
    uninstalled: createHandleUninstall({ inbox, disconnect, haravan, access, log }),
  });
  const maintenanceTurn = createMaintenanceTurn({
    ...common,
    checkSeller,
    inbox,
    catalog: wishes.catalog,
    reconcile: createReconcileStore(door),
    reconcileMs: 1_800_000,
  });

  const incoming = { inbox, recipients: createRecipients(sweep), queue, clock, log };
  server.use({
    haravan: createHaravanReceiver({
      ...incoming,
      verify: (rawBody, header) => verifyWebhook({ rawBody, header, secret: APP.haravanClientSecret }),
      readHeaders: readWebhookHeaders,
      challenge: (query) => hubChallenge(query, APP.haravanVerifyToken),
    }),
    lazada: createLazadaReceiver({
      ...incoming,
      verify: (rawBody, authorization) =>
        verifyPush({ rawBody, authorization, appKey: APP.lazadaAppKey, appSecret: APP.lazadaAppSecret }),
      parsePush,
    }),
  });

  /** One turn under a real lease, as the worker gives it; null when somebody else has it. */
  async function giveTurn(handler: TurnHandler, key: TurnKey) {
    const lease = await leases.acquire(turnKeyText(key), 'test');
    if (!lease) return null;
    try {
      return await handler(plainTurn(key, lease));
    } finally {
      await leases.release(lease, {});
    }
  }

  return {
    url: appUrl,
    ...{ database, sandbox, clock, haravan, lazada, leases, wishes, inbox, access, states },
    ...{ merchants, connections, install, connectShop, disconnect, ownerDoor, renewAccess },
    ...{ connectionsTurn, intakeTurn, maintenanceTurn, giveTurn },
    openIssues: (merchantId: string) =>
      door(merchantId, (tx) => tx.syncIssue.findMany({ where: { closedAt: null }, orderBy: { code: 'asc' } })),
    async close() {
      await sandbox.close();
      await server.close();
      await database.close();
    },
  };
}

export type Channel = Awaited<ReturnType<typeof startChannel>>;
