import { describe, expect, test } from 'vitest';
import { PlatformError, type PlatformErrorKind } from '@/src/clients/http/platform-error';
import { AccessEnded } from '@/src/sync/ports/access';
import { DatabaseAway } from '@/src/sync/ports/database-away';
import { LeaseLost } from '@/src/sync/ports/turn';
import { outcomeOf } from './outcome';

const platformError = (kind: PlatformErrorKind, retryAfterMs?: number) =>
  new PlatformError({ kind, platform: 'lazada', operation: 'orders.list', retryAfterMs });

describe('R8.1 what a failed turn means for its lane', () => {
  test.each([
    ['throttled', 'wait', 700],
    ['unavailable', 'wait', 4_000],
    ['malformed', 'wait', 4_000],
    ['ambiguous', 'wait', 4_000],
    ['rejected', 'wait', 4_000],
    ['not_found', 'wait', 4_000],
    ['unauthorized', 'renew_access', 6_000],
  ] as const)('%s -> %s', (kind, outcome, pauseMs) => {
    expect(outcomeOf(platformError(kind, kind === 'throttled' ? 700 : undefined), 2)).toMatchObject({
      kind: outcome,
      pauseMs,
    });
  });

  test('a lost lease and ended access stop quietly', () => {
    expect(outcomeOf(new LeaseLost('k'), 0).kind).toBe('stop');
    expect(outcomeOf(new AccessEnded('disconnected'), 0).kind).toBe('stop');
  });

  test('a database that is away is waited for, and is no defect', () => {
    const away = new DatabaseAway(new Error('Connection terminated unexpectedly'));
    expect(outcomeOf(away, 2)).toMatchObject({ kind: 'wait', bug: false, pauseMs: 4_000 });
  });

  test('a defect of ours is logged as one and never spins', () => {
    expect(outcomeOf(new TypeError('x is undefined'), 0)).toMatchObject({ kind: 'wait', bug: true, pauseMs: 1_000 });
    expect(outcomeOf(new TypeError('x is undefined'), 50)).toMatchObject({ pauseMs: 300_000 });
  });
});
