import { expect, test } from 'vitest';
import { pollIntervalMs } from './poll-interval';

const NOW = 100_000_000;
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

test.each([
  ['no push ever', null, null, 60_000],
  ['a push a minute ago', minutesAgo(1), null, 180_000],
  ['the last push long ago', minutesAgo(16), null, 60_000],
  ['a push, but a poll found what none told', minutesAgo(1), minutesAgo(5), 60_000],
  ['a miss long ago, pushes since', minutesAgo(1), minutesAgo(16), 180_000],
])('R4.7 asked for without a push: %s', (_title, pushedAtMs, missedAtMs, intervalMs) => {
  expect(pollIntervalMs(60_000, { pushedAtMs, missedAtMs }, NOW)).toBe(intervalMs);
});
