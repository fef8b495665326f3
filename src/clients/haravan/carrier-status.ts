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
