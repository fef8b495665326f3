import { describe, expect, test } from 'vitest';
import { syncs, transition } from './lifecycle';

describe('R1.4 and R5.1 states of a connection', () => {
  test.each([
    ['active', 'connect', 'active'],
    ['active', 'reauthorize', 'active'],
    ['active', 'expire', 'expired'],
    ['active', 'disconnect', 'disconnected'],
    ['expired', 'connect', 'active'],
    ['expired', 'reauthorize', 'active'],
    ['expired', 'expire', 'expired'],
    ['expired', 'disconnect', 'disconnected'],
    ['disconnected', 'connect', 'active'],
    ['disconnected', 'expire', 'disconnected'],
    ['disconnected', 'disconnect', 'disconnected'],
  ] as const)('%s, %s → %s', (from, event, state) => {
    expect(transition(from, event)).toEqual({ kind: 'to', state });
  });

  test('R5.2 a disconnected shop is not re-authorized but connected again', () => {
    expect(transition('disconnected', 'reauthorize')).toEqual({ kind: 'refuse', because: 'disconnected' });
  });

  test.each([
    ['active', true],
    ['expired', false],
    ['disconnected', false],
  ] as const)('%s syncs: %s', (state, yes) => {
    expect(syncs(state)).toBe(yes);
  });
});
