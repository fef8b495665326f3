import { isPlatformError } from '@/src/clients/http/platform-error';
import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaOrder } from '@/src/clients/lazada/order';
import type { AccessStore, LazadaAccess } from '../ports/access';
import type { SeenBy } from '../ports/orders';
import type { OrderFeed } from '../ports/wishes';
import { createFeedProgress, type FeedWalk, lowerBound } from './feed-progress';
import { nextPage, PAGE_ROWS, type PagePosition } from './next-page';
import { createOrderReader, type OrderReaderDeps } from './order-reader';

export type OrderFeedDeps = OrderReaderDeps & {
  lazada: Pick<LazadaClient, 'listOrders' | 'getOrder' | 'getItemsOfOrders' | 'getOrderItems'>;
  access: Pick<AccessStore, 'lazada' | 'connection'>;
};

export type FeedReading = {
  feedAt: Date | null;
  changedVariantIds: string[];
  /** Pages remain: read again. */
  more: boolean;
  /** How many orders were new or had changed. */
  news: number;
};

/** The feed with the two doors that only orders and actions use. */
export type OrderFeedReader = OrderFeed & {
  /** Like `read`, but lets every PlatformError reach the turn. */
  readOrThrow(merchantId: string, connectionId: string, seenBy: SeenBy): Promise<FeedReading>;
  /** Reads these orders now, whatever the feed says (after an action, or on Tìm đơn's button). Answers the ids that exist. */
  refresh(merchantId: string, connectionId: string, lazadaOrderIds: readonly string[]): Promise<string[]>;
};

const MAX_PAGES = 20;

type Known = Parameters<OrderFeed['read']>[2];
type Walk = FeedWalk & { auth: LazadaAccess; seen: Set<string>; changed: Set<string>; news: number };

const newestOf = (orders: readonly LazadaOrder[]) =>
  orders.reduce<Date | null>((newest, { updatedAt }) => (newest && newest > updatedAt ? newest : updatedAt), null);

export function createOrderFeed(deps: OrderFeedDeps): OrderFeedReader {
  const { lazada, access, trail, clock, log } = deps;
  const progress = createFeedProgress(deps);
  const reader = createOrderReader(deps);

  async function keep(walk: Walk, headers: readonly LazadaOrder[], seenBy: SeenBy): Promise<void> {
    const isOld = (order: LazadaOrder) => order.createdAt < walk.connection.connectedAt;
    for (const [by, orders] of Map.groupBy(headers, (order) => (isOld(order) ? 'backfill' : seenBy))) {
      const kept = await reader.keep(walk.connection, walk.auth, orders, { by });
      for (const variantId of kept.changedVariantIds) walk.changed.add(variantId);
      walk.news += kept.news;
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

  async function walkPages(walk: Walk, seenBy: SeenBy): Promise<FeedReading> {
    let position: PagePosition | null = { after: lowerBound(walk.connection), offset: 0 };
    for (let page = 0; page < MAX_PAGES && position !== null; page += 1) {
      position = await readPage(walk, position, seenBy);
      if (position !== null) await progress.advance(walk, false);
    }
    const feedAt = await progress.advance(walk, position === null);
    return { feedAt, changedVariantIds: [...walk.changed], more: position !== null, news: walk.news };
  }

  async function open(merchantId: string, connectionId: string, known?: Known): Promise<Walk | null> {
    const connection = known?.connection ?? (await access.connection(merchantId, connectionId));
    if (!connection) return null;
    const auth = known?.auth ?? (await access.lazada(merchantId, connectionId));
    const nothingYet = { seen: new Set<string>(), changed: new Set<string>(), held: [], newest: 0, news: 0 };
    return { connection, auth, startedAt: clock.now(), ...nothingYet };
  }

  async function readOrThrow(merchantId: string, connectionId: string, seenBy: SeenBy, known?: Known) {
    const walk = await open(merchantId, connectionId, known);
    if (!walk) return { feedAt: null, changedVariantIds: [], more: false, news: 0 } satisfies FeedReading;
    try {
      return await walkPages(walk, seenBy);
    } catch (error) {
      await progress.failed(walk.connection, error);
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
    async read(merchantId, connectionId, known) {
      try {
        const { feedAt, changedVariantIds } = await readOrThrow(merchantId, connectionId, 'poll', known);
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
