import type { OverviewView } from '@/src/queries/overview';

/** Older than this while access is alive means that something holds the feed up (poll interval 60 s and three misses). */
const STALE_FEED_MS = 5 * 60_000;

/** The one thing to say first, worst first. */
export type StatusLine =
  | { kind: 'expired' }
  | { kind: 'feed_never' }
  | { kind: 'catching_up'; since: Date }
  | { kind: 'feed_stale'; since: Date }
  | { kind: 'importing'; count: number }
  | { kind: 'issues'; count: number }
  | { kind: 'nothing_published' }
  | { kind: 'switched_off' }
  | { kind: 'working'; waiting: number }
  | { kind: 'well' };

/** So many orders at once come after an outage, or on a very good day. */
const MANY_ORDERS = 10;

type StatusFacts = Pick<
  OverviewView,
  | 'ordersFeedAt'
  | 'ordersCursor'
  | 'ordersFeedError'
  | 'issues'
  | 'published'
  | 'waiting'
  | 'pushPrice'
  | 'pushQuantity'
> & {
  status: 'active' | 'expired' | 'disconnected';
  ordersWaiting: number;
};

/** The feed answers, and its reading moves through the time that was missed, oldest first (spec R4.7). */
function catchingUpTo({ ordersFeedAt, ordersCursor, ordersFeedError }: StatusFacts): Date | null {
  if (ordersFeedError !== null || ordersFeedAt === null || ordersCursor === null) return null;
  return ordersCursor > ordersFeedAt ? ordersCursor : null;
}

export function statusLine(facts: StatusFacts, nowMs: number): StatusLine {
  if (facts.status !== 'active') return { kind: 'expired' };
  if (facts.ordersFeedAt === null) return { kind: 'feed_never' };
  if (nowMs - facts.ordersFeedAt.getTime() > STALE_FEED_MS) {
    const since = catchingUpTo(facts);
    return since ? { kind: 'catching_up', since } : { kind: 'feed_stale', since: facts.ordersFeedAt };
  }
  if (facts.ordersWaiting >= MANY_ORDERS) return { kind: 'importing', count: facts.ordersWaiting };
  if (facts.issues > 0) return { kind: 'issues', count: facts.issues };
  if (facts.published === 0) return { kind: 'nothing_published' };
  if (!facts.pushPrice && !facts.pushQuantity) return { kind: 'switched_off' };
  return facts.waiting > 0 ? { kind: 'working', waiting: facts.waiting } : { kind: 'well' };
}
