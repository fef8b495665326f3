import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type Calls, createCalls } from '../core/calls';
import type { Clock } from '../core/clock';
import { CONTROL_PREFIX, createControl, resetSandbox } from '../core/control';
import { createDeliveries, type Deliveries, type DeliveryPolicy } from '../core/deliveries';
import { createFaults, type Faults } from '../core/faults';
import type { Ids } from '../core/ids';
import type { SandboxApp } from '../core/server';
import { createAdminRoutes } from './admin/admin-routes';
import { type ApiCall, createApiCall } from './api-call';
import { askOverNetwork } from './ask-app';
import { type Bucket, createBucket } from './bucket';
import { createConnectRoutes } from './connect/connect-routes';
import { addHaravanControlRoutes } from './control/control-routes';
import { createHaravanControl, type HaravanControl } from './control/haravan-control';
import { HARAVAN_DELIVERY } from './delivery-policy';
import { createEvents } from './events';
import { mountGateway } from './gateway';
import { loadSeed } from './load';
import type { AskApp, Platform, RegisteredApp } from './platform';
import { createRestApi } from './rest-api';
import type { HaravanSeed } from './seed';
import { createStore, type Store } from './store';

export type HaravanSandbox = {
  hono: SandboxApp;
  /** Starts over with this data; it is also what a reset goes back to. */
  load(seed: HaravanSeed): void;
  control: HaravanControl;
  /** REST without HTTP, for whoever calls it thousands of times a second. */
  call: ApiCall;
  faults: Faults;
  calls: Calls;
  deliveries: Deliveries;
  /** What it holds, as it is: for who watches a run from within this process. Not to be changed. */
  store: Store;
  close(): void;
};

export type HaravanOptions = {
  clock: Clock;
  ids: Ids;
  app: RegisteredApp;
  publicUrl(): string;
  /** Another limit on calls than Haravan's own. */
  bucket?: Bucket;
  /** Where the rest of the practice world is played, for the admin's banner. */
  practiceLinks?: Platform['practiceLinks'];
  /** What the admin's button does [this platform alone starts over]. */
  resetWorld?(): void;
  /** Another way for webhooks to travel than over the network. */
  deliveries?: Deliveries;
  /** How they are repeated [as Haravan does]. */
  delivery?: DeliveryPolicy;
  /** Another way to reach the app's address before webhooks are sent there. */
  askApp?: AskApp;
};

/** Haravan's accounts, API, webhook and admin hosts in one. */
export function createHaravanSandbox(options: HaravanOptions): HaravanSandbox {
  const { clock, ids, app, publicUrl, practiceLinks, bucket = createBucket(clock), askApp = askOverNetwork } = options;
  const store = createStore();
  const lots = ids.fork('wire');
  const faults = createFaults(clock, lots);
  const calls = createCalls(clock);
  const deliveries =
    options.deliveries ?? createDeliveries({ clock, ids: lots, policy: options.delivery ?? HARAVAN_DELIVERY });
  const events = createEvents({ deliveries, clientSecret: app.clientSecret, store });
  const platform: Platform = { clock, ids, lots, app, store, bucket, events, askApp, publicUrl, practiceLinks };
  let loaded: HaravanSeed = { orgs: [] };

  const restore = () => {
    store.clear();
    bucket.clear();
    loadSeed(store, loaded, clock.now());
  };
  const control = createHaravanControl(platform);
  const parts = { clock, ids, faults, calls, deliveries, restore };
  const controlRoutes = createControl(parts);
  addHaravanControlRoutes(controlRoutes, control);

  const hono = new Hono<{ Bindings: HttpBindings }>();
  hono.route(CONTROL_PREFIX, controlRoutes);
  const reset = options.resetWorld ?? (() => resetSandbox(parts));
  const pages = new Hono()
    .route('/', createConnectRoutes(platform))
    .route('/', createAdminRoutes({ platform, control, reset }));
  const api = createRestApi(platform);
  mountGateway(hono, { platform, calls, faults, api, pages });
  return {
    hono,
    load(seed) {
      loaded = seed;
      restore();
    },
    control,
    call: createApiCall(api),
    faults,
    calls,
    deliveries,
    store,
    close: () => deliveries.close(),
  };
}
