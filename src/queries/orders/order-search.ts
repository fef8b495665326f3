import type { Tx } from '@/src/db/client';
import type { TenantDoor } from '@/src/db/tenant';
import { itemState, readItemStatus } from '@/src/domain/order/item-status';
import { haravanSide, type HaravanSide } from './haravan-side';
import { readActions } from './order-actions';
import { type OrderIssue, readOrderIssues } from './order-issues';

type TrailRow = { at: Date; kind: string; lazadaOrderId: string | null; facts: Record<string, unknown> };

/** How far an order came: told by Lazada, read, matched, in Haravan, or why not (R10.2). */
export type FoundOrder = {
  createdAt: Date;
  statuses: string[];
  /** When a push first told of it; null: none did. */
  notifiedAt: Date | null;
  firstSeenAt: Date;
  firstSeenBy: string;
  lines: { total: number; matched: number; byLazada: number };
  haravan: { id: string; name: string | null } | null;
  side: HaravanSide;
  importedAt: Date | null;
  decision: string;
  decisionReason: string | null;
  isWaiting: boolean;
  dueAt: Date;
  issues: OrderIssue[];
};

/** One shop of the merchant. `order` null: nothing is known of the number there; the trail may still tell of it. */
export type SearchedShop = {
  connectionId: string;
  shopName: string;
  status: string;
  order: FoundOrder | null;
  trail: TrailRow[];
};

const TRAIL_LENGTH = 100;

/** What is known of a Lazada order number, in every shop of the merchant: two may have the same one (lazada.md §9.4). */
export function createOrderSearchQuery(door: TenantDoor) {
  return (merchantId: string, lazadaOrderId: string): Promise<SearchedShop[]> =>
    door(merchantId, async (tx) => {
      const connections = await tx.connection.findMany({
        where: { merchantId },
        orderBy: [{ connectedAt: 'asc' }, { sellerId: 'asc' }],
      });
      const shops: SearchedShop[] = [];
      for (const { id, shopName, status, orderProcessing } of connections) {
        const key = { connectionId: id, lazadaOrderId };
        const trail = await readTrail(tx, key);
        const order = await readFound(tx, key, orderProcessing, trail);
        if (status === 'disconnected' && !order) continue;
        shops.push({ connectionId: id, shopName, status, order, trail });
      }
      return shops;
    });
}

type Key = { connectionId: string; lazadaOrderId: string };

async function readTrail(tx: Tx, where: Key): Promise<TrailRow[]> {
  const rows = await tx.trailEvent.findMany({ where, orderBy: { id: 'desc' }, take: TRAIL_LENGTH });
  return rows.map(({ at, kind, lazadaOrderId, facts }) => ({ at, kind, lazadaOrderId, facts: Object(facts) }));
}

async function readFound(tx: Tx, key: Key, orderProcessing: string, trail: readonly TrailRow[]) {
  const row = await tx.channelOrder.findUnique({ where: { connectionId_lazadaOrderId: key } });
  if (!row) return null;
  const items = await tx.orderItem.findMany({ where: key });
  const actions = (await readActions(tx, key.connectionId, [key.lazadaOrderId])).get(key.lazadaOrderId) ?? [];
  const { haravanOrderId, haravanName, decision, decisionReason, importedAt, dueAt } = row;
  const ours = items.filter((item) => !item.fulfilledByLazada && itemState(readItemStatus(item.status)) !== 'canceled');
  return {
    ...{ decision, decisionReason, importedAt, dueAt, statuses: row.statuses },
    ...{ createdAt: row.lazadaCreatedAt, firstSeenAt: row.firstSeenAt, firstSeenBy: row.firstSeenBy },
    notifiedAt: trail.findLast((event) => event.kind === 'order_notified')?.at ?? null,
    lines: {
      total: items.length,
      matched: ours.filter((item) => item.variantId !== null).length + items.length - ours.length,
      byLazada: items.filter((item) => item.fulfilledByLazada).length,
    },
    haravan: haravanOrderId === null ? null : { id: haravanOrderId, name: haravanName },
    side: haravanSide({ haravanOrderId, decisionReason, orderProcessing, items, actions }),
    isWaiting: row.wanted > row.done,
    issues: await readOrderIssues(tx, key),
  };
}
