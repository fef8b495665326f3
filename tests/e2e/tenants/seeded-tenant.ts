import type { App } from '@/src/compose';
import { createDatabase } from '@/src/db/client';
import { createConnectionStore } from '@/src/db/connection-store';
import { createMerchantStore } from '@/src/db/merchant-store';
import { createSweepDoor, createTenantDoor } from '@/src/db/tenant';
import { createEncryption } from '@/src/platform/encryption';
import { fillTenant } from './fill-tenant';

const DAY_MS = 86_400_000;

/** A merchant with something in every table, and ids that a stranger could try. */
export type SeededTenant = {
  merchantId: string;
  connectionId: string;
  orgId: string;
  shop: string;
  productId: string;
  orderId: string;
  variantId: string;
  issueId: string;
  runId: string;
};

type Seed = { databaseUrl: string; encryptionKeys: string; orgId: string; sellerId: string; mark: string };

const tokens = { accessToken: 'a', refreshToken: 'r', refreshSupported: true };

/** @param seed.mark stands in every text that a screen could show */
export async function seedTenant({ databaseUrl, encryptionKeys, orgId, sellerId, mark }: Seed): Promise<SeededTenant> {
  const db = createDatabase({ url: databaseUrl, poolSize: 2 });
  const encryption = createEncryption([encryptionKeys]);
  const [door, sweep] = [createTenantDoor(db), createSweepDoor(db)];
  const [at, later] = [new Date(), new Date(Date.now() + 30 * DAY_MS)];
  try {
    const shop = `shop-${orgId}`;
    const haravan = { ...tokens, expiresAt: later, scope: 'openid' };
    const merchant = await createMerchantStore(door, sweep, encryption).install(
      { orgId, shop, name: `Cửa hàng ${mark}` },
      haravan,
      at,
    );
    const seller = { sellerId, shopName: `Gian hàng ${mark}`, shortCode: 'VN1', account: 'a@b.vn', country: 'vn' };
    const lazada = { ...tokens, accessExpiresAt: later, refreshExpiresAt: later };
    const grant = { tokens: lazada, renewAt: later, at };
    const created = await createConnectionStore(door, sweep, encryption).create(merchant.id, seller, grant);
    if (created === 'seller_taken') throw new Error(`${sellerId} is taken`);
    const ids = { merchantId: merchant.id, connectionId: created.connectionId };
    const filled = await door(ids.merchantId, (tx) => fillTenant(tx, { ...ids, mark, seal: encryption.seal }));
    return { ...ids, orgId, shop, ...filled };
  } finally {
    await db.$disconnect();
  }
}

/** Everything that the database holds of a tenant, as text: what changed, and whose ids stand in it. */
export async function rowsOf(app: Pick<App, 'sweep'>, merchantId: string): Promise<string> {
  return app.sweep(async (tx) => {
    const tables = await tx.$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'merchantId' AND table_name <> 'LoginState' ORDER BY 1`;
    const parts: string[] = [];
    for (const { name } of tables) {
      const rows = await tx.$queryRawUnsafe<{ row: string }[]>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t WHERE "merchantId" = $1::uuid ORDER BY 1`,
        merchantId,
      );
      parts.push(name, ...rows.map(({ row }) => row));
    }
    return parts.join('\n');
  });
}
