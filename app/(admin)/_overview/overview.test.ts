import { describe, expect, test } from 'vitest';
import { setupSteps } from './setup-steps';
import { statusLine } from './status-line';

const NOW = Date.UTC(2026, 10, 23, 5);
const well = {
  status: 'active' as const,
  ordersFeedAt: new Date(NOW - 4_000),
  ordersCursor: new Date(NOW - 2 * 86_400_000),
  ordersFeedError: null,
  ordersWaiting: 0,
  issues: 0,
  published: 3,
  waiting: 0,
  pushPrice: true,
  pushQuantity: true,
};

describe('R10.1 the home page says in one line how things are', () => {
  test.each([
    [{ status: 'expired' as const, issues: 4 }, 'expired'],
    [{ ordersFeedAt: null }, 'feed_never'],
    [{ ordersFeedAt: new Date(NOW - 3_600_000), issues: 9 }, 'feed_stale'],
    [{ ordersFeedAt: new Date(NOW - 30 * 3_600_000), ordersCursor: new Date(NOW - 20 * 3_600_000) }, 'catching_up'],
    [{ ordersFeedAt: new Date(NOW - 30 * 3_600_000), ordersFeedError: 'HTTP 503' }, 'feed_stale'],
    [{ ordersWaiting: 120 }, 'importing'],
    [{ issues: 2 }, 'issues'],
    [{ published: 0 }, 'nothing_published'],
    [{ pushPrice: false, pushQuantity: false }, 'switched_off'],
    [{ waiting: 12 }, 'working'],
    [{}, 'well'],
  ])('%o says %s', (change, kind) => expect(statusLine({ ...well, ...change }, NOW).kind).toBe(kind));

  test('the set-up list is there until everything is done', () => {
    const fresh = { published: 0, linked: 0, pushPrice: false, pushQuantity: false, settingsSaved: false };
    expect(setupSteps(fresh).map((step) => step.done)).toEqual([true, false, false, false, false]);
    expect(setupSteps({ ...fresh, published: 5, linked: 4, pushQuantity: true })).toEqual([]);
  });
});
