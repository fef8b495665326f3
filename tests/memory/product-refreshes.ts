import type { CatalogStore, Refresh } from '@/src/sync/ports/catalog';
import { inOrder, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import type { TenantRows } from './tenant-rows';

/** Only the version that was asked is done. */
export function acknowledgeRefreshes(rows: TenantRows, done: readonly Refresh[]): void {
  for (const { productId, wanted } of done) {
    const row = rows.refreshes.get(productId);
    if (row) Object.assign(row, { done: wanted, attempts: 0, blockedBy: null });
  }
}

export function refreshes({
  door,
}: MemoryDatabase): Pick<CatalogStore, 'takeRefreshes' | 'postponeRefreshes' | 'wishRefresh'> {
  return {
    takeRefreshes: (merchantId, now, limit) =>
      door(merchantId, (rows) =>
        [...rows.refreshes.values()]
          .filter((row) => row.wanted > row.done && isDue(row.dueAt, now))
          .sort(inOrder((row) => row.dueAt))
          .slice(0, limit)
          .map(({ productId, wanted, attempts }) => ({ productId, wanted, attempts })),
      ),
    postponeRefreshes: (merchantId, productIds, dueAt, why, fence) =>
      door(
        merchantId,
        (rows) => {
          for (const productId of new Set(productIds)) {
            const row = rows.refreshes.get(productId);
            if (row) Object.assign(row, { dueAt, blockedBy: why, attempts: row.attempts + 1 });
          }
        },
        fence,
      ),
    wishRefresh: (merchantId, productIds, at) =>
      door(merchantId, (rows) => {
        for (const productId of [...new Set(productIds)].sort()) {
          const row = rows.refreshes.get(productId);
          if (row) Object.assign(row, { wanted: row.wanted + 1, dueAt: at, blockedBy: null });
          else {
            const fresh = { wanted: 1, done: 0, dueAt: at, attempts: 0, blockedBy: null };
            rows.refreshes.set(productId, { productId, ...fresh });
          }
        }
      }),
  };
}
