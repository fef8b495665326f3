import { describe, expect, test } from 'vitest';
import { decidePricePush, type PricePushFacts } from './decide-price-push';

function facts(more: Partial<PricePushFacts>): PricePushFacts {
  return { price: 150_000, believed: 120_000, pushPrice: true, paused: false, ...more };
}

describe('R3.1 and R3.4 the price', () => {
  test.each([
    ['differs', {}, { kind: 'send', price: 150_000, reason: 'changed' }],
    ['is unknown on Lazada', { believed: 'unknown' }, { kind: 'send', price: 150_000, reason: 'believed_unknown' }],
    ['is equal', { believed: 150_000 }, { kind: 'nothing', reason: 'equal' }],
    ['is off', { pushPrice: false }, { kind: 'not_applicable', reason: 'switched_off' }],
    ['is off and zero', { pushPrice: false, price: 0 }, { kind: 'not_applicable', reason: 'switched_off' }],
    ['is zero', { price: 0 }, { kind: 'invalid', why: 'zero' }],
    ['is below zero', { price: -1 }, { kind: 'invalid', why: 'negative' }],
    ['has a fraction of a đồng', { price: 150_000.5 }, { kind: 'invalid', why: 'fraction' }],
    ['is not a number', { price: Number.NaN }, { kind: 'invalid', why: 'fraction' }],
    ['is paused', { paused: true }, { kind: 'wait', reason: 'paused' }],
    ['is paused and equal', { paused: true, believed: 150_000 }, { kind: 'nothing', reason: 'equal' }],
  ] as const)('%s', (_case, more, push) => {
    expect(decidePricePush(facts(more))).toEqual(push);
  });
});
