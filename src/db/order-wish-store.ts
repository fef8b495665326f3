import type { TurnQueue } from '@/src/sync/ports/turn';
import type { OrderWishes } from '@/src/sync/ports/wishes';
import type { TenantDoor } from './tenant';

/** A wish is a row; the request for a turn only makes it quick. */
export function createOrderWishStore(door: TenantDoor, turns: TurnQueue): OrderWishes {
  return {
    async reimport(merchantId, connectionId, lazadaOrderIds, at, { importAnyway = false } = {}) {
      if (lazadaOrderIds.length === 0) return;
      await door(merchantId, async (tx) => {
        const where = { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } };
        const wish = { wanted: { increment: 1 }, dueAt: at, blockedBy: null };
        await tx.channelOrder.updateMany({ where, data: { ...wish, ...(importAnyway ? { importAnyway } : {}) } });
        // Thử lại on a double: whether it is one still is found by comparing.
        await tx.$executeRaw`
          UPDATE "Connection" SET "ordersComparedAt" = NULL WHERE id = ${connectionId}::uuid AND EXISTS (SELECT 1 FROM "SyncIssue" i
            WHERE i."connectionId" = ${connectionId}::uuid AND i."closedAt" IS NULL AND i.code = 'order_doubled'
              AND i."subjectId" = ANY(${[...lazadaOrderIds]}::text[]))`;
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
    async reimportUnderWay(merchantId, connectionId, at) {
      await door(merchantId, async (tx) => {
        await tx.$executeRaw`
          UPDATE "ChannelOrder" o SET wanted = wanted + 1, "dueAt" = ${at}::timestamptz, "blockedBy" = NULL
          WHERE "connectionId" = ${connectionId}::uuid AND "haravanOrderId" IS NOT NULL AND ("endedAt" IS NULL OR EXISTS (
            SELECT 1 FROM "SyncIssue" i WHERE i."connectionId" = o."connectionId" AND i."closedAt" IS NULL
              AND i.code = 'cancellation_while_processing_at_haravan' AND i."subjectId" = o."lazadaOrderId"))`;
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
    async pollSoon(merchantId, connectionId, at) {
      await door(merchantId, async (tx) => {
        await tx.$executeRaw`
          UPDATE "Connection" SET "ordersPollAt" = least("ordersPollAt", ${at}::timestamptz), "ordersPushAt" = ${at}::timestamptz
          WHERE id = ${connectionId}::uuid`;
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
  };
}
