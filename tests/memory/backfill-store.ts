import type { BackfillStore } from '@/src/sync/ports/backfill';
import { sameInstant } from './instants';
import type { MemoryDatabase } from './memory-database';
import { type ConnectionRow, shopOf, type TenantRows } from './tenant-rows';

function begin(row: ConnectionRow, { days, from }: { days: number; from: Date }, at: Date): void {
  const walk = { backfillCursor: from, backfillTotal: null, backfillDoneAt: null };
  const none = { backfillCursor: null, backfillTotal: 0, backfillDoneAt: at };
  Object.assign(row, { backfillDays: days, ordersPollAt: at, ...(days === 0 ? none : walk) });
  row.view.importFrom = days === 0 ? null : from;
}

/** What was left out as older than the days chosen before is wished again. */
function wishLeftOut(rows: TenantRows, connectionId: string, from: Date, at: Date): void {
  for (const order of shopOf(rows, connectionId).orders.values()) {
    const isLeftOut = order.decision === 'skipped' && order.decisionReason === 'before_backfill';
    if (!isLeftOut || order.lazadaCreatedAt < from) continue;
    Object.assign(order, { wanted: order.wanted + 1, dueAt: at, decision: 'waiting' });
  }
}

export function createBackfillStore({ door }: MemoryDatabase): BackfillStore {
  return {
    load: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        return row ? { days: row.backfillDays, cursor: row.backfillCursor, total: row.backfillTotal } : null;
      }),
    choose: (merchantId, connectionId, choice, at) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row || (row.backfillDays !== null && row.backfillDays >= choice.days)) return false;
        begin(row, choice, at);
        wishLeftOut(rows, connectionId, choice.from, at);
        return true;
      }),
    stop: (merchantId, connectionId, at) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row) return;
        Object.assign(row, { backfillDays: 0, backfillCursor: null, backfillDoneAt: at });
        row.view.importFrom = null;
      }),
    advance: (merchantId, connectionId, was, { cursor, total }, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = rows.connections.get(connectionId);
          if (!row || !sameInstant(row.backfillCursor, was)) return;
          const backfillDoneAt = cursor === null ? at : null;
          Object.assign(row, { backfillCursor: cursor, backfillTotal: total, backfillDoneAt });
        },
        fence,
      ),
  };
}
