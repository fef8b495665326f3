import { Hono } from 'hono';
import { type Calls, createCalls } from '../core/calls';
import type { Clock } from '../core/clock';
import { CONTROL_PREFIX, createControl } from '../core/control';
import { createDeliveries, type Deliveries } from '../core/deliveries';
import { createDeliveryBreaker } from '../core/delivery-breaker';
import { createFaults, type Faults } from '../core/faults';
import type { Ids } from '../core/ids';
import type { SandboxApp } from '../core/server';
import { type CallLimiter, createCallLimiter } from './call-limit';
import { addLazadaControl } from './control/control-routes';
import { createLazadaControl, type LazadaControl } from './control/lazada-control';
import type { ApiBody } from './envelope';
import { addFace } from './face/add-face';
import { createGateway } from './gateway';
import { createLabelRoutes, LABEL_PREFIX } from './labels/label-links';
import { DEFAULT_MODES } from './modes';
import { type Caller, callOperation } from './operations';
import { createDeadlineAlarm } from './orders/deadlines';
import type { LazadaApp, Platform } from './platform';
import { createPushes, PUSH_POLICY } from './push/pushes';
import { createAuthorizeRoutes } from './routes/authorize';
import type { LazadaSeed } from './seed';
import { createStore, type Store } from './store';

export type LazadaSandbox = {
  hono: SandboxApp;
  /** Replaces all data; `reset` comes back to it. */
  load(seed: LazadaSeed): void;
  control: LazadaControl;
  /**
   * One API operation in this process, below signature, limits and faults: the same code answers, and the call is
   * counted. `/auth/token/*` need no caller.
   */
  call(operation: string, caller: Caller | undefined, params?: Record<string, string>): ApiBody;
  faults: Faults;
  calls: Calls;
  deliveries: Deliveries;
  /** What it holds, as it is: for who watches a run from within this process. Not to be changed. */
  store(): Store;
  /** Stops timers and forgets undelivered pushes. */
  close(): void;
};

export type LazadaOptions = {
  clock: Clock;
  ids: Ids;
  app: LazadaApp;
  /** Another way for pushes to travel than over the network. */
  deliveries?: Deliveries;
};

/** Lazada on this machine: consent page, gateway, labels, pushes and the switches under `/__sandbox`. */
export function createLazadaSandbox(options: LazadaOptions): LazadaSandbox {
  const { clock, ids, app } = options;
  let seed: LazadaSeed = { sellers: [] };
  const breaker = createDeliveryBreaker(() => platform.modes.pushStopSample);
  const deliveries = options.deliveries ?? createDeliveries({ clock, ids, policy: PUSH_POLICY, breaker });
  const pushes = createPushes(() => platform, deliveries);
  const store = createStore(seed, clock.now());
  const platform: Platform = {
    ...{ clock, ids, app, pushes, store, modes: DEFAULT_MODES },
    wireIds: { requests: ids.fork('requests'), tokens: ids.fork('tokens'), labels: ids.fork('labels') },
    rearm: () => deadlines.rearm(),
  };
  const limiter = createCallLimiter(platform);
  const deadlines = createDeadlineAlarm(clock, () => platform);
  const restore = () => {
    platform.store = createStore(seed, clock.now());
    platform.modes = DEFAULT_MODES;
    limiter.clear();
    deadlines.rearm();
  };
  const control = createLazadaControl(platform, { resumePushes: breaker.close, pushesStopped: breaker.isOpen });
  const parts = { clock, ids, faults: createFaults(clock, ids), calls: createCalls(clock), deliveries, restore };
  return {
    hono: createRoutes(platform, parts, control, limiter),
    load(next) {
      seed = structuredClone(next);
      restore();
    },
    control,
    call: createCall(platform, parts.calls),
    faults: parts.faults,
    calls: parts.calls,
    deliveries,
    store: () => platform.store,
    close() {
      deadlines.close();
      deliveries.close();
    },
  };
}

function createCall(platform: Platform, calls: Calls): LazadaSandbox['call'] {
  return (operation, caller, params = {}) => {
    const body = callOperation(platform, operation, caller, new Map(Object.entries(params)));
    const tenant = caller && 'sellerId' in caller ? caller.sellerId : '';
    calls.record({ operation, method: 'CALL', path: operation, tenant, status: 200, code: String(body.code) });
    return body;
  };
}

function createRoutes(
  platform: Platform,
  parts: Parameters<typeof createControl>[0],
  control: LazadaControl,
  limiter: CallLimiter,
): SandboxApp {
  const hono: SandboxApp = new Hono();
  const shared = createControl(parts);
  addLazadaControl(shared, control);
  hono.route(CONTROL_PREFIX, shared);
  hono.route('/oauth/authorize', createAuthorizeRoutes(platform));
  hono.route(LABEL_PREFIX, createLabelRoutes(platform));
  addFace(hono, { platform, control, faults: parts.faults, deliveries: parts.deliveries });
  hono.all('/rest/*', createGateway({ platform, limiter, ...parts }));
  return hono;
}
