import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomeOf, parkedUntil, type TroubleKind } from './backoff';

const turn = { attempt: 1, nowMs: 1_000_000, jitter: 0, lateWriteMs: 30_000 };

describe('R8.1 each kind of trouble has its outcome', () => {
  test.each([
    ['unavailable', { kind: 'retry', dueAtMs: 1_001_000 }],
    ['malformed', { kind: 'retry', dueAtMs: 1_015_000 }],
    ['throttled', { kind: 'wait', for: 'quota', dueAtMs: 1_001_000 }],
    ['unauthorized', { kind: 'wait', for: 'access', dueAtMs: 1_450_000 }],
    ['ambiguous', { kind: 'wait', for: 'read_back', dueAtMs: 1_030_000 }],
    ['rejected', { kind: 'stop', dueAtMs: 1_450_000 }],
    ['not_found', { kind: 'stop', dueAtMs: 1_450_000 }],
  ] as const)('%s', (kind, outcome) => {
    expect(outcomeOf({ kind }, turn)).toEqual(outcome);
  });

  test('a lost answer is read back when a late write must have landed', () => {
    expect(outcomeOf({ kind: 'ambiguous' }, { ...turn, lateWriteMs: 5_000 })).toMatchObject({ dueAtMs: 1_005_000 });
  });

  test('a platform that says when is believed', () => {
    expect(outcomeOf({ kind: 'throttled', retryAfterMs: 90_000 }, turn)).toMatchObject({ dueAtMs: 1_090_000 });
  });
});

describe('R8.4 never a busy loop', () => {
  const pace = { firstMs: 1_000, longestMs: 60_000 };

  test.each([
    [1, 0.999_999, 1_000],
    [2, 0.999_999, 2_000],
    [4, 0, 4_000],
    [7, 0.999_999, 60_000],
    [1_000_000, 0, 30_000],
    [0, 0, 500],
  ])('attempt %d, jitter %d: %d ms', (attempt, jitter, pauseMs) => {
    expect(parkedUntil({ attempt, nowMs: 0, jitter }, pace)).toBe(pauseMs);
  });

  test('whatever the trouble, the next turn is later, and within a quarter of a day', () => {
    const kinds: TroubleKind[] = [
      'unauthorized',
      'throttled',
      'unavailable',
      'rejected',
      'not_found',
      'malformed',
      'ambiguous',
    ];
    const jitter = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(200), jitter, (kind, attempt, random) => {
        const { dueAtMs } = outcomeOf({ kind }, { attempt, nowMs: 0, jitter: random, lateWriteMs: 30_000 });
        expect(dueAtMs).toBeGreaterThanOrEqual(1_000);
        expect(dueAtMs).toBeLessThanOrEqual(6 * 3_600_000);
      }),
    );
  });
});
