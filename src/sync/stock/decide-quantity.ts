import { channelQuantity } from '@/src/domain/stock/channel-quantity';
import { decideQuantityPush, type QuantityPush } from '@/src/domain/stock/decide-quantity-push';
import type { InFlight } from '@/src/domain/stock/in-flight';
import type { ConnectionView } from '../ports/access';
import type { DuePush } from '../ports/stock';
import type { Decided } from './finish-batches';
import { type Explanation, parkedEnd, settledEnd } from './push-end';
import type { StockRead } from './read-stock';
import { namedVariant } from './refusal-issue';

/** A feed that could not be read is asked again soon; a campaign ends in its own time. */
const FEED_RETRY_MS = 5_000;
const CAMPAIGN_LOOK_MS = 900_000;
const NO_LOCATION_LOOK_MS = 3_600_000;

export type QuantityFacts = {
  connection: ConnectionView;
  stock: StockRead;
  inFlight: readonly InFlight[];
  feedFreshAtMs: number | null;
  now: number;
};

type Waiting = Extract<QuantityPush, { kind: 'wait' }>;

const lookAgainMs = { feed_stale: FEED_RETRY_MS, campaign_locked: CAMPAIGN_LOOK_MS, no_location: NO_LOCATION_LOOK_MS };

function wait(push: DuePush, decision: Waiting, explanation: Explanation, now: number): Decided {
  const { reason, owed } = decision;
  const dueAtMs = now + (reason === 'paused' ? NO_LOCATION_LOOK_MS : lookAgainMs[reason]);
  const parking = { dueAtMs, blockedBy: reason, outcome: 'waiting' as const };
  const end = parkedEnd(push, parking, explanation, owed > 0 ? owed : push.owed);
  // Waiting is not failing.
  return { push, kind: 'end', end: end.kind === 'parked' ? { ...end, attempts: push.attempts } : end };
}

function compute(push: DuePush, { connection, stock, inFlight }: QuantityFacts) {
  const { tracksInventory, allowsBackorder } = push;
  const { stockPercent, safetyStock, maxQuantity } = connection;
  if (push.fulfilledByLazada) return { kind: 'fulfilled_by_lazada' as const };
  const policy = { sharePercent: stockPercent, safetyStock, upperBound: maxQuantity };
  return channelQuantity({ tracksInventory, allowsBackorder, stock: stock.of(push.variantId), inFlight, policy });
}

/** Whether, and what, to send for one variant, with all that explains the figure (spec R3.2, R3.5, R10.8). */
export function decideQuantity(push: DuePush, facts: QuantityFacts): Decided {
  const { connection, stock, feedFreshAtMs, now } = facts;
  const computed = compute(push, facts);
  const campaign = push.owed !== null && push.locked > 0 ? { floor: push.locked } : null;
  const decision = decideQuantityPush({
    computed,
    believed: push.believed.value ?? 'unknown',
    pushQuantity: connection.pushQuantity,
    paused: false,
    feedFreshAtMs,
    readingBegunAtMs: stock.begunAtMs,
    campaign,
  });
  const explanation = {
    at: now,
    cause: push.cause,
    decision: decision.kind,
    ...('reason' in decision ? { reason: decision.reason } : {}),
    ...(campaign && 'owed' in decision ? { campaign: { ...campaign, owed: decision.owed } } : {}),
    believed: push.believed.value,
    readingBegunAt: stock.begunAtMs,
    feedFreshAt: feedFreshAtMs,
    ...(computed.kind === 'quantity' ? computed.explanation : {}),
  };
  switch (decision.kind) {
    case 'send':
      return { push, kind: 'send', sent: { value: decision.quantity, owed: decision.owed }, explanation };
    case 'nothing':
      return { push, kind: 'end', end: settledEnd(push, 'synced', explanation) };
    case 'wait':
      return wait(push, decision, explanation, now);
    case 'not_applicable': {
      const end = settledEnd(push, 'not_applicable', explanation);
      if (decision.reason === 'switched_off') return { push, kind: 'end', end };
      const code = `quantity_${decision.reason}` as const;
      return { push, kind: 'end', end, issue: { code, facts: namedVariant(push) } };
    }
  }
}
