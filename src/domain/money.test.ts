import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atLeastZero, dong, isDong, minDong, subtractDong, sumDong, toDong } from './money';

describe('đồng', () => {
  test.each([0, 1, 105_100, -4_600, 999_999_999_999])('%d is whole', (amount) => {
    expect(toDong(amount)).toBe(amount);
    expect(isDong(amount)).toBe(true);
  });

  test.each([0.5, 105_100.01, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no đồng', (amount) => {
    expect(toDong(amount)).toEqual({ fraction: amount });
    expect(() => dong(amount)).toThrow(RangeError);
  });

  test('minus zero is zero', () => {
    expect(toDong(-0)).toBe(0);
  });

  test('sums and differences stay whole', () => {
    const amounts = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(dong));
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = sumDong(parts);
        expect(parts.reduce((left, part) => subtractDong(left, part), total)).toBe(0);
      }),
    );
  });

  test('bounds', () => {
    expect(minDong(dong(3), dong(2))).toBe(2);
    expect(atLeastZero(dong(-1))).toBe(0);
    expect(atLeastZero(dong(7))).toBe(7);
  });
});
