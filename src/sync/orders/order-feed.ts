import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaOrder } from '@/src/clients/lazada/order';
import type { AccessStore, ConnectionView, LazadaAccess } from '../ports/access';
import { reportOf } from '../issues/report-of';
import type { IssueStore } from '../ports/issues';
import type { SeenBy } from '../ports/orders';
import type { OrderFeed } from '../ports/wishes';
import { nextPage, PAGE_ROWS, type PagePosition } from './next-page';
import { createOrderReader, type OrderReaderDeps } from './order-reader';

export type OrderFeedDeps = OrderReaderDeps & {
  lazada: Pick<LazadaClient, 'listOrders' | 'getOrder' | 'getItemsOfOrders' | 'getOrderItems'>;
  access: Pick<AccessStore, 'lazada' | 'connection'>;
  issues: IssueStore;
};

export type FeedReading = {
  feedAt: Date | null;
  changedVariantIds: string[] /** Pages remain: read again. */;
  more: boolean;
};

/** The feed with the two doors that only orders and actions use. */
export type OrderFeedReader = OrderFeed & {
  /** Like `read`, but lets every PlatformError reach the turn. */
  readOrThrow(merchantId: string, connectionId: string, seenBy: SeenBy): Promise<FeedReading>;
  /** Reads these orders now, whatever the feed says (after an action, or on Tìm đơn's button). Answers the ids that exist. */
  refresh(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<string[]>;
};

const DAY_MS = 86_400_000;
/** Lists may lag behind, and two clocks differ: every reading begins a little earlier. */
const OVERLAP_MS = 3 * 60_000;
/** Orders that were open before the connection still hold stock: ready-to-ship is due within days. */
const FIRST_LOOK_BACK_MS = 14 * DAY_MS;
const MAX_PAGES = 20;
/** An order whose items cannot be read is asked for again this long, and holds back the stock this long. */
const HOLD_CURSOR_MS = DAY_MS;
const HOLD_STOCK_MS = 15 * 60_000;
const FAILURES_TO_REPORT = 5;

type Walk = {
  connection: ConnectionView;
  auth: LazadaAccess;
  startedAt: number;
  seen: Set<string>;
  changed: Set<string>;
  /** Changes whose orders could not be read yet, by their time. */
  held: number[];
  newest: number;
};

const newestOf = (orders: readonly LazadaOrder[]) =>
  orders.reduce<Date | null>((newest, { updatedAt }) => (newest && newest > updatedAt ? newest : updatedAt), null);

export function createOrderFeed(deps: OrderFeedDeps): OrderFeedReader {
  const { lazada, access, store, issues, trail, clock, log } = deps;
  const reader = createOrderReader(deps);

  function lowerBound({ ordersCursor, importFrom, connectedAt }: ConnectionView): Date {
    if (ordersCursor) return new Date(ordersCursor.getTime() - OVERLAP_MS);
    const first = connectedAt.getTime() - FIRST_LOOK_BACK_MS;
    return new Date(Math.min(first, importFrom?.getTime() ?? first));
  }

  async function keep(walk: Walk, headers: readonly LazadaOrder[], seenBy: SeenBy): Promise<void> {
    const isOld = (order: LazadaOrder) => order.createdAt < walk.connection.connectedAt;
    for (const [by, orders] of Map.groupBy(headers, (order) => (isOld(order) ? 'backfill' : seenBy))) {
      const kept = await reader.keep(walk.connection, walk.auth, orders, { by });
      for (const variantId of kept.changedVariantIds) walk.changed.add(variantId);
      walk.held.push(...kept.unread.map((order) => order.updatedAt.getTime()));
    }
  }

  /** A row that the list shows in a shape we cannot read may be readable alone; else it is told, and asked for again. */
  async function readAlone(
    walk: Walk,
    orderId: string | undefined,
    position: PagePosition,
    reason: string,
  ): Promise<void> {
    try {
      if (orderId !== undefined) return await keep(walk, [await lazada.getOrder(walk.auth, orderId)], 'poll');
    } catch (error) {
      if (!isPlatformError(error, 'malformed') && !isPlatformError(error, 'not_found')) throw error;
    }
    walk.held.push(position.after.getTime());
    const { id, merchantId } = walk.connection;
    log.warn({ merchantId, connectionId: id, lazadaOrderId: orderId, reason }, 'an order could not be read');
    const subject = orderId === undefined ? {} : { lazadaOrderId: orderId };
    await trail.record(merchantId, [{ connectionId: id, ...subject, kind: 'order_unreadable', facts: { reason } }]);
  }

  async function readPage(walk: Walk, position: PagePosition, seenBy: SeenBy): Promise<PagePosition | null> {
    const page = await lazada.listOrders(walk.auth, {
      updateAfter: position.after,
      sortBy: 'updated_at',
      sortDirection: 'ASC',
      limit: PAGE_ROWS,
      offset: position.offset,
    });
    const stateOf = (order: LazadaOrder) => `${order.orderId} ${order.updatedAt.getTime()}`;
    const fresh = page.orders.filter((order) => !walk.seen.has(stateOf(order)));
    for (const order of fresh) walk.seen.add(stateOf(order));
    await keep(walk, fresh, seenBy);
    for (const row of page.unreadable) await readAlone(walk, row.id, position, row.reason);
    const newest = newestOf(page.orders);
    walk.newest = Math.max(walk.newest, newest?.getTime() ?? 0);
    const rows = page.orders.length + page.unreadable.length;
    return nextPage(position, { rows, countTotal: page.countTotal, newest, fresh: fresh.length });
  }

  async function progress(walk: Walk, complete: boolean): Promise<Date | null> {
    const { id, merchantId } = walk.connection;
    const cursorHold = walk.held.filter((at) => at > walk.startedAt - HOLD_CURSOR_MS);
    const stockHeld = walk.held.some((at) => at > walk.startedAt - HOLD_STOCK_MS);
    const feedAt = complete && !stockHeld ? new Date(walk.startedAt) : null;
    const cursor = walk.newest > 0 ? { cursor: new Date(Math.min(walk.newest, ...cursorHold)) } : {};
    const { recovered } = await store.progressed(merchantId, id, { ...cursor, ...(feedAt ? { feedAt } : {}) });
    if (recovered) await issues.close(merchantId, [stopped(id, null).key]);
    return feedAt;
  }

  async function walkPages(walk: Walk, seenBy: SeenBy): Promise<FeedReading> {
    let position: PagePosition | null = { after: lowerBound(walk.connection), offset: 0 };
    for (let page = 0; page < MAX_PAGES && position !== null; page += 1) {
      position = await readPage(walk, position, seenBy);
      if (position !== null) await progress(walk, false);
    }
    const feedAt = await progress(walk, position === null);
    return { feedAt, changedVariantIds: [...walk.changed], more: position !== null };
  }

  const stopped = (connectionId: string, lastReadAtMs: number | null) =>
    reportOf(connectionId, { code: 'feed_stopped', facts: { feed: 'orders', lastReadAtMs } });

  async function recordFailure({ id, merchantId, ordersFeedAt }: ConnectionView, error: unknown): Promise<void> {
    if (!isPlatformError(error) || error.kind === 'throttled') return;
    const failures = await store.failed(merchantId, id, error.message);
    if (failures >= FAILURES_TO_REPORT) await issues.report(merchantId, [stopped(id, ordersFeedAt?.getTime() ?? null)]);
  }

  async function open(merchantId: string, connectionId: string): Promise<Walk | null> {
    const connection = await access.connection(merchantId, connectionId);
    if (!connection) return null;
    const auth = await access.lazada(merchantId, connectionId);
    return { connection, auth, startedAt: clock.now(), seen: new Set(), changed: new Set(), held: [], newest: 0 };
  }

  async function readOrThrow(merchantId: string, connectionId: string, seenBy: SeenBy): Promise<FeedReading> {
    const walk = await open(merchantId, connectionId);
    if (!walk) return { feedAt: null, changedVariantIds: [], more: false };
    try {
      return await walkPages(walk, seenBy);
    } catch (error) {
      await recordFailure(walk.connection, error);
      throw error;
    }
  }

  async function existing(walk: Walk, orderId: string): Promise<LazadaOrder[]> {
    try {
      return [await lazada.getOrder(walk.auth, orderId)];
    } catch (error) {
      if (isPlatformError(error, 'not_found')) return [];
      throw error;
    }
  }

  return {
    readOrThrow,
    async read(merchantId, connectionId) {
      try {
        const { feedAt, changedVariantIds } = await readOrThrow(merchantId, connectionId, 'poll');
        return { feedAt, changedVariantIds };
      } catch (error) {
        if (!isPlatformError(error) || error.kind === 'unauthorized') throw error;
        return { feedAt: null, changedVariantIds: [] };
      }
    },
    async refresh(merchantId, connectionId, lazadaOrderIds) {
      const walk = await open(merchantId, connectionId);
      if (!walk) return [];
      const headers: LazadaOrder[] = [];
      for (const orderId of lazadaOrderIds) headers.push(...(await existing(walk, orderId)));
      await reader.keep(walk.connection, walk.auth, headers, { by: 'manual', always: true });
      return headers.map((header) => header.orderId);
    },
  };
}
