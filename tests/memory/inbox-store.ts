import type { InboxRow, InboxStore, OwnOrders, Recipients } from '@/src/sync/ports/inbox';
import { earliest, inOrder, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import { type MessageRow, must, type TenantRows } from './tenant-rows';

const ERROR_CHARS = 500;

function toInboxRow(row: MessageRow): InboxRow {
  const { id, source, topic, sellerId, dedupeKey, body, attempts, receivedAt } = row;
  return { id, source, topic, sellerId, dedupeKey, body, attempts, receivedAt };
}

const open = (rows: TenantRows) => [...rows.inbox.values()].filter((row) => row.processedAt === null);

export function createInboxStore({ door, newId }: MemoryDatabase): InboxStore {
  return {
    add: (merchantId, message, at) =>
      door(merchantId, ({ inbox }) => {
        if ([...inbox.values()].some((row) => row.dedupeKey === message.dedupeKey)) return 'duplicate';
        const id = newId();
        const fresh = { attempts: 0, receivedAt: at, dueAt: at, processedAt: null, error: null };
        inbox.set(id, { ...message, id, ...fresh });
        return 'stored';
      }),
    due: (merchantId, at, limit) =>
      door(merchantId, (rows) =>
        open(rows)
          .filter((row) => isDue(row.dueAt, at))
          .sort(
            inOrder(
              (row) => row.receivedAt,
              (row) => row.id,
            ),
          )
          .slice(0, limit)
          .map(toInboxRow),
      ),
    processed: (merchantId, done, at, fence) =>
      door(
        merchantId,
        ({ inbox }) => {
          for (const { id, error } of done) {
            const row = error === undefined ? inbox.get(id) : must(inbox.get(id));
            if (!row) continue;
            row.processedAt = at;
            if (error !== undefined) row.error = error.slice(0, ERROR_CHARS);
          }
        },
        fence,
      ),
    postpone: (merchantId, id, until, error, fence) =>
      door(
        merchantId,
        ({ inbox }) => {
          const row = must(inbox.get(id));
          Object.assign(row, { dueAt: until, attempts: row.attempts + 1, error: error.slice(0, ERROR_CHARS) });
        },
        fence,
      ),
    nextDueAt: (merchantId) => door(merchantId, (rows) => earliest(...open(rows).map((row) => row.dueAt))),
    cameBefore: (merchantId, { id, dedupeKey, receivedAt }) =>
      door(merchantId, ({ inbox }) => {
        const words = dedupeKey.split('@')[0] ?? dedupeKey;
        return [...inbox.values()].some(
          (row) => row.id !== id && row.dedupeKey.startsWith(words) && row.receivedAt <= receivedAt,
        );
      }),
    forgetProcessed: (merchantId, before) =>
      door(merchantId, ({ inbox }) => {
        for (const { id, processedAt, dedupeKey } of [...inbox.values()]) {
          if (processedAt !== null && processedAt < before && !dedupeKey.includes('@')) inbox.delete(id);
        }
      }),
  };
}

export function createRecipients({ sweep }: MemoryDatabase): Recipients {
  return {
    merchantOfOrg: (orgId) =>
      sweep((all) => {
        const row = all.find((rows) => rows.merchant?.orgId === orgId)?.merchant;
        return row?.status === 'installed' ? { merchantId: row.id, installedAt: row.installedAt } : null;
      }),
    connectionOfSeller: (sellerId) =>
      sweep((all) => {
        const live = all
          .flatMap((rows) => [...rows.connections.values()])
          .find(({ view }) => view.sellerId === sellerId && view.status !== 'disconnected');
        return live ? { merchantId: live.view.merchantId, connectionId: live.view.id } : null;
      }),
  };
}

export function createOwnOrders({ door }: MemoryDatabase): OwnOrders {
  return {
    ofHaravanOrder: (merchantId, haravanOrderId) =>
      door(merchantId, (rows) =>
        [...rows.shops].flatMap(([connectionId, { orders }]) =>
          [...orders.values()].flatMap((row) =>
            row.haravanOrderId === haravanOrderId ? [{ connectionId, lazadaOrderId: row.lazadaOrderId }] : [],
          ),
        ),
      ),
  };
}
