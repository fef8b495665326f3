import { expect, test } from 'vitest';
import { COVERAGE } from './coverage';
import { ENDPOINTS } from './endpoints';

test('the table claims what is registered, and everything registered is in the table', () => {
  const claimed = Object.entries(COVERAGE).filter(([, coverage]) => coverage === 'supported');
  expect(claimed.map(([path]) => path).sort()).toEqual([...ENDPOINTS.keys()].sort());
});
