import type { Platform } from '../platform';
import { createAppControl } from './app-control';
import { createCatalogControl } from './catalog-control';
import { knownOrg } from './known';
import { createOrderControl } from './order-control';
import { createShopControl } from './shop-control';
import { orgState } from './state';

/** What a merchant or Haravan itself does; every change emits its webhooks. Unknown ids throw. */
export type HaravanControl = ReturnType<typeof createHaravanControl>;

export function createHaravanControl(platform: Platform) {
  return {
    /** All organisations, or one. Plain JSON: what a client would have parsed. */
    state(orgId?: string) {
      const orgs = orgId === undefined ? [...platform.store.orgs.values()] : [knownOrg(platform, orgId)];
      return JSON.parse(JSON.stringify({ orgs: orgs.map((org) => orgState(platform, org)) })) as HaravanState;
    },
    ...createCatalogControl(platform),
    ...createOrderControl(platform),
    ...createShopControl(platform),
    ...createAppControl(platform),
  };
}

/** Order, product and customer objects are Haravan's own JSON. */
export type HaravanState = {
  orgs: (Pick<ReturnType<typeof orgState>, 'orgId' | 'shop' | 'installed' | 'stock' | 'subscriptions'> & {
    products: WireRecord[];
    locations: WireRecord[];
    orders: WireRecord[];
    customers: WireRecord[];
  })[];
};
export type WireRecord = { id: number } & Record<string, unknown>;
