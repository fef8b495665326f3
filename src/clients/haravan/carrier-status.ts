import { z } from 'zod';
import { isPlatformError, type PlatformError } from '../http/platform-error';
import { at, type HaravanCall, type HaravanEndpoint, shopHandle } from './endpoint';
import type { HaravanAuth } from './haravan-auth';

/** Path values of haravan.md §2.20; the codes in answers have no underscores. */
export type HaravanCarrierState =
  | 'picking'
  | 'delivering'
  | 'delivered'
  | 'cancel'
  | 'return'
  | 'not_meet_customer'
  | 'waiting_for_return';

export type HaravanCodState = 'paid' | 'receipt';

/** Where a shop accepts status changes. */
export type HaravanStatusRoute = 'shop_host' | 'api_host';

export type HaravanStatusOutcome =
  | { outcome: 'done'; via: HaravanStatusRoute }
  /** Neither host knows the path: keep the state in the order's note or tags instead. */
  | { outcome: 'not_supported' };

/** Remembers per shop handle which route worked. */
export type HaravanStatusRouteMemory = {
  get(shop: string): Promise<HaravanStatusRoute | undefined>;
  set(shop: string, route: HaravanStatusRoute): Promise<void>;
};

export type HaravanCarrierStatusApi = {
  setCarrierStatus(
    auth: HaravanAuth,
    orderId: string,
    fulfillmentId: string,
    state: HaravanCarrierState,
  ): Promise<HaravanStatusOutcome>;
  setCodStatus(
    auth: HaravanAuth,
    orderId: string,
    fulfillmentId: string,
    state: HaravanCodState,
  ): Promise<HaravanStatusOutcome>;
};

type Change = { orderId: string; fulfillmentId: string; kind: 'carrier_status' | 'cod_status'; state: string };

const ROUTES = ['shop_host', 'api_host'] as const satisfies HaravanStatusRoute[];

function changePath({ orderId, fulfillmentId, kind, state }: Change): string {
  return `/orders/${at(orderId)}/fulfillments/${at(fulfillmentId)}/${kind}/${state}.json`;
}

/** A state is absolute: saying it twice does no harm. What comes back is not documented. */
const change = { method: 'PUT', repeatable: true, mayBeEmpty: true, answer: z.unknown() } as const;

const ENDPOINTS: Record<HaravanStatusRoute, HaravanEndpoint<Change, unknown>> = {
  shop_host: {
    ...change,
    operation: 'fulfillments.status_on_shop',
    host: 'shop',
    path: (input) => `/admin${changePath(input)}`,
  },
  api_host: { ...change, operation: 'fulfillments.status_on_api', path: changePath },
};

/** What a host that does not have the path answers: 404, 401, 403, 405, a redirect or a login page. */
function saysNotHere(error: unknown): error is PlatformError {
  if (!isPlatformError(error)) return false;
  if (error.kind === 'rejected') return error.code === 'http_403' || error.code === 'http_405';
  return error.kind === 'not_found' || error.kind === 'malformed' || error.kind === 'unauthorized';
}

/** A route that worked before speaks of the record or the token; so does the API host when it refuses the token. */
function realRefusal(
  remembered: HaravanStatusRoute | undefined,
  refusals: ReadonlyMap<HaravanStatusRoute, PlatformError>,
): PlatformError | undefined {
  const known = remembered && refusals.get(remembered);
  if (known !== undefined) return known;
  const onApi = refusals.get('api_host');
  return onApi?.kind === 'unauthorized' ? onApi : undefined;
}

/** Falls back from route to route (haravan.md §2.20). */
export function createCarrierStatusApi(call: HaravanCall, memory: HaravanStatusRouteMemory): HaravanCarrierStatusApi {
  async function tried(
    route: HaravanStatusRoute,
    auth: HaravanAuth,
    input: Change,
  ): Promise<PlatformError | undefined> {
    try {
      await call(ENDPOINTS[route], auth, input);
      return undefined;
    } catch (error) {
      if (saysNotHere(error)) return error;
      throw error;
    }
  }

  async function set(auth: HaravanAuth, input: Change): Promise<HaravanStatusOutcome> {
    const shop = shopHandle(auth.shop);
    const remembered = await memory.get(shop);
    const refusals = new Map<HaravanStatusRoute, PlatformError>();
    for (const route of remembered === 'api_host' ? ROUTES.toReversed() : ROUTES) {
      const refusal = await tried(route, auth, input);
      if (refusal === undefined) {
        if (route !== remembered) await memory.set(shop, route);
        return { outcome: 'done', via: route };
      }
      refusals.set(route, refusal);
    }
    const refusal = realRefusal(remembered, refusals);
    if (refusal !== undefined) throw refusal;
    return { outcome: 'not_supported' };
  }

  return {
    setCarrierStatus: (auth, orderId, fulfillmentId, state) =>
      set(auth, { orderId, fulfillmentId, kind: 'carrier_status', state }),
    setCodStatus: (auth, orderId, fulfillmentId, state) =>
      set(auth, { orderId, fulfillmentId, kind: 'cod_status', state }),
  };
}
