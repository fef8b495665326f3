import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChannelQuantity, channelQuantity, WHOLE_STOCK } from './channel-quantity';
import { locationId } from '../ids';
import { decideQuantityPush, type QuantityPushFacts } from './decide-quantity-push';

function computed(quantity: number): ChannelQuantity {
  const stock = [{ locationId: locationId('A'), available: quantity }];
  return channelQuantity({ tracksInventory: true, allowsBackorder: false, stock, inFlight: [], policy: WHOLE_STOCK });
}

function facts(quantity: number, more: Partial<QuantityPushFacts> = {}): QuantityPushFacts {
  return {
    computed: computed(quantity),
    believed: 5,
    pushQuantity: true,
    paused: false,
    feedFreshAtMs: 1_000,
    readingBegunAtMs: 1_000,
    campaign: null,
    ...more,
  };
}

test('R3.2 goods in Lazada’s own warehouse get no quantity, whatever is switched on', () => {
  const kept = decideQuantityPush(facts(7, { computed: { kind: 'fulfilled_by_lazada' } }));
  expect(kept).toEqual({ kind: 'not_applicable', reason: 'fulfilled_by_lazada' });
});

const stale = { feedFreshAtMs: 999 };

describe('R3.4 only what differs is sent', () => {
  test.each([
    [7, 5, { kind: 'send', quantity: 7, reason: 'changed', owed: 0 }],
    [3, 5, { kind: 'send', quantity: 3, reason: 'changed', owed: 0 }],
    [0, 5, { kind: 'send', quantity: 0, reason: 'changed', owed: 0 }],
    [5, 5, { kind: 'nothing', reason: 'equal' }],
    [5, 'unknown', { kind: 'send', quantity: 5, reason: 'believed_unknown', owed: 0 }],
  ] as const)('computed %s, Lazada has %s → %j', (quantity, believed, push) => {
    expect(decideQuantityPush(facts(quantity, { believed }))).toEqual(push);
  });
});

describe('R3.5 a stale order feed lets quantities go down, not up', () => {
  test.each([
    [7, 5, { kind: 'wait', reason: 'feed_stale', owed: 0 }],
    [3, 5, { kind: 'send', quantity: 3, reason: 'changed', owed: 0 }],
    [5, 5, { kind: 'nothing', reason: 'equal' }],
    [5, 'unknown', { kind: 'wait', reason: 'feed_stale', owed: 0 }],
    [0, 'unknown', { kind: 'send', quantity: 0, reason: 'believed_unknown', owed: 0 }],
  ] as const)('computed %s, Lazada has %s → %j', (quantity, believed, push) => {
    expect(decideQuantityPush(facts(quantity, { believed, ...stale }))).toEqual(push);
    expect(decideQuantityPush(facts(quantity, { believed, feedFreshAtMs: null }))).toEqual(push);
  });

  test('a feed exactly as fresh as the reading is fresh', () => {
    expect(decideQuantityPush(facts(7, { feedFreshAtMs: 1_000 })).kind).toBe('send');
  });
});

describe('R3.1 the switch, pause and variants that have no quantity', () => {
  test.each([
    [{ pushQuantity: false }, { kind: 'not_applicable', reason: 'switched_off' }],
    [{ computed: { kind: 'untracked' } }, { kind: 'not_applicable', reason: 'untracked' }],
    [
      { computed: { kind: 'untracked' }, pushQuantity: false },
      { kind: 'not_applicable', reason: 'untracked' },
    ],
    [{ computed: { kind: 'no_location' } }, { kind: 'wait', reason: 'no_location', owed: 0 }],
    [
      { computed: { kind: 'no_location' }, pushQuantity: false },
      { kind: 'not_applicable', reason: 'switched_off' },
    ],
    [{ paused: true }, { kind: 'wait', reason: 'paused', owed: 0 }],
    [
      { paused: true, believed: 7 },
      { kind: 'nothing', reason: 'equal' },
    ],
  ] as const)('%j → %j', (more, push) => {
    expect(decideQuantityPush(facts(7, more))).toEqual(push);
  });
});

describe('R10.6 a campaign floors the quantity and owes the rest', () => {
  test.each([
    [2, 10, { kind: 'send', quantity: 4, reason: 'changed', owed: 2 }],
    [2, 4, { kind: 'wait', reason: 'campaign_locked', owed: 2 }],
    [4, 4, { kind: 'nothing', reason: 'equal' }],
    [9, 4, { kind: 'send', quantity: 9, reason: 'changed', owed: 0 }],
    [2, 3, { kind: 'wait', reason: 'campaign_locked', owed: 1 }],
    [0, 0, { kind: 'nothing', reason: 'equal' }],
    [2, 'unknown', { kind: 'send', quantity: 2, reason: 'believed_unknown', owed: 0 }],
  ] as const)('wanted %s, Lazada has %s, 4 locked → %j', (quantity, believed, push) => {
    expect(decideQuantityPush(facts(quantity, { believed, campaign: { floor: 4 } }))).toEqual(push);
  });

  test('the lock ended: what was owed is sent', () => {
    expect(decideQuantityPush(facts(2, { believed: 4 }))).toEqual({
      kind: 'send',
      quantity: 2,
      reason: 'changed',
      owed: 0,
    });
  });
});

test('R3.5 with a stale feed nothing ever rises', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.option(fc.nat(50)), fc.option(fc.nat(50)), (quantity, believed, floor) => {
      const campaign = floor === null ? null : { floor };
      const push = decideQuantityPush(facts(quantity, { believed: believed ?? 'unknown', campaign, ...stale }));
      if (push.kind === 'send') expect(push.quantity).toBeLessThanOrEqual(believed ?? 0);
    }),
  );
});
