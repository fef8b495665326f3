import type { Encryption } from '@/src/platform/encryption';
import type { OrderImportStore, OrderSettlement } from '@/src/sync/ports/order-imports';
import type { Fence } from '@/src/sync/ports/turn';
import type { Tx } from './client';
import { readOrderRecord } from './order-record';
import type { TenantDoor } from './tenant';

const keyOf = (connectionId: string, lazadaOrderId: string) => ({
  connectionId_lazadaOrderId: { connectionId, lazadaOrderId },
});

type Queue = Pick<OrderImportStore, 'due' | 'nextDueAt' | 'load' | 'alreadyLinked'>;

function queue(door: TenantDoor, encryption: Pick<Encryption, 'open'>): Queue {
  return {
    // What a merchant pressed comes first, orders from before the connection last; among equals the oldest (R4.7, R10.14).
    due: (merchantId, connectionId, now, limit) =>
      door(merchantId, async (tx) => {
        const rows = await tx.$queryRaw<{ lazadaOrderId: string }[]>`
          SELECT "lazadaOrderId" FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND wanted > done AND "dueAt" <= ${now}
          ORDER BY force DESC, ("firstSeenBy" = 'backfill' AND "importedAt" IS NULL), "lazadaCreatedAt", "lazadaOrderId" LIMIT ${limit}`;
        return rows.map((row) => row.lazadaOrderId);
      }),
    nextDueAt: (merchantId, connectionId) =>
      door(merchantId, async (tx) => {
        const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
          SELECT min("dueAt") AS at FROM "ChannelOrder" WHERE "connectionId" = ${connectionId}::uuid AND wanted > done`;
        return row?.at ?? null;
      }),
    async load(merchantId, connectionId, lazadaOrderId) {
      const found = await door(merchantId, (tx) => readOrderRecord(tx, connectionId, lazadaOrderId));
      return found && { ...found.record, detail: JSON.parse(await encryption.open(found.sealed)) };
    },
    alreadyLinked: (merchantId, haravanOrderIds) =>
      door(merchantId, async (tx) => {
        const where = { merchantId, haravanOrderId: { in: [...haravanOrderIds] } };
        const rows = await tx.channelOrder.findMany({ where, select: { haravanOrderId: true } });
        return new Set(rows.flatMap((row) => row.haravanOrderId ?? []));
      }),
  };
}

type Creating = Pick<OrderImportStore, 'createBegins' | 'createRefused' | 'createLost' | 'linked' | 'rematch'>;

function creating(door: TenantDoor): Creating {
  const mark = (merchantId: string, connectionId: string, lazadaOrderId: string, data: object, fence: Fence) =>
    door(
      merchantId,
      async (tx) => void (await tx.channelOrder.update({ where: keyOf(connectionId, lazadaOrderId), data })),
      fence,
    );

  const setItem = (tx: Tx, connectionId: string, orderItemId: string, data: object) =>
    tx.orderItem.updateMany({ where: { connectionId, orderItemId }, data });

  return {
    createBegins: (merchantId, connectionId, id, at, fence) =>
      mark(merchantId, connectionId, id, { createState: 'trying', createStartedAt: at, createScans: 0 }, fence),
    createRefused: (merchantId, connectionId, id, fence) =>
      mark(merchantId, connectionId, id, { createState: 'none' }, fence),
    createLost: (merchantId, connectionId, id, createScans, fence) =>
      mark(merchantId, connectionId, id, { createState: 'ambiguous', createScans }, fence),
    linked: (merchantId, connectionId, lazadaOrderId, link, fence) =>
      door(
        merchantId,
        async (tx) => {
          const data = {
            createState: 'created',
            createAnsweredAt: link.answeredAt,
            haravanOrderId: link.haravanOrderId,
            haravanName: link.name,
            haravanLocation: link.locationId,
          };
          await tx.channelOrder.update({ where: keyOf(connectionId, lazadaOrderId), data });
          for (const { orderItemId, lineId, variantId } of link.lines) {
            await setItem(tx, connectionId, orderItemId, { haravanLineId: lineId, haravanVariantId: variantId });
          }
        },
        fence,
      ),
    rematch: (merchantId, connectionId, _lazadaOrderId, items, fence) =>
      door(
        merchantId,
        async (tx) => {
          for (const { orderItemId, variantId } of items) await setItem(tx, connectionId, orderItemId, { variantId });
        },
        fence,
      ),
  };
}

async function savePackages(
  tx: Tx,
  key: { merchantId: string; connectionId: string; lazadaOrderId: string },
  packages: OrderSettlement['packages'],
): Promise<void> {
  for (const { packageId, fulfillmentId, trackingCode, state } of packages) {
    const facts = { haravanFulfillmentId: fulfillmentId, trackingCode, state };
    await tx.orderPackage.upsert({
      where: { connectionId_packageId: { connectionId: key.connectionId, packageId } },
      create: { ...key, packageId, ...facts },
      update: facts,
    });
  }
}

function ending(door: TenantDoor): Pick<OrderImportStore, 'settle' | 'park'> {
  return {
    settle: (merchantId, connectionId, lazadaOrderId, settlement, fence) =>
      door(
        merchantId,
        async (tx) => {
          const { version, decision, reason, at, packages, canceledItemIds } = settlement;
          const imported = decision === 'imported' ? at : null;
          // A change during the work raised `wanted`: then the wish stays, and so does what a merchant forced.
          await tx.$executeRaw`
            UPDATE "ChannelOrder" SET done = greatest(done, ${version}), attempts = 0, "blockedBy" = NULL, decision = ${decision},
              "decisionReason" = ${reason}, force = force AND wanted > ${version}, "importedAt" = coalesce("importedAt", ${imported}::timestamptz)
            WHERE "connectionId" = ${connectionId}::uuid AND "lazadaOrderId" = ${lazadaOrderId}`;
          await savePackages(tx, { merchantId, connectionId, lazadaOrderId }, packages);
          const where = { connectionId, lazadaOrderId, orderItemId: { in: [...canceledItemIds] } };
          await tx.orderItem.updateMany({ where, data: { canceledInHaravan: true } });
        },
        fence,
      ),
    park: (merchantId, connectionId, lazadaOrderId, { dueAt, blockedBy, attempts, failing }, fence) =>
      door(
        merchantId,
        async (tx) => {
          await tx.$executeRaw`
            UPDATE "ChannelOrder" SET "dueAt" = ${dueAt}, "blockedBy" = ${blockedBy}, attempts = ${attempts},
              decision = CASE WHEN ${failing} AND "haravanOrderId" IS NULL THEN 'failing' ELSE decision END
            WHERE "connectionId" = ${connectionId}::uuid AND "lazadaOrderId" = ${lazadaOrderId}`;
        },
        fence,
      ),
  };
}

export function createOrderImportStore(door: TenantDoor, encryption: Pick<Encryption, 'open'>): OrderImportStore {
  return { ...queue(door, encryption), ...creating(door), ...ending(door) };
}
