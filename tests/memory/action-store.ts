import type { ActionRecord, ActionRequest, ActionStore } from '@/src/sync/ports/actions';
import { earliest, inOrder, isDue } from './instants';
import type { MemoryDatabase } from './memory-database';
import type { ActionRow } from './order-rows';
import { must, type ShopRows, shopOf, type TenantRows } from './tenant-rows';

function toRecord(row: ActionRow): ActionRecord {
  const { id, lazadaOrderId, kind, reasonName, orderItemIds, attempts, requestedBy } = row;
  return { id, lazadaOrderId, kind, reasonName, orderItemIds, attempts, requestedBy };
}

const waiting = (shop: ShopRows) => [...shop.actions.values()].filter((action) => action.state === 'wanted');
const ownOrders = (shop: ShopRows, ids: readonly string[]) => [...new Set(ids)].filter((id) => shop.orders.has(id));

function find(rows: TenantRows, actionId: string): { shop: ShopRows; action: ActionRow } {
  for (const shop of rows.shops.values()) {
    const action = shop.actions.get(actionId);
    if (action) return { shop, action };
  }
  return must<never>(null);
}

type Asked = Parameters<ActionStore['request']>[3];

/** One open action of a kind per order: the unique index `OrderAction_one_open`. False: there is one. */
function addOne(shop: ShopRows, request: ActionRequest, id: string, { by, runId, at }: Asked): boolean {
  const { lazadaOrderId, kind, reasonName = null, orderItemIds = [] } = request;
  if (waiting(shop).some((open) => open.lazadaOrderId === lazadaOrderId && open.kind === kind)) return false;
  const ended = { message: null, code: null, nothingToDo: false, finishedAt: null };
  const times = { dueAt: at, createdAt: at, attempts: 0 };
  const asked = { lazadaOrderId, kind, reasonName, orderItemIds: [...orderItemIds], requestedBy: by, runId };
  shop.actions.set(id, { id, ...asked, state: 'wanted', ...times, ...ended });
  return true;
}

export function createActionStore({ door, newId }: MemoryDatabase): ActionStore {
  return {
    ownOrders: (merchantId, connectionId, ids) =>
      door(merchantId, (rows) => ownOrders(shopOf(rows, connectionId), ids)),
    request: (merchantId, connectionId, requests, asked) =>
      door(merchantId, (rows) => {
        const shop = shopOf(rows, connectionId);
        const ids = requests.map((request) => request.lazadaOrderId);
        const own = ownOrders(shop, ids);
        const mine = requests.filter((request) => own.includes(request.lazadaOrderId));
        const made = mine.filter((request) => addOne(shop, request, newId(), asked));
        const wished = made.map((request) => request.lazadaOrderId);
        return { wished, underWay: own.filter((id) => !wished.includes(id)) };
      }),
    withdraw: (merchantId, connectionId, runId, at) =>
      door(merchantId, (rows) => {
        const left = waiting(shopOf(rows, connectionId)).filter((row) => row.runId === runId && row.attempts === 0);
        for (const action of left) Object.assign(action, { state: 'withdrawn', finishedAt: at });
        return left.length;
      }),
    packages: (merchantId, connectionId, lazadaOrderIds) =>
      door(merchantId, (rows) => {
        const items = [...shopOf(rows, connectionId).items.values()].sort(inOrder((item) => item.orderItemId));
        const found = new Map<string, { lazadaOrderId: string; packageId: string }>();
        for (const { lazadaOrderId, packageId, status } of items) {
          if (packageId === null || status === 'canceled' || !lazadaOrderIds.includes(lazadaOrderId)) continue;
          found.set(`${lazadaOrderId}/${packageId}`, { lazadaOrderId, packageId });
        }
        return [...found.values()];
      }),
    due: (merchantId, connectionId, now, limit) =>
      door(merchantId, (rows) =>
        waiting(shopOf(rows, connectionId))
          .filter((action) => isDue(action.dueAt, now))
          .sort(
            inOrder(
              (action) => action.dueAt,
              (action) => action.createdAt,
            ),
          )
          .slice(0, limit)
          .map(toRecord),
      ),
    nextDueAt: (merchantId, connectionId) =>
      door(merchantId, (rows) => earliest(...waiting(shopOf(rows, connectionId)).map((action) => action.dueAt))),
    finish: (merchantId, actionId, end, at, fence) =>
      door(
        merchantId,
        (rows) => {
          const { shop, action } = find(rows, actionId);
          Object.assign(action, end, { finishedAt: at });
          const order = end.state === 'done' ? shop.orders.get(action.lazadaOrderId) : undefined;
          const force = order?.force === true || action.kind !== 'refuse_cancel';
          if (order) Object.assign(order, { wanted: order.wanted + 1, dueAt: at, blockedBy: null, force });
        },
        fence,
      ),
    park: (merchantId, actionId, dueAt, fence) =>
      door(
        merchantId,
        (rows) => {
          const { action } = find(rows, actionId);
          Object.assign(action, { dueAt, attempts: action.attempts + 1 });
        },
        fence,
      ),
  };
}
