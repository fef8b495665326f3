import { describe, expect, test } from 'vitest';
import { tallyOf } from './vitest-run';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

describe('R9.5 npm test counts', () => {
  test('what passed and what failed', () => {
    expect(tallyOf(report, true)).toEqual({ passed: 5, failed: 0 });
    expect(tallyOf({ ...report, numFailedTests: 2 }, false)).toEqual({ passed: 5, failed: 2 });
  });

  test('a skipped test as failed', () => {
    expect(tallyOf({ ...report, numPendingTests: 1, numTodoTests: 1 }, true)).toEqual({ passed: 5, failed: 2 });
  });

  test('a run that broke outside of any test as one failure', () => {
    expect(tallyOf(report, false)).toEqual({ passed: 5, failed: 1 });
    expect(tallyOf(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });
});
