import { expect, test } from 'vitest';
import en from '@/app/messages/en/products.json';
import vi from '@/app/messages/vi/products.json';
import { causeKey, flightKey, verdictKey } from './why-words';

const decided = { at: new Date(0), reason: null, refusal: null, price: null, figure: 'quantity' as const };

test.each([
  [{ at: null, decision: 'nothing' }, 'pending'],
  [{ decision: 'send', reason: 'changed' }, 'sent'],
  [{ decision: 'send', refusal: 'no' }, 'refused'],
  [{ decision: 'nothing', reason: 'equal' }, 'equal'],
  [{ decision: 'wait', reason: 'feed_stale' }, 'feed_stale'],
  [{ decision: 'wait', reason: 'campaign_locked' }, 'campaign_locked'],
  [{ decision: 'not_applicable', reason: 'fulfilled_by_lazada' }, 'fulfilled_by_lazada'],
  [{ decision: 'invalid', figure: 'price' as const, price: 0.5 }, 'invalid'],
  [{ decision: 'nothing', figure: 'price' as const }, 'missing'],
] as const)('R10.8 %o ends as %s', (change, verdict) => {
  expect(verdictKey({ ...decided, ...change })).toBe(verdict);
  expect([vi.why.verdict[verdict], en.why.verdict[verdict]]).not.toContain(undefined);
});

test('R10.8 every reason has its words, and one that is unknown too', () => {
  for (const cause of ['linked', 'drift', 'no such cause']) expect(vi.why.cause[causeKey(cause)]).toBeTypeOf('string');
  for (const reason of ['unpaid', 'other_warehouse', '?'])
    expect(vi.why.flight[flightKey(reason)]).toBeTypeOf('string');
});
