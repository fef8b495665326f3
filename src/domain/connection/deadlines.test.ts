import { describe, expect, test } from 'vitest';
import { type AccessFacts, accessDeadline, daysLeft, dueWarning, type WarningDays } from './deadlines';

const DAY = 86_400_000;

function facts(more: Partial<AccessFacts>): AccessFacts {
  return {
    authorizedAtMs: 0,
    accessExpiresAtMs: 30 * DAY,
    refreshExpiresAtMs: 180 * DAY,
    refreshSupported: true,
    ...more,
  };
}

describe('R1.4 the date until which to re-authorize', () => {
  test.each([
    ['an online app: 180 days', {}, 180, 'refresh_token'],
    ['a test app: 14 days', { accessExpiresAtMs: 7 * DAY, refreshExpiresAtMs: 14 * DAY }, 14, 'refresh_token'],
    ['a token that outlives the consent', { refreshExpiresAtMs: 400 * DAY }, 365, 'consent'],
    ['a token without a date', { refreshExpiresAtMs: null }, 365, 'consent'],
    ['no refresh: the subscription', { refreshSupported: false, accessExpiresAtMs: 90 * DAY }, 90, 'access_token'],
    ['no refresh, a long subscription', { refreshSupported: false, accessExpiresAtMs: 700 * DAY }, 365, 'consent'],
  ] as const)('%s', (_case, more, days, because) => {
    expect(accessDeadline(facts(more))).toEqual({ atMs: days * DAY, because });
  });
});

describe('R1.4 warnings 30, 7 and 1 days before', () => {
  test.each([
    [31 * DAY, [], null],
    [30 * DAY + 1, [], null],
    [30 * DAY, [], 30],
    [8 * DAY, [30], null],
    [7 * DAY, [30], 7],
    [5 * DAY, [], 7],
    [2 * DAY, [30, 7], null],
    [DAY, [30, 7], 1],
    [1, [30, 7], 1],
    [DAY, [30, 7, 1], null],
    [20 * DAY, [7], null],
    [0, [], null],
    [-DAY, [], null],
  ] as const)('%d ms before, given %j → %s', (leftMs, given, warning) => {
    expect(dueWarning(100 * DAY, 100 * DAY - leftMs, given as readonly WarningDays[])).toBe(warning);
  });

  test.each([
    [DAY, 1],
    [DAY + 1, 2],
    [1, 1],
    [0, 0],
    [-DAY, 0],
  ])('%d ms is %d days left', (leftMs, days) => {
    expect(daysLeft(leftMs, 0)).toBe(days);
  });
});
