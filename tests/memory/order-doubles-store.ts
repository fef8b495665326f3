import type { OrderDoublesStore } from '@/src/sync/ports/order-doubles';
import type { MemoryDatabase } from './memory-database';
import { shopOf } from './tenant-rows';

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

export function createOrderDoublesStore({ door }: MemoryDatabase): OrderDoublesStore {
  return {
    comparedAt: (merchantId, id) => door(merchantId, (rows) => rows.connections.get(id)?.ordersComparedAt ?? null),
    compared: (merchantId, id, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const row = rows.connections.get(id);
          if (row) row.ordersComparedAt = at;
        },
        fence,
      ),
    byNumbers: (merchantId, connectionId, numbers) =>
      door(merchantId, (rows) => {
        const { orders } = shopOf(rows, connectionId);
        return [...new Set(numbers)].flatMap((number) => {
          const row = orders.get(number);
          if (!row) return [];
          const { lazadaOrderId, haravanOrderId, createStartedAt } = row;
          return [{ lazadaOrderId, haravanOrderId, madeByUs: createStartedAt !== null }];
        });
      }),
    open: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const open = [...rows.openIssues.values()].filter((issue) => issue.connectionId === connectionId);
        const ofCode = (code: string) => open.filter((issue) => issue.code === code);
        return {
          doubled: ofCode('order_doubled').map(({ subjectId, facts }) => {
            return { lazadaOrderId: subjectId, haravanOrderIds: texts(facts.haravanOrderIds) };
          }),
          otherChannels: ofCode('other_channel_writes_stock').map(({ facts, lastSeenAt }) => {
            return { channel: String(facts.channel ?? ''), lastSeenAt };
          }),
        };
      }),
  };
}
