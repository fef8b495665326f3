import { expect, test } from 'vitest';
import { createClock } from '../core/clock';
import { createCallLimiter } from './call-limit';
import { DEFAULT_MODES, type Modes } from './modes';

function limited(modes: Partial<Modes>) {
  const platform = { clock: createClock(0, () => 0), modes: { ...DEFAULT_MODES, ...modes } };
  const limiter = createCallLimiter(platform);
  return { platform, limiter, call: (path = '/seller/get', seller = 'a') => limiter.count(path, seller) };
}

test('counts each seller by the second, and not at all without a limit', () => {
  const { platform, call } = limited({ sellerCallsPerSecond: 2 });
  call();
  call();
  call('/seller/get', 'b');
  expect(call).toThrow('Seller access frequency exceeds the limit. this ban will last 1 seconds');
  platform.clock.advance(1_000);
  call();
  platform.modes.sellerCallsPerSecond = null;
  for (let i = 0; i < 10; i++) call();
});

test('counts each API over all sellers, and bans for as long as the message says', () => {
  const { platform, call } = limited({ apiCallsPerSecond: 1, banSeconds: 3 });
  call();
  expect(() => call('/seller/get', 'b')).toThrow(
    'Api access frequency exceeds the limit. this ban will last 3 seconds',
  );
  call('/orders/get');
  platform.clock.advance(1_000);
  expect(call).toThrow('this ban will last 2 seconds');
  platform.clock.advance(2_000);
  call();
});

test('stock APIs: fifty calls a second for each seller', () => {
  const { call } = limited({});
  for (let i = 0; i < 50; i++) call('/product/stock/sellable/update');
  expect(() => call('/product/stock/sellable/adjust')).toThrow('Seller access');
  call('/orders/get');
});

test("an app's daily quota ends with the day", () => {
  const { platform, limiter, call } = limited({ dailyQuota: 1 });
  call();
  expect(call).toThrow(`App access frequency exceeds the limit. this ban will last ${17 * 3_600} seconds`);
  platform.clock.advance(17 * 3_600_000);
  call();
  limiter.clear();
  call();
});
