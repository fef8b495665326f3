import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RetryFacts, retryDelayMs } from './retry';
import { type Failure, settledKind } from './verdict';

const down: Failure = { kind: 'unavailable', mayHaveHappened: true };
const facts: RetryFacts = { failure: down, repeatable: true, attempts: 1, waitedMs: 0, random: 0 };

describe('retryDelayMs', () => {
  it.each<[string, Partial<RetryFacts>, number | undefined]>([
    ['the first wait', {}, 75],
    ['the first wait with bad luck', { random: 0.999 }, 150],
    ['the second wait doubles', { attempts: 2 }, 150],
    ['a third attempt is the last', { attempts: 3 }, undefined],
    ['never a write', { repeatable: false }, undefined],
    ['never past two seconds in all', { waitedMs: 1_950 }, undefined],
    ['never a refusal', { failure: { kind: 'rejected', mayHaveHappened: false } }, undefined],
    ['once where the platform errs once', { failure: { ...down, kind: 'rejected', repeats: 1 } }, 75],
    ['not twice there', { failure: { ...down, kind: 'rejected', repeats: 1 }, attempts: 2 }, undefined],
    ['a short ban is waited out', { failure: { ...down, kind: 'throttled', retryAfterMs: 300 } }, 300],
    ['a long one is not', { failure: { ...down, kind: 'throttled', retryAfterMs: 301 } }, undefined],
    ['nor an unknown one', { failure: { ...down, kind: 'throttled' } }, undefined],
  ])('%s', (_name, change, delayMs) => {
    expect(retryDelayMs({ ...facts, ...change })).toBe(delayMs);
  });

  it('waits at most two seconds in all, whatever the luck', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 20 }), (luck) => {
        let waitedMs = 0;
        for (const [index, random] of luck.entries()) {
          const failure = { ...down, repeats: 100 };
          waitedMs += retryDelayMs({ ...facts, failure, attempts: index + 1, waitedMs, random }) ?? 0;
        }
        expect(waitedMs).toBeLessThanOrEqual(2_000);
      }),
    );
  });
});

describe('settledKind', () => {
  it.each<[Failure['kind'], boolean, boolean, string]>([
    ['unavailable', true, false, 'ambiguous'],
    ['malformed', true, false, 'ambiguous'],
    ['unavailable', false, false, 'unavailable'],
    ['unavailable', true, true, 'unavailable'],
    ['malformed', true, true, 'malformed'],
    ['rejected', true, false, 'rejected'],
    ['throttled', false, false, 'throttled'],
  ])('%s, may have happened: %s, repeatable: %s → %s', (kind, mayHaveHappened, repeatable, settled) => {
    expect(settledKind({ kind, mayHaveHappened }, repeatable)).toBe(settled);
  });
});
