import type { OrderImportStore, OrderRecord } from '@/src/sync/ports/order-imports';
import { earliest, inOrder, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import { endings } from './order-endings';
import type { OrderRow } from './order-rows';
import { must, type ShopRows, shopOf } from './tenant-rows';

/** What a merchant pressed comes first, orders from before the connection last; among equals the oldest. */
const inWorkOrder = inOrder<OrderRow>(
  (row) => (row.force ? 0 : 1),
  (row) => (row.firstSeenBy === 'backfill' && row.importedAt === null ? 1 : 0),
  (row) => row.lazadaCreatedAt,
  (row) => row.lazadaOrderId,
);

const waiting = (shop: ShopRows) => [...shop.orders.values()].filter((row) => row.wanted > row.done);
const ofOrder = <Row extends { lazadaOrderId: string }>(rows: ReadonlyMap<string, Row>, id: string): Row[] =>
  [...rows.values()].filter((row) => row.lazadaOrderId === id);

function toRecord(shop: ShopRows, row: OrderRow): OrderRecord {
  const { lazadaOrderId, lazadaCreatedAt: createdAt, paymentMethod, detail, wasPaid, wanted } = row;
  const { decision, decisionReason, force, importAnyway, createState, createStartedAt, createScans } = row;
  const { haravanOrderId, importedAt } = row;
  const items = ofOrder(shop.items, lazadaOrderId).sort(inOrder((item) => item.orderItemId));
  return {
    ...{ lazadaOrderId, createdAt, paymentMethod, detail, wasPaid, wanted },
    ...{ attempts: row.attempts, blockedBy: row.blockedBy },
    ...{ decision, decisionReason, force, importAnyway, haravanOrderId, importedAt },
    ...{ createState, createStartedAt, createScans },
    items: items.map((item) => ({ ...item })),
    packages: ofOrder(shop.packages, lazadaOrderId).map(({ packageId, haravanFulfillmentId: fulfillmentId }) => ({
      packageId,
      fulfillmentId,
    })),
    doneActions: ofOrder(shop.actions, lazadaOrderId).flatMap(({ state, kind }) => (state === 'done' ? [kind] : [])),
  };
}

type Creating = Pick<OrderImportStore, 'createBegins' | 'createRefused' | 'createLost' | 'linked' | 'rematch'>;

function creating({ door }: MemoryDatabase): Creating {
  const mark = (...[merchantId, connectionId, id, data, fence]: MarkArgs) =>
    door(merchantId, (rows) => void Object.assign(must(shopOf(rows, connectionId).orders.get(id)), data), fence);
  return {
    createBegins: (merchantId, connectionId, id, at, fence) =>
      mark(merchantId, connectionId, id, { createState: 'trying', createStartedAt: at, createScans: 0 }, fence),
    createRefused: (merchantId, connectionId, id, fence) =>
      mark(merchantId, connectionId, id, { createState: 'none' }, fence),
    createLost: (merchantId, connectionId, id, createScans, fence) =>
      mark(merchantId, connectionId, id, { createState: 'ambiguous', createScans }, fence),
    linked: (merchantId, connectionId, id, { lines, name, haravanOrderId, locationId, answeredAt }, fence) =>
      door(
        merchantId,
        (rows) => {
          const shop = shopOf(rows, connectionId);
          const found = { haravanOrderId, haravanName: name, haravanLocation: locationId };
          const created = { createState: 'created', createAnsweredAt: answeredAt, ...found };
          Object.assign(must(shop.orders.get(id)), created);
          for (const { orderItemId, lineId, variantId } of lines) {
            const item = shop.items.get(orderItemId);
            if (item) Object.assign(item, { haravanLineId: lineId, haravanVariantId: variantId });
          }
        },
        fence,
      ),
    rematch: (merchantId, connectionId, _id, items, fence) =>
      door(
        merchantId,
        (rows) => {
          for (const { orderItemId, variantId } of items) {
            const item = shopOf(rows, connectionId).items.get(orderItemId);
            if (item) item.variantId = variantId;
          }
        },
        fence,
      ),
  };
}

type MarkArgs = [
  merchantId: string,
  connectionId: string,
  id: string,
  data: Partial<OrderRow>,
  fence: Parameters<OrderImportStore['createRefused']>[3],
];

export function createOrderImportStore(database: MemoryDatabase): OrderImportStore {
  const { door } = database;
  return {
    ...creating(database),
    ...endings(database),
    due: (merchantId, connectionId, now, limit) =>
      door(merchantId, (rows) =>
        waiting(shopOf(rows, connectionId))
          .filter((row) => isDue(row.dueAt, now))
          .sort(inWorkOrder)
          .slice(0, limit)
          .map((row) => row.lazadaOrderId),
      ),
    nextDueAt: (merchantId, connectionId) =>
      door(merchantId, (rows) => earliest(...waiting(shopOf(rows, connectionId)).map((row) => row.dueAt))),
    load: (merchantId, connectionId, id) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const row = shop.orders.get(id);
        return row ? toRecord(shop, row) : null;
      }),
    alreadyLinked: (merchantId, haravanOrderIds) =>
      door(merchantId, (rows) => {
        const wanted = new Set(haravanOrderIds);
        const linked = [...rows.shops.values()].flatMap((shop) =>
          [...shop.orders.values()].flatMap((row) => row.haravanOrderId ?? []),
        );
        return new Set(linked.filter((id) => wanted.has(id)));
      }),
  };
}
