import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULT_KINDS } from '@/sandbox/core/faults';
import { COMMON_DAYS, expectedOutcome, spansOf } from './faults';

const days = (name: string) => {
  const day = COMMON_DAYS[name];
  if (day === undefined) throw new RangeError(name);
  return day;
};

test('every kind of fault that the sandbox knows has its tests', () => {
  const common = Object.values(COMMON_DAYS).map((day) => day.kind);
  const files = ['lazada/faults.test.ts', 'lazada/batches.test.ts', 'haravan/faults.test.ts'];
  const own = files.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), 'utf8');
    return [...text.matchAll(/kind: '([\w-]+)'/g)].map((match) => match[1]);
  });
  expect(FAULT_KINDS.filter((kind) => ![...common, ...own].includes(kind))).toEqual([]);
});

test.each([
  ['status 500', 'read', false, 'done', true],
  ['status 500', 'read', true, 'unavailable', false],
  ['status 500', 'once', false, 'ambiguous', false],
  ['an answer lost after the effect', 'once', false, 'ambiguous', true],
  ['an answer lost after the effect', 'repeatable', false, 'done', true],
  ['too many calls', 'read', false, 'throttled', false],
  ['a token that ended', 'once', false, 'unauthorized', false],
] as const)('%s at a call of effect %s (it lasts: %s): %s, acted: %s', (name, effect, lasts, outcome, acted) => {
  expect(expectedOutcome(days(name), { effect }, lasts)).toEqual({ outcome, acted });
});

test('an empty body is an answer where one may be empty', () => {
  const day = days('an empty body');
  expect(expectedOutcome(day, { effect: 'once', mayBeEmpty: true }, false)).toEqual({ outcome: 'done', acted: true });
  expect(expectedOutcome(day, { effect: 'once' }, false)).toEqual({ outcome: 'ambiguous', acted: true });
});

test('a day that lasts is tried only where a repeat could have helped', () => {
  expect(spansOf(days('status 500'), { effect: 'read' })).toEqual([false, true]);
  expect(spansOf(days('status 500'), { effect: 'once' })).toEqual([false]);
  expect(spansOf(days('too many calls'), { effect: 'read' })).toEqual([false]);
});
