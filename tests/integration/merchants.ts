import { createConnectionStore } from '@/src/db/connection-store';
import { createMerchantStore } from '@/src/db/merchant-store';
import type { ConnectionStore, HaravanTokens, LazadaTokens, MerchantStore } from '@/src/sync/ports/connection';
import type { FreshDatabase } from './database';
import { testEncryption } from './test-encryption';

export const DAY_MS = 86_400_000;

export const haravanTokens = (given: Partial<HaravanTokens> = {}): HaravanTokens => ({
  accessToken: 'haravan-access',
  refreshToken: 'haravan-refresh',
  expiresAt: new Date(Date.now() + 30 * DAY_MS),
  scope: 'openid',
  ...given,
});

export const lazadaTokens = (given: Partial<LazadaTokens> = {}): LazadaTokens => ({
  accessToken: 'lazada-access',
  refreshToken: 'lazada-refresh',
  accessExpiresAt: new Date(Date.now() + 30 * DAY_MS),
  refreshExpiresAt: new Date(Date.now() + 180 * DAY_MS),
  refreshSupported: true,
  ...given,
});

export type Stores = { merchants: MerchantStore; connections: ConnectionStore };

export const storesOf = ({ door, sweep }: Pick<FreshDatabase, 'door' | 'sweep'>): Stores => ({
  merchants: createMerchantStore(door, sweep, testEncryption),
  connections: createConnectionStore(door, sweep, testEncryption),
});

/** A merchant with one connected shop, straight into the database. */
export async function addMerchant({ merchants, connections }: Stores, given: { orgId: string; sellerId: string }) {
  const at = new Date();
  const shop = { orgId: given.orgId, shop: `shop-${given.orgId}`, name: `Cửa hàng ${given.orgId}` };
  const merchant = await merchants.install(shop, haravanTokens(), at);
  const seller = {
    sellerId: given.sellerId,
    shopName: 'Gian hàng',
    shortCode: 'VN1',
    account: 'a@b.vn',
    country: 'vn',
  };
  const grant = { tokens: lazadaTokens(), renewAt: new Date(at.getTime() + 20 * DAY_MS), at };
  const created = await connections.create(merchant.id, seller, grant);
  if (created === 'seller_taken') throw new Error(`${given.sellerId} is taken`);
  return { merchant, connectionId: created.connectionId };
}
