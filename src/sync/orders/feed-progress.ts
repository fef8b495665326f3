import { isPlatformError } from '@/src/clients/http/platform-error';
import { reportOf } from '../issues/report-of';
import type { ConnectionView } from '../ports/access';
import type { OrderFeedStore } from '../ports/orders';
import type { Clock } from '../ports/world';

const DAY_MS = 86_400_000;
/** Lists may lag behind, and two clocks differ: every reading begins a little earlier. */
const OVERLAP_MS = 3 * 60_000;
/** Orders that were open before the connection still hold stock: ready-to-ship is due within days. */
const FIRST_LOOK_BACK_MS = 14 * DAY_MS;
/** An order whose items cannot be read is asked for again this long, and holds back the stock this long. */
const HOLD_CURSOR_MS = DAY_MS;
const HOLD_STOCK_MS = 15 * 60_000;
const FAILURES_TO_REPORT = 5;

/** One reading of the feed, as far as its progress goes. */
export type FeedWalk = {
  connection: ConnectionView;
  startedAt: number;
  /** Newest change seen, in ms; 0: none. */
  newest: number;
  /** Changes whose orders could not be read yet, by their time. */
  held: number[];
};

/** Where the walk begins: the first one also finds what was open before the connection. */
export function lowerBound({ ordersCursor, importFrom, connectedAt }: ConnectionView): Date {
  if (ordersCursor) return new Date(ordersCursor.getTime() - OVERLAP_MS);
  const first = connectedAt.getTime() - FIRST_LOOK_BACK_MS;
  return new Date(Math.min(first, importFrom?.getTime() ?? first));
}

const stopped = (connectionId: string, lastReadAtMs: number | null) =>
  reportOf(connectionId, { code: 'feed_stopped', facts: { feed: 'orders', lastReadAtMs } });

/** Lazada refuses the server's own address: told at once, since waiting alone does not help (lazada.md §1.5). */
const IP_BLOCKED = 'AppWhiteIpLimit';
const ipBlocked = (connectionId: string, platformMessage: string) =>
  reportOf(connectionId, { code: 'app_ip_blocked', facts: { platformCode: IP_BLOCKED, platformMessage } });

export type FeedProgressDeps = {
  store: Pick<OrderFeedStore, 'progressed' | 'failed'>;
  clock: Clock;
};

export function createFeedProgress({ store, clock }: FeedProgressDeps) {
  const now = () => new Date(clock.now());
  return {
    /** Keeps how far the walk came; answers from when on everything is known, if it is. */
    async advance(walk: FeedWalk, complete: boolean): Promise<Date | null> {
      const { id, merchantId } = walk.connection;
      const cursorHold = walk.held.filter((at) => at > walk.startedAt - HOLD_CURSOR_MS);
      const stockHeld = walk.held.some((at) => at > walk.startedAt - HOLD_STOCK_MS);
      const feedAt = complete && !stockHeld ? new Date(walk.startedAt) : null;
      const cursor = walk.newest > 0 ? { cursor: new Date(Math.min(walk.newest, ...cursorHold)) } : {};
      const over = [stopped(id, null).key, ipBlocked(id, '').key];
      await store.progressed(merchantId, id, { ...cursor, ...(feedAt ? { feedAt } : {}), over }, now());
      return feedAt;
    },
    async failed({ id, merchantId, ordersFeedAt }: ConnectionView, error: unknown): Promise<void> {
      if (!isPlatformError(error) || error.kind === 'throttled') return;
      const tell = [{ fromFailures: FAILURES_TO_REPORT, issue: stopped(id, ordersFeedAt?.getTime() ?? null) }];
      if (error.code === IP_BLOCKED) tell.push({ fromFailures: 1, issue: ipBlocked(id, error.platformMessage ?? '') });
      await store.failed(merchantId, id, { why: error.message, tell }, now());
    },
  };
}
