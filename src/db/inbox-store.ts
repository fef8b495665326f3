import { randomUUID } from 'node:crypto';
import type { Encryption } from '@/src/platform/encryption';
import type { InboxRow, InboxStore, OwnOrders, Recipients } from '@/src/sync/ports/inbox';
import type { InboxMessage } from './generated/client';
import type { SweepDoor, TenantDoor } from './tenant';

const ERROR_CHARS = 500;

export function createInboxStore(door: TenantDoor, encryption: Pick<Encryption, 'seal' | 'open'>): InboxStore {
  const opened = async (row: InboxMessage): Promise<InboxRow> => {
    const { id, topic, sellerId, dedupeKey, attempts, receivedAt } = row;
    const source = row.source === 'lazada' ? 'lazada' : 'haravan';
    return { id, source, topic, sellerId, dedupeKey, attempts, receivedAt, body: await encryption.open(row.body) };
  };
  return {
    async add(merchantId, message, at) {
      const body = await encryption.seal(message.body);
      const data = { ...message, id: randomUUID(), merchantId, body, receivedAt: at, dueAt: at };
      const { count } = await door(merchantId, (tx) => tx.inboxMessage.createMany({ data, skipDuplicates: true }));
      return count === 1 ? 'stored' : 'duplicate';
    },

    async due(merchantId, at, limit) {
      const rows = await door(merchantId, (tx) =>
        tx.inboxMessage.findMany({
          where: { processedAt: null, dueAt: { lte: at } },
          orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
          take: limit,
        }),
      );
      return Promise.all(rows.map(opened));
    },

    async processed(merchantId, rows, at, fence) {
      const failed = rows.filter((row) => row.error !== undefined);
      const fine = rows.filter((row) => row.error === undefined).map((row) => row.id);
      await door(
        merchantId,
        async (tx) => {
          await tx.inboxMessage.updateMany({ where: { id: { in: fine } }, data: { processedAt: at } });
          for (const { id, error } of failed) {
            await tx.inboxMessage.update({
              where: { id },
              data: { processedAt: at, error: error?.slice(0, ERROR_CHARS) },
            });
          }
        },
        fence,
      );
    },

    async postpone(merchantId, id, until, error, fence) {
      const data = { dueAt: until, attempts: { increment: 1 }, error: error.slice(0, ERROR_CHARS) };
      await door(merchantId, (tx) => tx.inboxMessage.update({ where: { id }, data }), fence);
    },

    async nextDueAt(merchantId) {
      const next = await door(merchantId, (tx) =>
        tx.inboxMessage.findFirst({ where: { processedAt: null }, orderBy: { dueAt: 'asc' }, select: { dueAt: true } }),
      );
      return next?.dueAt ?? null;
    },

    async cameBefore(merchantId, { id, dedupeKey, receivedAt }) {
      const words = dedupeKey.split('@')[0] ?? dedupeKey;
      const where = { id: { not: id }, dedupeKey: { startsWith: words }, receivedAt: { lte: receivedAt } };
      return (await door(merchantId, (tx) => tx.inboxMessage.count({ where }))) > 0;
    },

    async forgetProcessed(merchantId, before) {
      const where = { processedAt: { lt: before }, NOT: { dedupeKey: { contains: '@' } } };
      await door(merchantId, (tx) => tx.inboxMessage.deleteMany({ where }));
    },
  };
}

export function createRecipients(sweep: SweepDoor): Recipients {
  return {
    async merchantOfOrg(orgId) {
      const select = { id: true, installedAt: true, status: true } as const;
      const row = await sweep((tx) => tx.merchant.findUnique({ where: { orgId }, select }));
      return row?.status === 'installed' ? { merchantId: row.id, installedAt: row.installedAt } : null;
    },
    async connectionOfSeller(sellerId) {
      const where = { sellerId, status: { not: 'disconnected' } };
      const row = await sweep((tx) => tx.connection.findFirst({ where, select: { id: true, merchantId: true } }));
      return row && { merchantId: row.merchantId, connectionId: row.id };
    },
  };
}

export function createOwnOrders(door: TenantDoor): OwnOrders {
  return {
    ofHaravanOrder: (merchantId, haravanOrderId) =>
      door(merchantId, (tx) =>
        tx.channelOrder.findMany({
          where: { merchantId, haravanOrderId },
          select: { connectionId: true, lazadaOrderId: true },
        }),
      ),
  };
}
