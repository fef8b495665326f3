import type { BackfillStore } from '@/src/sync/ports/backfill';
import type { TenantDoor } from './tenant';

/** Postgres behind the choice of R10.14. */
export function createBackfillStore(door: TenantDoor): BackfillStore {
  return {
    load: (merchantId, id) =>
      door(merchantId, async (tx) => {
        const row = await tx.connection.findUnique({ where: { id } });
        return row && { days: row.backfillDays, cursor: row.backfillCursor, total: row.backfillTotal };
      }),

    choose: (merchantId, id, { days, from }, at) =>
      door(merchantId, async (tx) => {
        const { count } = await tx.connection.updateMany({
          where: { id, OR: [{ backfillDays: null }, { backfillDays: { lt: days } }] },
          data: {
            backfillDays: days,
            importFrom: days === 0 ? null : from,
            backfillCursor: days === 0 ? null : from,
            backfillTotal: days === 0 ? 0 : null,
            backfillDoneAt: days === 0 ? at : null,
            ordersPollAt: at,
          },
        });
        if (count === 0) return false;
        await tx.channelOrder.updateMany({
          where: {
            connectionId: id,
            decision: 'skipped',
            decisionReason: 'before_backfill',
            lazadaCreatedAt: { gte: from },
          },
          data: { wanted: { increment: 1 }, dueAt: at, decision: 'waiting' },
        });
        return true;
      }),

    stop: (merchantId, id, at) =>
      door(merchantId, async (tx) => {
        const data = { backfillDays: 0, importFrom: null, backfillCursor: null, backfillDoneAt: at };
        await tx.connection.updateMany({ where: { id }, data });
      }),

    advance: (merchantId, id, was, { cursor, total }, at, fence) =>
      door(
        merchantId,
        async (tx) => {
          const data = { backfillCursor: cursor, backfillTotal: total, backfillDoneAt: cursor === null ? at : null };
          await tx.connection.updateMany({ where: { id, backfillCursor: was }, data });
        },
        fence,
      ),
  };
}
