import type { OrderDoublesStore } from '@/src/sync/ports/order-doubles';
import type { TenantDoor } from './tenant';

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Postgres behind the comparison of Haravan's orders with ours. */
export function createOrderDoublesStore(door: TenantDoor): OrderDoublesStore {
  return {
    comparedAt: (merchantId, id) =>
      door(merchantId, async (tx) => {
        const select = { ordersComparedAt: true };
        return (await tx.connection.findUnique({ where: { id }, select }))?.ordersComparedAt ?? null;
      }),
    compared: (merchantId, id, at, fence) =>
      door(
        merchantId,
        async (tx) => void (await tx.connection.updateMany({ where: { id }, data: { ordersComparedAt: at } })),
        fence,
      ),
    byNumbers: (merchantId, connectionId, numbers) =>
      door(merchantId, async (tx) => {
        const where = { connectionId, lazadaOrderId: { in: [...numbers] } };
        const select = { lazadaOrderId: true, haravanOrderId: true, createStartedAt: true };
        const rows = await tx.channelOrder.findMany({ where, select });
        return rows.map(({ createStartedAt, ...row }) => ({ ...row, madeByUs: createStartedAt !== null }));
      }),
    open: (merchantId, connectionId) =>
      door(merchantId, async (tx) => {
        const code = { in: ['order_doubled', 'other_channel_writes_stock'] };
        const rows = await tx.syncIssue.findMany({ where: { connectionId, closedAt: null, code } });
        const facts = rows.map((row) => ({ ...row, facts: Object(row.facts) as Record<string, unknown> }));
        return {
          doubled: facts
            .filter((row) => row.code === 'order_doubled')
            .map((row) => ({ lazadaOrderId: row.subjectId, haravanOrderIds: texts(row.facts.haravanOrderIds) })),
          otherChannels: facts
            .filter((row) => row.code !== 'order_doubled')
            .map((row) => ({ channel: String(row.facts.channel ?? ''), lastSeenAt: row.lastSeenAt })),
        };
      }),
  };
}
