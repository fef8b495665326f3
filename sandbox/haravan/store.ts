import type { AccessToken, AuthorizationCode, BrowserSession, RefreshToken } from './entities/access';
import type { Org, User } from './entities/org';
import { type Modes, NORMAL_MODES } from './modes';

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
  option: 1_250_000_001,
  image: 1_270_000_001,
  unit: 8_100_001,
  transfer: 5_400_001,
  documentLine: 5_800_001,
  collection: 1_001_000_001,
  collect: 1_060_000_001,
  loose: 4_300_001,
  event: 2_900_000_001,
};
export type Sequence = keyof typeof FIRST_IDS;

export type Store = {
  orgs: Map<string, Org>;
  codes: Map<string, AuthorizationCode>;
  accessTokens: Map<string, AccessToken>;
  refreshTokens: Map<string, RefreshToken>;
  browserSessions: Map<string, BrowserSession>;
  /** Bytes of pictures sent as text, by image. */
  uploads: Map<number, Buffer>;
  /** Moments of calls to tight paths, by tenant and path. */
  recentCalls: Map<string, number[]>;
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
    uploads: new Map(),
    recentCalls: new Map(),
    modes: NORMAL_MODES,
    nextId: (sequence) => next[sequence]++,
    clear() {
      next = { ...FIRST_IDS };
      store.modes = NORMAL_MODES;
      const { orgs, codes, accessTokens, refreshTokens, browserSessions, uploads, recentCalls } = store;
      for (const each of [orgs, codes, accessTokens, refreshTokens, browserSessions, uploads, recentCalls])
        each.clear();
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
