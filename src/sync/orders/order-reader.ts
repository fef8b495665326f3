import type { LazadaOrder } from '@/src/clients/lazada/order';
import { toFeedOrder } from '../mapping/lazada-order';
import type { ConnectionView, LazadaAccess } from '../ports/access';
import type { FeedOrder, KnownOrder, OrderFeedStore, SeenBy } from '../ports/orders';
import type { Trail, TrailEvent } from '../ports/trail';
import type { PushWishes } from '../ports/wishes';
import type { Clock } from '../ports/world';
import { createItemReader, type ItemReaderDeps } from './item-reader';
import { variantOf } from './match-items';

export type OrderReaderDeps = ItemReaderDeps & {
  store: OrderFeedStore;
  wishes: Pick<PushWishes, 'wish'>;
  trail: Trail;
  clock: Clock;
};

export type OrdersKept = {
  changedVariantIds: string[];
  /** Their items could not be read. */
  unread: LazadaOrder[];
  /** How many were new or had changed. */
  news: number;
};

/** `always`: also orders whose header says that nothing changed. */
export type Seen = { by: SeenBy; always?: boolean };

/** Reads the items of these orders and keeps what changed. */
export type OrderReader = {
  keep(
    connection: ConnectionView,
    auth: LazadaAccess,
    headers: readonly LazadaOrder[],
    seen: Seen,
  ): Promise<OrdersKept>;
};

const BATCH = 50;
/** A change in the same second as the reading may have come after it. */
const SETTLED_MS = 5_000;

/** False only when the stored items are certainly of this state. */
function mayDiffer(header: LazadaOrder, known: KnownOrder | undefined): boolean {
  if (!known?.readAt) return true;
  if (known.updatedAt > header.updatedAt) return false;
  const settled = known.readAt.getTime() >= known.updatedAt.getTime() + SETTLED_MS;
  const sameStatuses = header.statuses.toSorted().join() === [...known.statuses].sort().join();
  return known.updatedAt < header.updatedAt || !settled || !sameStatuses;
}

export function createOrderReader(deps: OrderReaderDeps): OrderReader {
  const { store, wishes, trail, clock } = deps;
  const readItems = createItemReader(deps);

  async function withVariants(
    merchantId: string,
    orders: readonly ReturnType<typeof toFeedOrder>[],
  ): Promise<FeedOrder[]> {
    const codes = new Set(orders.flatMap((order) => order.items.flatMap((item) => item.code ?? [])));
    const bearers = await store.variantsOfCodes(merchantId, [...codes]);
    return orders.map((order) => ({
      ...order,
      items: order.items.map((item) => ({ ...item, variantId: variantOf(item, bearers) })),
    }));
  }

  /**
   * The wish is recorded before the order: a crash in between costs a needless look, never a missed one. A stock turn that takes
   * the wish at once reads the feed itself.
   */
  async function wishStock({ id, merchantId }: ConnectionView, orders: readonly FeedOrder[]): Promise<string[]> {
    const before = await store.variantsOfOrders(
      merchantId,
      id,
      orders.map((order) => order.lazadaOrderId),
    );
    const after = orders.flatMap((order) => order.items.flatMap((item) => item.variantId ?? []));
    const variantIds = [...new Set([...before, ...after])];
    if (variantIds.length > 0) {
      const wish = { variantIds, figures: ['quantity'] as const, cause: 'order_changed', forgetBelief: true };
      await wishes.wish(merchantId, wish, new Date(clock.now()));
    }
    return variantIds;
  }

  const toEvent = (
    connectionId: string,
    order: FeedOrder,
    known: KnownOrder | undefined,
    seenBy: SeenBy,
  ): TrailEvent => ({
    connectionId,
    lazadaOrderId: order.lazadaOrderId,
    kind: known ? 'order_changed' : 'order_seen',
    facts: { by: seenBy, statuses: order.statuses, lagMs: Math.max(0, clock.now() - order.updatedAt.getTime()) },
  });

  async function keepBatch(
    connection: ConnectionView,
    auth: LazadaAccess,
    headers: readonly LazadaOrder[],
    known: Map<string, KnownOrder>,
    seenBy: SeenBy,
  ): Promise<OrdersKept> {
    const { id, merchantId } = connection;
    const readAt = new Date(clock.now());
    const items = await readItems(
      auth,
      headers.map((header) => header.orderId),
    );
    const read = headers.flatMap((header) => {
      const its = items.get(header.orderId);
      return its ? [toFeedOrder(header, its, readAt)] : [];
    });
    const orders = await withVariants(merchantId, read);
    const changed = orders.filter((order) => known.get(order.lazadaOrderId)?.hash !== order.hash);
    const changedVariantIds = await wishStock(connection, changed);
    const written = new Set(await store.save(merchantId, id, orders, seenBy, new Date(clock.now())));
    const news = changed.filter((order) => written.has(order.lazadaOrderId));
    await trail.record(
      merchantId,
      news.map((order) => toEvent(id, order, known.get(order.lazadaOrderId), seenBy)),
    );
    const unread = headers.filter((header) => !items.has(header.orderId));
    return { changedVariantIds, unread, news: news.length };
  }

  return {
    async keep(connection, auth, headers, { by, always = false }) {
      const ids = headers.map((header) => header.orderId);
      const known = await store.known(connection.merchantId, connection.id, ids);
      const open = headers.filter((header) => always || mayDiffer(header, known.get(header.orderId)));
      const kept: OrdersKept = { changedVariantIds: [], unread: [], news: 0 };
      for (let from = 0; from < open.length; from += BATCH) {
        const batch = await keepBatch(connection, auth, open.slice(from, from + BATCH), known, by);
        kept.changedVariantIds.push(...batch.changedVariantIds);
        kept.unread.push(...batch.unread);
        kept.news += batch.news;
      }
      return kept;
    },
  };
}
