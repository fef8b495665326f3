import type { ReconcileStore } from '@/src/sync/ports/connection';
import type { TenantDoor } from './tenant';

/** Differences are looked at for so long; what was mended a month ago interests nobody. */
const KEEP_DIFFERENCES = '30 days';

export function createReconcileStore(door: TenantDoor): ReconcileStore {
  return {
    async dueAt(merchantId, id) {
      const select = { reconcileAt: true, status: true } as const;
      const row = await door(merchantId, (tx) => tx.connection.findUnique({ where: { id }, select }));
      return row?.status === 'active' ? row.reconcileAt : null;
    },

    catalogReadSince: (merchantId, since) =>
      door(merchantId, async (tx) => {
        const row = await tx.merchant.findUniqueOrThrow({ where: { id: merchantId } });
        return row.catalogStartedAt !== null || (row.catalogReadAt !== null && row.catalogReadAt >= since);
      }),

    start: (merchantId, id, at, nextAt, ordersFrom, fence) =>
      door(
        merchantId,
        async (tx) => {
          await tx.$executeRaw`
            UPDATE "Connection" SET "reconcileAt" = ${nextAt}, "ordersPollAt" = least("ordersPollAt", ${at}),
              "ordersCursor" = least("ordersCursor", ${ordersFrom})
            WHERE id = ${id}::uuid AND status = 'active'`;
          await tx.$executeRaw`
            DELETE FROM "Difference" WHERE "connectionId" = ${id}::uuid AND "foundAt" < ${at}::timestamptz - ${KEEP_DIFFERENCES}::interval`;
        },
        fence,
      ),
  };
}
