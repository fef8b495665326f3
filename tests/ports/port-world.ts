import type { Stores } from '@/src/compose/stores';
import type { Lane } from '@/src/domain/lane';
import type { HaravanTokens, LazadaTokens } from '@/src/sync/ports/connection';
import { type Fence, type TurnKey, type TurnLeases, turnKeyText } from '@/src/sync/ports/turn';

export type SeenIssue = { key: string; code: string; count: number; platformMessage?: string | null };

/** What a battery is run against: the ports over rows in memory or on Postgres, with a clock moved by hand. */
export type PortWorld = {
  stores: Stores;
  leases: TurnLeases;
  findDue(now: Date, limit: number): Promise<TurnKey[]>;
  openIssues(merchantId: string): Promise<SeenIssue[]>;
  now(): Date;
  pass(ms: number): void;
};

/** Asked for inside the tests, since a database is there only once they run. */
export type GivenWorld = () => PortWorld;

export const DAY_MS = 86_400_000;

/** Where the world's clock starts. */
export const START_MS = Date.parse('2026-03-10T02:00:00Z');

export const haravanTokens = (given: Partial<HaravanTokens> = {}): HaravanTokens => {
  return { accessToken: 'haravan-access', refreshToken: null, expiresAt: null, scope: 'com.read', ...given };
};

export const lazadaTokens = (at: Date, given: Partial<LazadaTokens> = {}): LazadaTokens => ({
  ...{ accessToken: 'lazada-access', refreshToken: 'lazada-refresh', refreshSupported: true },
  accessExpiresAt: new Date(at.getTime() + 30 * DAY_MS),
  refreshExpiresAt: new Date(at.getTime() + 180 * DAY_MS),
  ...given,
});

let seen = 0;
/** No two tests share an organization or a seller. */
export function freshNumber(): string {
  seen += 1;
  return String(200_000_000_000 + seen);
}

export const sellerOf = (sellerId: string) => {
  return { sellerId, shopName: `Gian hàng ${sellerId}`, shortCode: 'VN1', account: 'a@b.vn', country: 'vn' };
};

export const grantOf = (at: Date) => {
  return { tokens: lazadaTokens(at), renewAt: new Date(at.getTime() + 20 * DAY_MS), at };
};

export type Shop = Awaited<ReturnType<typeof openShop>>;

/** A merchant of its own, with one connected shop. */
export async function openShop(world: PortWorld) {
  const { stores, leases, now } = world;
  const openedMs = now().getTime();
  const orgId = freshNumber();
  const sellerId = freshNumber();
  const org = { orgId, shop: `shop-${orgId}`, name: `Cửa hàng ${orgId}` };
  const merchant = await stores.merchants.install(org, haravanTokens(), now());
  const merchantId = merchant.id;
  const created = await stores.connections.create(merchantId, sellerOf(sellerId), grantOf(now()));
  if (created === 'seller_taken') throw new Error(`${sellerId} is taken`);
  const { connectionId } = created;
  const keyOf = (lane: Lane, of: string | null = connectionId): TurnKey => ({ lane, merchantId, connectionId: of });
  return {
    ...{ world, stores, leases, orgId, sellerId, merchantId, connectionId, keyOf },
    /** Milliseconds after the shop was opened. */
    at: (ms: number) => new Date(openedMs + ms),
    /** A lease of this lane, as a turn holds it. */
    async fence(lane: Lane = 'stock'): Promise<Fence> {
      const lease = await leases.acquire(turnKeyText(keyOf(lane)), 'battery');
      if (!lease) throw new Error(`the lease of ${lane} is taken`);
      return lease;
    },
    /** The lanes of this merchant that a sweep would give a turn. */
    async dueLanes(at: Date): Promise<string[]> {
      const due = await world.findDue(at, 10_000);
      const mine = due.filter((key) => key.merchantId === merchantId);
      return mine.map((key) => `${key.lane} ${key.connectionId === null ? 'merchant' : 'shop'}`).sort();
    },
  };
}
