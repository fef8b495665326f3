import type { ReconcileStore } from '@/src/sync/ports/connection';
import { earliest, later } from './instants';
import type { MemoryDatabase } from './memory-database';
import { must, shopOf } from './tenant-rows';

const KEEP_DIFFERENCES_MS = 30 * 86_400_000;

export function createReconcileStore({ door }: MemoryDatabase): ReconcileStore {
  return {
    dueAt: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        return row?.view.status === 'active' ? row.reconcileAt : null;
      }),
    catalogReadSince: (merchantId, since) =>
      door(merchantId, (rows) => {
        const { catalogStartedAt, catalogReadAt } = must(rows.merchant);
        return catalogStartedAt !== null || (catalogReadAt !== null && catalogReadAt >= since);
      }),
    start: (merchantId, connectionId, at, nextAt, ordersFrom, fence) =>
      door(
        merchantId,
        (rows) => {
          const { differences } = shopOf(rows, connectionId);
          for (const [key, { foundAt }] of differences) {
            if (foundAt < later(at, -KEEP_DIFFERENCES_MS)) differences.delete(key);
          }
          const row = rows.connections.get(connectionId);
          if (row?.view.status !== 'active') return;
          row.reconcileAt = nextAt;
          row.ordersPollAt = earliest(row.ordersPollAt, at) ?? at;
          row.view.ordersCursor = earliest(row.view.ordersCursor, ordersFrom);
        },
        fence,
      ),
  };
}
