import type { TurnQueue } from '@/src/sync/ports/turn';
import type { OrderWishes } from '@/src/sync/ports/wishes';
import { earliest } from './instants';
import type { MemoryDatabase } from './memory-database';
import { shopOf, type TenantRows } from './tenant-rows';

function subjectsOf(rows: TenantRows, connectionId: string, code: string): Set<string> {
  const open = [...rows.openIssues.values()];
  const ours = open.filter((issue) => issue.connectionId === connectionId && issue.code === code);
  return new Set(ours.map((issue) => issue.subjectId));
}

export function createOrderWishStore({ door }: MemoryDatabase, turns: TurnQueue): OrderWishes {
  return {
    async reimport(merchantId, connectionId, lazadaOrderIds, at, { importAnyway = false } = {}) {
      if (lazadaOrderIds.length === 0) return;
      await door(merchantId, (rows) => {
        for (const id of new Set(lazadaOrderIds)) {
          const row = shopOf(rows, connectionId).orders.get(id);
          if (!row) continue;
          Object.assign(row, { wanted: row.wanted + 1, dueAt: at, blockedBy: null });
          if (importAnyway) row.importAnyway = true;
        }
        const doubled = subjectsOf(rows, connectionId, 'order_doubled');
        const connection = rows.connections.get(connectionId);
        if (connection && lazadaOrderIds.some((id) => doubled.has(id))) connection.ordersComparedAt = null;
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
    async reimportUnderWay(merchantId, connectionId, at) {
      await door(merchantId, (rows) => {
        const unfollowed = subjectsOf(rows, connectionId, 'cancellation_while_processing_at_haravan');
        for (const row of shopOf(rows, connectionId).orders.values()) {
          if (row.haravanOrderId === null || (row.endedAt !== null && !unfollowed.has(row.lazadaOrderId))) continue;
          Object.assign(row, { wanted: row.wanted + 1, dueAt: at, blockedBy: null });
        }
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
    async pollSoon(merchantId, connectionId, at) {
      await door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row) return;
        row.ordersPollAt = earliest(row.ordersPollAt, at) ?? at;
        row.ordersPushAt = at;
      });
      await turns.request({ lane: 'orders', merchantId, connectionId });
    },
  };
}
