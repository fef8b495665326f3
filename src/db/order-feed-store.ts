import type { Encryption } from '@/src/platform/encryption';
import type { FeedProgress, KnownOrder, OrderFeedStore, OrderPollStore } from '@/src/sync/ports/orders';
import type { Tx } from './client';
import { closeIssues, reportIssues } from './issue-store';
import { upsertItems, upsertOrders } from './order-rows';
import type { TenantDoor } from './tenant';

const distinct = (ids: (string | null)[]) => [...new Set(ids.flatMap((id) => id ?? []))];

function reading(door: TenantDoor): Pick<OrderFeedStore, 'known' | 'variantsOfCodes' | 'variantsOfOrders'> {
  return {
    known: (merchantId, connectionId, lazadaOrderIds) =>
      door(merchantId, async (tx) => {
        const where = { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } };
        const rows = await tx.channelOrder.findMany({ where });
        return new Map<string, KnownOrder>(
          rows.map(({ lazadaOrderId, lazadaUpdatedAt, itemsReadAt, statuses, detailHash }) => [
            lazadaOrderId,
            { updatedAt: lazadaUpdatedAt, readAt: itemsReadAt, statuses, hash: detailHash },
          ]),
        );
      }),
    variantsOfCodes: (merchantId, codes) =>
      door(merchantId, async (tx) => {
        const where = { merchantId, code: { in: [...codes] }, deletedAt: null };
        const variants = await tx.variant.findMany({ where, select: { code: true, variantId: true } });
        const byCode = Map.groupBy(variants, (variant) => variant.code ?? '');
        return new Map([...byCode].map(([code, bearers]) => [code, bearers.map((bearer) => bearer.variantId)]));
      }),
    variantsOfOrders: (merchantId, connectionId, lazadaOrderIds) =>
      door(merchantId, async (tx) => {
        const where = { connectionId, lazadaOrderId: { in: [...lazadaOrderIds] } };
        const items = await tx.orderItem.findMany({ where, select: { variantId: true, haravanVariantId: true } });
        return distinct(items.flatMap((item) => [item.variantId, item.haravanVariantId]));
      }),
  };
}

/**
 * Answers how often the feed had failed in a row. The row is locked before that is read: a failure counted meanwhile is seen with
 * its issues, or comes after. GREATEST skips nulls, on either side.
 */
async function moveForward(tx: Tx, connectionId: string, { cursor, feedAt }: FeedProgress): Promise<number> {
  const [was] = await tx.$queryRaw<{ failures: number }[]>`
    UPDATE "Connection" c SET "ordersCursor" = greatest("ordersCursor", ${cursor ?? null}::timestamptz),
      "ordersFeedAt" = greatest("ordersFeedAt", ${feedAt ?? null}::timestamptz), "ordersFeedError" = NULL, "ordersFeedAttempts" = 0
    FROM (SELECT id, "ordersFeedAttempts" AS failures FROM "Connection" WHERE id = ${connectionId}::uuid FOR NO KEY UPDATE) was
    WHERE c.id = was.id RETURNING was.failures`;
  if (!was) throw new Error(`there is no connection ${connectionId}`);
  return was.failures;
}

/** @param encryption seals what names the buyer (spec R7.3). */
export function createOrderFeedStore(door: TenantDoor, encryption: Encryption): OrderFeedStore {
  return {
    ...reading(door),
    async save(merchantId, connectionId, orders, seenBy, at) {
      const sealed = await Promise.all(
        orders.map(async (order) => ({ ...order, sealed: await encryption.seal(JSON.stringify(order.detail)) })),
      );
      const key = { merchantId, connectionId };
      return door(merchantId, async (tx) => {
        const written = new Set(await upsertOrders(tx, key, sealed, { by: seenBy, at }));
        await upsertItems(
          tx,
          key,
          orders.filter((order) => written.has(order.lazadaOrderId)),
        );
        return [...written];
      });
    },
    progressed: (merchantId, connectionId, progress, at) =>
      door(merchantId, async (tx) => {
        const failures = await moveForward(tx, connectionId, progress);
        if (failures > 0) await closeIssues(tx, progress.over, at);
      }),
    failed: (merchantId, connectionId, { why, tell }, at) =>
      door(merchantId, async (tx) => {
        const data = { ordersFeedError: why, ordersFeedAttempts: { increment: 1 } };
        const { ordersFeedAttempts } = await tx.connection.update({ where: { id: connectionId }, data });
        const called = tell.filter(({ fromFailures }) => ordersFeedAttempts >= fromFailures);
        const found = called.map(({ issue }) => issue);
        await reportIssues(tx, merchantId, found, at);
      }),
  };
}

export function createOrderPollStore(door: TenantDoor): OrderPollStore {
  return {
    polling: (merchantId, connectionId) =>
      door(merchantId, async (tx) => {
        const row = await tx.connection.findUniqueOrThrow({ where: { id: connectionId } });
        return { pollAt: row.ordersPollAt, pushedAt: row.ordersPushAt, missedAt: row.ordersMissedAt };
      }),
    polled: (merchantId, connectionId, was, next, missedAt) =>
      door(merchantId, async (tx) => {
        await tx.$executeRaw`
          UPDATE "Connection" SET "ordersPollAt" = CASE WHEN "ordersPollAt" = ${was} THEN ${next}::timestamptz ELSE "ordersPollAt" END,
            "ordersMissedAt" = greatest("ordersMissedAt", ${missedAt}::timestamptz) WHERE id = ${connectionId}::uuid`;
      }),
  };
}
