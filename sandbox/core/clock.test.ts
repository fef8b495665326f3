import { expect, test, vi } from 'vitest';
import { createClock } from './clock';

test('runs on with its source from where it was started', () => {
  let real = 1_000;
  const clock = createClock(50_000, () => real);
  real += 7;
  expect(clock.now()).toBe(50_007);
});

test('advance and set move it, reset puts it back on its first course', () => {
  let real = 1_000;
  const clock = createClock(undefined, () => real);
  clock.advance(500);
  expect(clock.now()).toBe(1_500);
  clock.set(9_000);
  real += 1;
  expect(clock.now()).toBe(9_001);
  clock.reset();
  expect(clock.now()).toBe(1_001);
});

test('tells listeners of every jump until they stop listening', () => {
  const clock = createClock(0, () => 0);
  const listener = vi.fn();
  const stop = clock.onJump(listener);
  clock.advance(1);
  stop();
  clock.advance(1);
  expect(listener).toHaveBeenCalledTimes(1);
});
