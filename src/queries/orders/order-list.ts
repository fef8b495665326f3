import type { TenantDoor } from '@/src/db/tenant';
import { type Buyer, buyerOf, openDetail } from './buyer';
import { type HaravanSide, haravanSide } from './haravan-side';
import { type ActionRow, type OrderAbilities, orderAbilities, shownAction } from './order-abilities';
import { readActions } from './order-actions';
import { cancelRequestOf, type ListedItem, readItems } from './order-items';
import { type OrderFilter, readOrderCounts, readOrderPage, type StoredOrder } from './order-page';
import type { OrderTab } from './order-tabs';

export type OrderRow = {
  lazadaOrderId: string;
  haravanName: string | null;
  createdAt: Date;
  /** Null when the sealed part cannot be opened. */
  buyer: Buyer | null;
  /** Lazada's item statuses, each once. */
  statuses: string[];
  haravan: HaravanSide;
  decision: string;
  decisionReason: string | null;
  /** Ready-to-ship is due by then; null when nothing waits for it (R10.9). */
  deadlineAt: Date | null;
  total: number;
  abilities: OrderAbilities;
  action: ActionRow | null;
  /** The buyer asks to cancel and waits for an answer until then. */
  cancelRequest: { until: Date | null } | null;
  openIssues: number;
};

export type OrderListView = {
  counts: Record<OrderTab, number>;
  /** Waiting for ready-to-ship with less than four hours left, or late. */
  urgent: number;
  matching: number;
  page: number;
  pageSize: number;
  orders: OrderRow[];
};

export const ORDER_PAGE_SIZE = 50;

/** @param open unseals the buyer's part of an order. */
export function createOrderListQuery(door: TenantDoor, open: (sealed: string) => Promise<string>, now: () => number) {
  return async (merchantId: string, connectionId: string, filter: OrderFilter): Promise<OrderListView> => {
    const read = await door(merchantId, async (tx) => {
      const counted = await readOrderCounts(tx, connectionId, new Date(now()));
      const stored = await readOrderPage(tx, connectionId, filter, ORDER_PAGE_SIZE);
      const ids = stored.map((order) => order.lazadaOrderId);
      const items = await readItems(tx, connectionId, ids);
      return { counted, stored, items, actions: await readActions(tx, connectionId, ids) };
    });
    const orders = await Promise.all(
      read.stored.map((order) =>
        toRow(
          open,
          order,
          read.items.get(order.lazadaOrderId) ?? [],
          now(),
          read.actions.get(order.lazadaOrderId) ?? [],
        ),
      ),
    );
    const matching = read.stored[0]?.matching ?? 0;
    return { ...read.counted, matching, page: filter.page, pageSize: ORDER_PAGE_SIZE, orders };
  };
}

async function toRow(
  open: (sealed: string) => Promise<string>,
  { matching: _, detail: sealed, ...order }: StoredOrder,
  items: readonly ListedItem[],
  nowMs: number,
  actions: readonly ActionRow[],
): Promise<OrderRow> {
  const running = actions.filter((action) => action.state === 'wanted').map((action) => action.kind);
  const abilities = orderAbilities(items, running);
  const detail = await openDetail(open, sealed);
  const { orderProcessing, haravanOrderId, ...shown } = order;
  return {
    ...shown,
    buyer: detail && buyerOf(detail),
    haravan: haravanSide({ ...order, items, actions }),
    abilities,
    action: shownAction(actions, abilities, nowMs),
    cancelRequest: cancelRequestOf(items),
  };
}
