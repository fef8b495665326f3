import { expect, test } from 'vitest';
import { createDeliveryBreaker } from './delivery-breaker';

const attempts = (sample: number | null, outcomes: string) => {
  const breaker = createDeliveryBreaker(() => sample);
  for (const outcome of outcomes) breaker.note(outcome === '+');
  return breaker;
};

test.each([
  ['---', false],
  ['++--', false],
  ['+---', true],
  ['----++', true],
  ['++++--', false],
])('of the latest four attempts %s: open %s', (outcomes, open) => {
  expect(attempts(4, outcomes).isOpen()).toBe(open);
});

test('closing starts the count again; without a sample it never opens', () => {
  const breaker = attempts(2, '--');
  breaker.close();
  expect(breaker.isOpen()).toBe(false);
  breaker.note(false);
  expect(breaker.isOpen()).toBe(false);
  expect(attempts(null, '-----').isOpen()).toBe(false);
});
