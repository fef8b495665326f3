import type { OverviewView } from '@/src/queries/overview';

/** Older than this while access is alive means that something holds the feed up (poll interval 60 s and three misses). */
const STALE_FEED_MS = 5 * 60_000;

/** The one thing to say first, worst first. */
export type StatusLine =
  | { kind: 'expired' }
  | { kind: 'feed_never' }
  | { kind: 'feed_stale'; since: Date }
  | { kind: 'issues'; count: number }
  | { kind: 'nothing_published' }
  | { kind: 'switched_off' }
  | { kind: 'working'; waiting: number }
  | { kind: 'well' };

type StatusFacts = Pick<
  OverviewView,
  'ordersFeedAt' | 'issues' | 'published' | 'waiting' | 'pushPrice' | 'pushQuantity'
> & {
  status: 'active' | 'expired' | 'disconnected';
};

export function statusLine(facts: StatusFacts, nowMs: number): StatusLine {
  if (facts.status !== 'active') return { kind: 'expired' };
  if (facts.ordersFeedAt === null) return { kind: 'feed_never' };
  if (nowMs - facts.ordersFeedAt.getTime() > STALE_FEED_MS) return { kind: 'feed_stale', since: facts.ordersFeedAt };
  if (facts.issues > 0) return { kind: 'issues', count: facts.issues };
  if (facts.published === 0) return { kind: 'nothing_published' };
  if (!facts.pushPrice && !facts.pushQuantity) return { kind: 'switched_off' };
  return facts.waiting > 0 ? { kind: 'working', waiting: facts.waiting } : { kind: 'well' };
}
