import { isPlatformError } from '@/src/clients/http/platform-error';
import { AccessEnded, type AccessStore, type ConnectionView } from '../ports/access';
import type { OrderPollStore } from '../ports/orders';
import type { Turn, TurnHandler } from '../ports/turn';
import { pollIntervalMs } from '@/src/domain/order/poll-interval';
import type { BackfillWalk } from './backfill-walk';
import type { CompareOrders } from './compare-orders';
import type { OrderFeedReader } from './order-feed';
import type { ImportDeps } from './import-job';
import { createOrderImporter } from './import-order';
import { createOrderParker } from './park-order';

export type OrdersTurnDeps = ImportDeps & {
  feed: Pick<OrderFeedReader, 'readOrThrow'>;
  polls: OrderPollStore;
  access: AccessStore;
  walkBack: BackfillWalk;
  compare: CompareOrders;
  /** ORDER_POLL_SECONDS (spec R9.1). */
  pollMs: number;
};

const BATCH = 50;

/**
 * Lazada refused its reading, and Haravan something else: whose trouble ends the turn? Haravan's, unless that has neither a pause nor a
 * remedy, or Lazada's access must be renewed: else it would be asked in vain as often as turns come, for as long as Haravan is away.
 */
const lazadaFirst = (ofLazada: unknown, ofHaravan: unknown): boolean =>
  ofHaravan instanceof AccessEnded || (isPlatformError(ofLazada, 'unauthorized') && isPlatformError(ofHaravan));

/** Lane `orders`: asks Lazada what changed when that is due, then brings the orders that changed up to date in Haravan. */
export function createOrdersTurn(deps: OrdersTurnDeps): TurnHandler {
  const { feed, polls, access, orders, walkBack, compare, clock, pollMs } = deps;
  const importOrder = createOrderImporter(deps);
  const park = createOrderParker(deps);

  async function poll({ id, merchantId }: ConnectionView): Promise<{ pollAt: Date }> {
    const { pollAt, pushedAt, missedAt } = await polls.polling(merchantId, id);
    if (pollAt.getTime() > clock.now()) return { pollAt };
    const asked = pushedAt !== null && pushedAt >= pollAt;
    const { more, news } = await feed.readOrThrow(merchantId, id, asked ? 'push' : 'poll');
    const at = clock.now();
    const missed = !asked && news > 0 ? new Date(at) : missedAt;
    const health = { pushedAtMs: pushedAt?.getTime() ?? null, missedAtMs: missed?.getTime() ?? null };
    const next = new Date(more ? at : at + pollIntervalMs(pollMs, health, at));
    await polls.polled(merchantId, id, pollAt, next, missed);
    return { pollAt: next };
  }

  async function importAll(turn: Turn, connection: ConnectionView, ids: readonly string[]): Promise<void> {
    const auth = await access.haravan(turn.merchantId);
    for (const id of ids) {
      if (turn.shouldStop()) return;
      await turn.keepAlive();
      const record = await orders.load(turn.merchantId, connection.id, id);
      if (!record) continue;
      const job = { turn, connection, auth, record };
      try {
        await importOrder(job);
      } catch (error) {
        if ((await park(job, error)) === 'lane') throw error;
      }
    }
  }

  return async (turn) => {
    const { merchantId, connectionId } = turn;
    const connection = connectionId === null ? null : await access.connection(merchantId, connectionId);
    if (connection?.status !== 'active') return { more: false };
    // Lazada in trouble does not keep what is known already from reaching Haravan.
    const polled = await poll(connection).catch((error: unknown) => ({ error }));
    const older = 'error' in polled ? false : await walkBack(turn, connection);
    const ids = await orders.due(merchantId, connection.id, new Date(clock.now()), BATCH);
    try {
      if (ids.length > 0) await importAll(turn, connection, ids);
    } catch (error) {
      throw 'error' in polled && lazadaFirst(polled.error, error) ? polled.error : error;
    }
    if ('error' in polled) throw polled.error;
    const dueAt = await orders.nextDueAt(merchantId, connection.id);
    const nextAt = new Date(Math.min(polled.pollAt.getTime(), dueAt?.getTime() ?? Number.POSITIVE_INFINITY));
    const more = older || nextAt.getTime() <= clock.now();
    if (!more) await compare(turn, connection);
    return { more, nextAt };
  };
}
