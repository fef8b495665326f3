import type { AccessToken, AuthorizationCode, BrowserSession, RefreshToken } from './entities/access';
import type { Org, User } from './entities/org';

/** First numbers of the id sequences: each kind has its own (haravan.md §2.1). */
const FIRST_IDS = {
  product: 1_049_000_001,
  variant: 1_099_000_001,
  stock: 790_000_001,
  adjustment: 5_100_001,
  customer: 1_130_000_001,
  address: 1_150_000_001,
  order: 1_610_000_001,
  line: 1_870_000_001,
  fulfillment: 1_320_000_001,
  transaction: 1_410_000_001,
  refund: 9_300_001,
  refundLine: 9_700_001,
};
export type Sequence = keyof typeof FIRST_IDS;

/** Where sources disagree, the simulator can be either way (haravan.md §9). */
export type Modes = {
  /** The answer for a record that does not exist (§2.2). */
  missingIs: 404 | 422;
  /** Hosts on which carrier_status and cod_status exist (§2.20). */
  carrierStatusOn: readonly CarrierStatusHost[];
  /** Carrier status `cancel` or `return` puts the goods back on the shelf. */
  restockOnCarrierCancel: boolean;
  /** Orders of variants with policy `deny` need stock. */
  refuseOutOfStock: boolean;
};
export type CarrierStatusHost = 'shop' | 'api';

const NORMAL_MODES: Modes = {
  missingIs: 404,
  carrierStatusOn: ['shop', 'api'],
  restockOnCarrierCancel: false,
  refuseOutOfStock: false,
};

export type Store = {
  orgs: Map<string, Org>;
  codes: Map<string, AuthorizationCode>;
  accessTokens: Map<string, AccessToken>;
  refreshTokens: Map<string, RefreshToken>;
  browserSessions: Map<string, BrowserSession>;
  modes: Modes;
  nextId(sequence: Sequence): number;
  clear(): void;
};

export function createStore(): Store {
  let next = { ...FIRST_IDS };
  const store: Store = {
    orgs: new Map(),
    codes: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    browserSessions: new Map(),
    modes: NORMAL_MODES,
    nextId: (sequence) => next[sequence]++,
    clear() {
      next = { ...FIRST_IDS };
      store.modes = NORMAL_MODES;
      const { orgs, codes, accessTokens, refreshTokens, browserSessions } = store;
      for (const collection of [orgs, codes, accessTokens, refreshTokens, browserSessions]) collection.clear();
    },
  };
  return store;
}

/** By handle, with or without `.myharavan.com`. */
export function findOrgByShop(store: Store, shop: string): Org | undefined {
  const handle = shop.replace(/\.myharavan\.com$/, '');
  return [...store.orgs.values()].find((org) => org.shop === handle);
}

export function findUser(store: Store, orgId: string, userId: string): User | undefined {
  return store.orgs.get(orgId)?.users.find((user) => user.id === userId);
}
