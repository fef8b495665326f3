import { expect, test } from 'vitest';
import { createClock } from '../core/clock';
import { createCallLimiter } from './call-limit';
import { DEFAULT_MODES } from './modes';

test('counts each seller by the second, and not at all without a limit', () => {
  const platform = {
    clock: createClock(0, () => 0),
    modes: { ...DEFAULT_MODES, sellerCallsPerSecond: 2 as number | null },
  };
  const limiter = createCallLimiter(platform);
  limiter.count('a');
  limiter.count('a');
  limiter.count('b');
  expect(() => limiter.count('a')).toThrow('this ban will last 1 seconds');
  platform.clock.advance(1_000);
  limiter.count('a');
  platform.modes.sellerCallsPerSecond = null;
  for (let i = 0; i < 10; i++) limiter.count('a');
});
