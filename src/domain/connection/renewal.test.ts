import { describe, expect, test } from 'vitest';
import { decideRenewal, haravanRenewalDueAt, type RenewalFacts, renewalDueAt } from './renewal';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function facts(more: Partial<RenewalFacts> = {}): RenewalFacts {
  return {
    authorizedAtMs: 0,
    accessIssuedAtMs: 0,
    accessExpiresAtMs: 30 * DAY,
    refreshExpiresAtMs: 180 * DAY,
    refreshSupported: true,
    ...more,
  };
}

describe('R1.4 access is renewed long before it lapses', () => {
  test.each([
    ['30 days', 30 * DAY, 28 * DAY],
    ['7 days', 7 * DAY, 5 * DAY],
    ['4 days', 4 * DAY, 2 * DAY],
    ['1 day', DAY, 12 * HOUR],
    ['10 seconds', 10_000, 5_000],
    ['a life already over', -DAY, -DAY],
  ])('a life of %s', (_case, lifeMs, dueAt) => {
    expect(renewalDueAt(facts({ accessExpiresAtMs: lifeMs }))).toBe(dueAt);
  });

  test.each([
    ['not yet', {}, 28 * DAY - 1, { kind: 'wait', untilMs: 28 * DAY }],
    ['now', {}, 28 * DAY, { kind: 'renew' }],
    ['late, and still possible', {}, 40 * DAY, { kind: 'renew' }],
    ['after the refresh token ended', {}, 180 * DAY, { kind: 'cannot', because: 'refresh_token_ended' }],
    ['a refresh token without a date', { refreshExpiresAtMs: null }, 200 * DAY, { kind: 'renew' }],
    [
      'where refresh is not supported',
      { refreshSupported: false },
      29 * DAY,
      { kind: 'cannot', because: 'unsupported' },
    ],
  ] as const)('%s', (_case, more, nowMs, renewal) => {
    expect(decideRenewal(facts(more), nowMs)).toEqual(renewal);
  });
});

describe('R1.4 Haravan access', () => {
  test.each([
    ['a month: an hour before its end', 30 * 24 * 60, 30 * 24 * 60 - 60],
    ['an hour: at its half, not every second', 60, 30],
    ['ten minutes: at its half', 10, 5],
    ['over already: at once', 0, 0],
  ])('%s', (_what, lifeMinutes, dueMinutes) => {
    expect(haravanRenewalDueAt(0, lifeMinutes * 60_000)).toBe(dueMinutes * 60_000);
  });
});
