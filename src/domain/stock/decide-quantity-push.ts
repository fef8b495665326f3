import type { ChannelQuantity } from './channel-quantity';

export type QuantityPushFacts = {
  computed: ChannelQuantity;
  /** Lazada's sellable quantity as far as we know; any order event makes it unknown (design §6). */
  believed: number | 'unknown';
  /** The switch Số lượng (spec R3.1). */
  pushQuantity: boolean;
  /** Pushes are paused by the merchant (spec R10.11). */
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
  | { kind: 'not_applicable'; reason: 'switched_off' | 'untracked' };

/** Whether, and what, to write to Lazada (spec R3.1, R3.4, R3.5, R10.6). */
export function decideQuantityPush(_facts: QuantityPushFacts): QuantityPush {
  throw new Error('not written yet');
}
