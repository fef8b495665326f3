import { expect, test } from 'vitest';
import { backfillState } from './backfill-state';

const view = { connectedAt: new Date(0), days: 7, isReading: false, total: 5, settled: 5, imported: 4, failing: 0 };

test.each([
  ['not_chosen', { days: null }],
  ['running', { isReading: true }],
  ['running', { settled: 4 }],
  ['finished', {}],
  ['none', { days: 0, total: 0, settled: 0 }],
] as const)('R10.14 orders from before the connection: %s', (state, more) => {
  expect(backfillState({ ...view, ...more })).toBe(state);
});
