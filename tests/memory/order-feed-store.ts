import type { FeedOrder, OrderFeedStore, OrderPollStore, SeenBy } from '@/src/sync/ports/orders';
import { latest, sameInstant } from './instants';
import { closeKeys, reportIssues } from './issue-store';
import type { MemoryDatabase } from './memory-database';
import type { ItemRow, OrderRow } from './order-rows';
import { must, type ShopRows, shopOf } from './tenant-rows';

function seenColumns(order: FeedOrder) {
  const { updatedAt: lazadaUpdatedAt, hash: detailHash, readAt: itemsReadAt } = order;
  const { statuses, paymentMethod, total, detail, tab, deadlineAt } = order;
  return { lazadaUpdatedAt, detailHash, itemsReadAt, statuses, paymentMethod, total, detail, tab, deadlineAt };
}

function freshOrder(order: FeedOrder, by: SeenBy, at: Date): OrderRow {
  return {
    ...seenColumns(order),
    ...{ lazadaOrderId: order.lazadaOrderId, lazadaCreatedAt: order.createdAt, wasPaid: order.wasPaid },
    ...{ firstSeenAt: at, firstSeenBy: by, wanted: 1, done: 0, dueAt: at, attempts: 0, blockedBy: null },
    ...{ decision: 'waiting', decisionReason: order.isUnpaid ? 'unpaid' : null, force: false, importAnyway: false },
    ...{ createStartedAt: null, createAnsweredAt: null, createScans: 0, createState: 'none' },
    ...{ haravanOrderId: null, haravanName: null, haravanLocation: null, importedAt: null },
    endedAt: order.ended ? at : null,
  };
}

/** A later state, or a later reading of the same state. */
function isNewer(order: FeedOrder, row: OrderRow): boolean {
  const [mine, theirs] = [order.updatedAt.getTime(), row.lazadaUpdatedAt.getTime()];
  if (mine !== theirs) return mine > theirs;
  return row.itemsReadAt === null || order.readAt >= row.itemsReadAt;
}

function replace(row: OrderRow, order: FeedOrder, at: Date): void {
  const differs = row.detailHash !== order.hash;
  Object.assign(row, seenColumns(order));
  row.wasPaid ||= order.wasPaid;
  if (order.isUnpaid) row.decisionReason = 'unpaid';
  row.endedAt = order.ended ? (row.endedAt ?? at) : null;
  if (differs) Object.assign(row, { wanted: row.wanted + 1, dueAt: at });
}

/** A unit that once left the seller stays so; a line that Haravan already has keeps what it was matched to. */
function saveItems(shop: ShopRows, { lazadaOrderId, items }: FeedOrder): void {
  for (const { shipped, variantId, ...item } of items) {
    const known = shop.items.get(item.orderItemId);
    if (known) {
      Object.assign(known, item, { everShipped: known.everShipped || shipped });
      if (known.haravanLineId === null) known.variantId = variantId;
      continue;
    }
    const line = { haravanLineId: null, haravanVariantId: null, canceledInHaravan: false };
    const row: ItemRow = { ...item, lazadaOrderId, everShipped: shipped, variantId, ...line };
    shop.items.set(item.orderItemId, row);
  }
}

export function createOrderFeedStore({ door, newId }: MemoryDatabase): OrderFeedStore {
  return {
    known: (merchantId, connectionId, ids) =>
      door(merchantId, (rows) => {
        const { orders } = shopOf(rows, connectionId);
        const found = ids.flatMap((id) => orders.get(id) ?? []);
        return new Map(
          found.map(({ lazadaOrderId, lazadaUpdatedAt: updatedAt, itemsReadAt: readAt, statuses, detailHash }) => [
            lazadaOrderId,
            { updatedAt, readAt, statuses, hash: detailHash },
          ]),
        );
      }),
    variantsOfCodes: (merchantId, codes) =>
      door(merchantId, (rows) => {
        const wanted = new Set(codes);
        const byCode = new Map<string, string[]>();
        for (const { code, variantId, deletedAt } of rows.variants.values()) {
          if (deletedAt !== null || code === null || !wanted.has(code)) continue;
          byCode.set(code, [...(byCode.get(code) ?? []), variantId]);
        }
        return byCode;
      }),
    variantsOfOrders: (merchantId, connectionId, ids) =>
      door(merchantId, (rows) => {
        const items = [...shopOf(rows, connectionId).items.values()].filter((item) => ids.includes(item.lazadaOrderId));
        return [...new Set(items.flatMap((item) => [item.variantId ?? [], item.haravanVariantId ?? []].flat()))];
      }),
    save: (merchantId, connectionId, orders, seenBy, at) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        return orders.flatMap((order) => {
          const row = shop.orders.get(order.lazadaOrderId);
          if (row && !isNewer(order, row)) return [];
          if (row) replace(row, order, at);
          else shop.orders.set(order.lazadaOrderId, freshOrder(order, seenBy, at));
          saveItems(shop, order);
          return [order.lazadaOrderId];
        });
      }),
    progressed: (merchantId, connectionId, { cursor, feedAt, over }, at) =>
      door(merchantId, (rows) => {
        const row = must(rows.connections.get(connectionId));
        if (row.ordersFeedAttempts > 0) closeKeys(rows, over, at);
        row.view.ordersCursor = latest(row.view.ordersCursor, cursor);
        row.view.ordersFeedAt = latest(row.view.ordersFeedAt, feedAt);
        Object.assign(row, { ordersFeedError: null, ordersFeedAttempts: 0 });
      }),
    failed: (merchantId, connectionId, { why, tell }, at) =>
      door(merchantId, (rows) => {
        const row = must(rows.connections.get(connectionId));
        row.ordersFeedError = why;
        row.ordersFeedAttempts += 1;
        const called = tell.filter(({ fromFailures }) => row.ordersFeedAttempts >= fromFailures);
        const found = called.map(({ issue }) => issue);
        reportIssues(rows, newId, found, at);
      }),
  };
}

export function createOrderPollStore({ door }: MemoryDatabase): OrderPollStore {
  return {
    polling: (merchantId, connectionId) =>
      door(merchantId, (rows) => {
        const row = must(rows.connections.get(connectionId));
        return { pollAt: row.ordersPollAt, pushedAt: row.ordersPushAt, missedAt: row.ordersMissedAt };
      }),
    polled: (merchantId, connectionId, was, next, missedAt) =>
      door(merchantId, (rows) => {
        const row = rows.connections.get(connectionId);
        if (!row) return;
        if (sameInstant(row.ordersPollAt, was)) row.ordersPollAt = next;
        row.ordersMissedAt = latest(row.ordersMissedAt, missedAt);
      }),
  };
}
