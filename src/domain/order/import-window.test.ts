import { expect, test } from 'vitest';
import { BACKFILL_DAYS, backfillStart, importFromMs } from './import-window';

const DAY = 86_400_000;
const CONNECTED = 100 * DAY + 345;

test('R10.14 until the merchant chose, orders from before the connection stay out', () => {
  expect(importFromMs({ importFromMs: null, connectedAtMs: CONNECTED })).toBe(100 * DAY);
});

test.each(BACKFILL_DAYS)('R10.14 %d days: from as many days before the connection', (days) => {
  const from = backfillStart(CONNECTED, days);
  expect(importFromMs({ importFromMs: from, connectedAtMs: CONNECTED })).toBe((100 - days) * DAY);
});
