import type { ChannelQuantity } from './channel-quantity';

export type QuantityPushFacts = {
  computed: ChannelQuantity;
  /** Lazada's sellable quantity as far as we know; any order event makes it unknown (design §6). */
  believed: number | 'unknown';
  pushQuantity: boolean;
  paused: boolean;
  /** Every order event up to here is known; null when the feed was never read. */
  feedFreshAtMs: number | null;
  /** When the stock reading behind `computed` began. */
  readingBegunAtMs: number;
  /** While Lazada locks units for a campaign it takes nothing below `floor` (spec R10.6). */
  campaign: { floor: number } | null;
};

export type QuantityPush =
  /** `owed`: how far the quantity sent is above the one wanted, because of a campaign. */
  | { kind: 'send'; quantity: number; reason: 'changed' | 'believed_unknown'; owed: number }
  | { kind: 'nothing'; reason: 'equal' }
  | { kind: 'wait'; reason: 'feed_stale' | 'campaign_locked' | 'paused' | 'no_location'; owed: number }
  | { kind: 'not_applicable'; reason: 'switched_off' | 'untracked' | 'fulfilled_by_lazada' };

type Target = { quantity: number; owed: number };

/**
 * A campaign's floor holds back the rest (spec R10.6), but never lifts what Lazada has. Where that is unknown the floor counts for
 * nothing: buyers may have bought what it held.
 */
function withCampaign(wanted: number, { campaign, believed }: QuantityPushFacts): Target {
  const floor = believed === 'unknown' ? 0 : Math.min(campaign?.floor ?? 0, believed);
  const quantity = Math.max(wanted, floor);
  return { quantity, owed: quantity - wanted };
}

/** With a stale feed quantities go down, not up (design §1); from an unknown figure only 0 is surely down. */
function waitsForFeed(target: number, facts: QuantityPushFacts): boolean {
  if (facts.feedFreshAtMs !== null && facts.feedFreshAtMs >= facts.readingBegunAtMs) return false;
  return facts.believed === 'unknown' ? target > 0 : target > facts.believed;
}

function decideTarget({ quantity, owed }: Target, facts: QuantityPushFacts): QuantityPush {
  if (quantity === facts.believed) {
    return owed > 0 ? { kind: 'wait', reason: 'campaign_locked', owed } : { kind: 'nothing', reason: 'equal' };
  }
  if (facts.paused) return { kind: 'wait', reason: 'paused', owed };
  if (waitsForFeed(quantity, facts)) return { kind: 'wait', reason: 'feed_stale', owed };
  return { kind: 'send', quantity, reason: facts.believed === 'unknown' ? 'believed_unknown' : 'changed', owed };
}

/** Whether, and what, to write to Lazada (spec R3.1, R3.4, R3.5, R10.6). */
export function decideQuantityPush(facts: QuantityPushFacts): QuantityPush {
  const { computed } = facts;
  if (computed.kind === 'untracked') return { kind: 'not_applicable', reason: 'untracked' };
  if (computed.kind === 'fulfilled_by_lazada') return { kind: 'not_applicable', reason: 'fulfilled_by_lazada' };
  if (!facts.pushQuantity) return { kind: 'not_applicable', reason: 'switched_off' };
  if (computed.kind === 'no_location') return { kind: 'wait', reason: 'no_location', owed: 0 };
  return decideTarget(withCampaign(computed.quantity, facts), facts);
}
