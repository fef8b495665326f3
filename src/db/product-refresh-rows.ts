import type { CatalogStore, Refresh } from '@/src/sync/ports/catalog';
import type { Tx } from './client';
import type { TenantDoor } from './tenant';

/** Only the version that was asked is done: a webhook that came meanwhile asks again. */
export async function acknowledgeRefreshes(tx: Tx, merchantId: string, done: readonly Refresh[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ProductRefresh" p SET done = r.wanted, attempts = 0, "blockedBy" = NULL
    FROM json_to_recordset(${JSON.stringify(done)}::json) AS r("productId" text, wanted int)
    WHERE p."merchantId" = ${merchantId}::uuid AND p."productId" = r."productId"`;
}

/** Products that Haravan said have changed, to be read again. */
export function refreshes(door: TenantDoor): Pick<CatalogStore, 'takeRefreshes' | 'postponeRefreshes' | 'wishRefresh'> {
  return {
    takeRefreshes: (merchantId, now, limit) =>
      door(
        merchantId,
        (tx) => tx.$queryRaw<Refresh[]>`
          SELECT "productId", wanted, attempts FROM "ProductRefresh"
          WHERE "merchantId" = ${merchantId}::uuid AND wanted > done AND "dueAt" <= ${now} ORDER BY "dueAt" LIMIT ${limit}`,
      ),
    postponeRefreshes: (merchantId, productIds, dueAt, why, fence) =>
      door(
        merchantId,
        async (tx) => {
          const where = { merchantId, productId: { in: [...productIds] } };
          const data = { dueAt, blockedBy: why, attempts: { increment: 1 } };
          await tx.productRefresh.updateMany({ where, data });
        },
        fence,
      ),
    wishRefresh: (merchantId, productIds, at) =>
      door(merchantId, async (tx) => {
        await tx.$executeRaw`
          INSERT INTO "ProductRefresh" ("merchantId", "productId", "dueAt")
          SELECT ${merchantId}::uuid, id, ${at} FROM unnest(${[...new Set(productIds)].sort()}::text[]) AS id
          ON CONFLICT ("merchantId", "productId") DO UPDATE
            SET wanted = "ProductRefresh".wanted + 1, "dueAt" = excluded."dueAt", "blockedBy" = NULL`;
      }),
  };
}
