import { Prisma } from './generated/client';
import type { Tx } from './client';
import type { FeedOrder, SeenBy } from '@/src/sync/ports/orders';

export type SealedOrder = FeedOrder & { sealed: string };

const orderRow = (order: SealedOrder) => ({
  lazadaOrderId: order.lazadaOrderId,
  lazadaCreatedAt: order.createdAt,
  lazadaUpdatedAt: order.updatedAt,
  statuses: order.statuses,
  paymentMethod: order.paymentMethod,
  total: order.total,
  detail: order.sealed,
  detailHash: order.hash,
  itemsReadAt: order.readAt,
  wasPaid: order.wasPaid,
  decisionReason: order.isUnpaid ? 'unpaid' : null,
  tab: order.tab,
  deadlineAt: order.deadlineAt,
  ended: order.ended,
});

/**
 * One statement decides and writes, so two turns that read the same order cannot go back in time: a row is replaced only by a
 * later state, or by a later reading of the same state (Lazada's times have whole seconds). The import is wished again only when
 * the content differs.
 */
export async function upsertOrders(
  tx: Tx,
  key: { merchantId: string; connectionId: string },
  orders: readonly SealedOrder[],
  seen: { by: SeenBy; at: Date },
): Promise<string[]> {
  const rows = orders.toSorted((a, b) => (a.lazadaOrderId < b.lazadaOrderId ? -1 : 1)).map(orderRow);
  const written = await tx.$queryRaw<{ lazadaOrderId: string }[]>`
    INSERT INTO "ChannelOrder" AS o ("merchantId", "connectionId", "lazadaOrderId", "lazadaCreatedAt", "lazadaUpdatedAt", statuses,
      "paymentMethod", total, detail, "detailHash", "itemsReadAt", "wasPaid", "decisionReason", tab, "deadlineAt", "endedAt",
      "firstSeenAt", "firstSeenBy", "dueAt")
    SELECT ${key.merchantId}::uuid, ${key.connectionId}::uuid, r."lazadaOrderId", r."lazadaCreatedAt", r."lazadaUpdatedAt", r.statuses,
      r."paymentMethod", r.total, r.detail, r."detailHash", r."itemsReadAt", r."wasPaid", r."decisionReason", r.tab, r."deadlineAt",
      CASE WHEN r.ended THEN ${seen.at}::timestamptz END, ${seen.at}::timestamptz, ${seen.by}, ${seen.at}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("lazadaOrderId" text, "lazadaCreatedAt" timestamptz,
      "lazadaUpdatedAt" timestamptz, statuses text[], "paymentMethod" text, total numeric, detail text, "detailHash" text,
      "itemsReadAt" timestamptz, "wasPaid" boolean, "decisionReason" text, tab text, "deadlineAt" timestamptz, ended boolean)
    ON CONFLICT ("connectionId", "lazadaOrderId") DO UPDATE SET
      "lazadaUpdatedAt" = EXCLUDED."lazadaUpdatedAt", statuses = EXCLUDED.statuses, "paymentMethod" = EXCLUDED."paymentMethod",
      total = EXCLUDED.total, detail = EXCLUDED.detail, "detailHash" = EXCLUDED."detailHash", "itemsReadAt" = EXCLUDED."itemsReadAt",
      "wasPaid" = o."wasPaid" OR EXCLUDED."wasPaid", tab = EXCLUDED.tab, "deadlineAt" = EXCLUDED."deadlineAt",
      "decisionReason" = coalesce(EXCLUDED."decisionReason", o."decisionReason"),
      "endedAt" = CASE WHEN EXCLUDED."endedAt" IS NULL THEN NULL ELSE coalesce(o."endedAt", EXCLUDED."endedAt") END,
      wanted = o.wanted + CASE WHEN o."detailHash" = EXCLUDED."detailHash" THEN 0 ELSE 1 END,
      "dueAt" = CASE WHEN o."detailHash" = EXCLUDED."detailHash" THEN o."dueAt" ELSE EXCLUDED."dueAt" END
    WHERE (EXCLUDED."lazadaUpdatedAt", EXCLUDED."itemsReadAt") >= (o."lazadaUpdatedAt", coalesce(o."itemsReadAt", '-infinity'))
    RETURNING "lazadaOrderId"`;
  return written.map((row) => row.lazadaOrderId);
}

/** A unit that once left the seller stays so; a line that Haravan already has keeps what it was matched to. */
export async function upsertItems(
  tx: Tx,
  key: { merchantId: string; connectionId: string },
  orders: readonly FeedOrder[],
): Promise<void> {
  const rows = orders.flatMap(({ lazadaOrderId, items }) => items.map((item) => ({ ...item, lazadaOrderId })));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "OrderItem" AS i ("merchantId", "connectionId", "orderItemId", "lazadaOrderId", "sellerSku", code, "itemId", "skuId",
      name, variation, status, "itemPrice", "paidPrice", "packageId", "trackingCode", "shipmentProvider", "fulfilledByLazada",
      "isDigital", reason, initiator, "cancelRequestId", "cancelRequestUntil", "cancelPending", "everShipped", "variantId")
    SELECT ${key.merchantId}::uuid, ${key.connectionId}::uuid, r."orderItemId", r."lazadaOrderId", r."sellerSku", r.code, r."itemId",
      r."skuId", r.name, r.variation, r.status, r."itemPrice", r."paidPrice", r."packageId", r."trackingCode", r."shipmentProvider",
      r."fulfilledByLazada", r."isDigital", r.reason, r.initiator, r."cancelRequestId", r."cancelRequestUntil", r."cancelPending",
      r.shipped, r."variantId"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r("orderItemId" text, "lazadaOrderId" text, "sellerSku" text,
      code text, "itemId" text, "skuId" text, name text, variation text, status text, "itemPrice" numeric, "paidPrice" numeric,
      "packageId" text, "trackingCode" text, "shipmentProvider" text, "fulfilledByLazada" boolean, "isDigital" boolean,
      reason text, initiator text, "cancelRequestId" text, "cancelRequestUntil" timestamptz, "cancelPending" boolean, shipped boolean,
      "variantId" text)
    ON CONFLICT ("connectionId", "orderItemId") DO UPDATE SET
      ${Prisma.raw(REPLACED.map((column) => `"${column}" = EXCLUDED."${column}"`).join(', '))},
      "everShipped" = i."everShipped" OR EXCLUDED."everShipped",
      "variantId" = CASE WHEN i."haravanLineId" IS NULL THEN EXCLUDED."variantId" ELSE i."variantId" END`;
}

const REPLACED = [
  ...['sellerSku', 'code', 'itemId', 'skuId', 'name', 'variation', 'status', 'itemPrice', 'paidPrice', 'packageId'],
  ...['trackingCode', 'shipmentProvider', 'fulfilledByLazada', 'isDigital', 'reason', 'initiator'],
  ...['cancelRequestId', 'cancelRequestUntil', 'cancelPending'],
];
