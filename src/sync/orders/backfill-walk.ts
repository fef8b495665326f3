import type { LazadaClient } from '@/src/clients/lazada/lazada-client';
import type { LazadaOrder } from '@/src/clients/lazada/order';
import { isPlatformError } from '@/src/clients/http/platform-error';
import type { AccessStore, ConnectionView, LazadaAccess } from '../ports/access';
import type { BackfillStore } from '../ports/backfill';
import type { Turn } from '../ports/turn';
import { nextPage, PAGE_ROWS, type PagePosition } from './next-page';
import { createOrderReader, type OrderReaderDeps } from './order-reader';

export type BackfillWalkDeps = OrderReaderDeps & {
  lazada: Pick<LazadaClient, 'listOrders' | 'getOrder' | 'getItemsOfOrders' | 'getOrderItems'>;
  access: Pick<AccessStore, 'lazada'>;
  backfills: Pick<BackfillStore, 'load' | 'advance'>;
};

/** Reads the next orders from before the connection. True: more are to be read. */
export type BackfillWalk = (turn: Turn, connection: ConnectionView) => Promise<boolean>;

/** New orders must not wait for old ones: a turn reads a few pages and leaves the rest to the next. */
const PAGES_PER_TURN = 2;

type Walk = { connection: ConnectionView; auth: LazadaAccess; seen: Set<string> };

const newestOf = (orders: readonly LazadaOrder[]) =>
  orders.length === 0 ? null : new Date(Math.max(...orders.map((order) => order.createdAt.getTime())));

/** Oldest first, by the time they were placed; where it stopped is a row, so that it goes on there (spec R10.14). */
export function createBackfillWalk(deps: BackfillWalkDeps): BackfillWalk {
  const { lazada, access, backfills, trail, clock, store } = deps;
  const reader = createOrderReader({ ...deps, store });

  /** What cannot be read is told, and can be asked for by its number; it must not hold up the rest (spec R8.4). */
  async function unreadable({ connection }: Walk, lazadaOrderIds: readonly string[]): Promise<void> {
    const facts = { reason: 'backfill' };
    const events = lazadaOrderIds.map((lazadaOrderId) => {
      return { connectionId: connection.id, lazadaOrderId, kind: 'order_unreadable', facts };
    });
    await trail.record(connection.merchantId, events);
  }

  async function keep(walk: Walk, orders: readonly LazadaOrder[]): Promise<void> {
    const { unread } = await reader.keep(walk.connection, walk.auth, orders, { by: 'backfill' });
    await unreadable(
      walk,
      unread.map((order) => order.orderId),
    );
  }

  async function readAlone(walk: Walk, orderId: string): Promise<void> {
    try {
      await keep(walk, [await lazada.getOrder(walk.auth, orderId)]);
    } catch (error) {
      if (!isPlatformError(error, 'malformed') && !isPlatformError(error, 'not_found')) throw error;
      await unreadable(walk, [orderId]);
    }
  }

  async function readPage(walk: Walk, position: PagePosition): Promise<{ next: PagePosition | null; total: number }> {
    const page = await lazada.listOrders(walk.auth, {
      createdAfter: position.after,
      createdBefore: walk.connection.connectedAt,
      sortBy: 'created_at',
      sortDirection: 'ASC',
      limit: PAGE_ROWS,
      offset: position.offset,
    });
    const fresh = page.orders.filter((order) => !walk.seen.has(order.orderId));
    for (const order of fresh) walk.seen.add(order.orderId);
    await keep(walk, fresh);
    for (const row of page.unreadable) if (row.id !== undefined) await readAlone(walk, row.id);
    const rows = page.orders.length + page.unreadable.length;
    const seen = { rows, countTotal: page.countTotal, newest: newestOf(page.orders), fresh: fresh.length };
    return { next: nextPage(position, seen), total: page.countTotal };
  }

  return async (turn, connection) => {
    const { merchantId, fence } = turn;
    const backfill = await backfills.load(merchantId, connection.id);
    if (!backfill?.cursor) return false;
    const auth = await access.lazada(merchantId, connection.id);
    const walk = { connection, auth, seen: new Set<string>() };
    let position: PagePosition | null = { after: backfill.cursor, offset: 0 };
    let total = backfill.total;
    for (let page = 0; position !== null && (page < PAGES_PER_TURN || position.offset > 0); page += 1) {
      await turn.keepAlive();
      const read = await readPage(walk, position);
      total ??= read.total;
      position = read.next;
    }
    const walked = { cursor: position?.after ?? null, total: total ?? 0 };
    await backfills.advance(merchantId, connection.id, backfill.cursor, walked, new Date(clock.now()), fence);
    if (position === null) {
      const facts = { count: walked.total };
      await trail.record(merchantId, [{ connectionId: connection.id, kind: 'backfill_read', facts }]);
    }
    return position !== null;
  };
}
