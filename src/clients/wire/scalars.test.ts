import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { absentable, amount, amountOrZero, count, flag, id, optionalText } from './scalars';

describe('lenient in type, strict in meaning', () => {
  it.each([
    ['525106346980318', '525106346980318'],
    [525106346980318, '525106346980318'],
    [' 12 ', '12'],
  ])('reads the id %j', (sent, meant) => {
    expect(id.parse(sent)).toBe(meant);
  });

  it.each(['', '  ', 1.5, -1, 2 ** 53, null, undefined, {}, Number.NaN])('refuses the id %j', (sent) => {
    expect(id.safeParse(sent).success).toBe(false);
  });

  it.each([
    [2000.0, 2000],
    ['92000.00', 92000],
    ['-0.62', -0.62],
    [' 7 ', 7],
  ])('reads the amount %j', (sent, meant) => {
    expect(amount.parse(sent)).toBe(meant);
  });

  it.each(['1,000', '12 VND', '0x10', '1e3', 'NaN', Number.POSITIVE_INFINITY, true, [], '9'.repeat(400)])(
    'refuses the amount %j',
    (sent) => {
      expect(amount.safeParse(sent).success).toBe(false);
    },
  );

  it('reads whole numbers only as counts', () => {
    expect(count.parse('5')).toBe(5);
    expect(count.safeParse(1.5).success).toBe(false);
  });

  it.each([
    [true, true],
    ['TRUE', true],
    [1, true],
    ['0', false],
    ['', false],
    [null, false],
    [undefined, false],
  ])('reads the flag %j as %j', (sent, meant) => {
    expect(flag.parse(sent)).toBe(meant);
  });

  it.each(['maybe', 2, {}, []])('refuses the flag %j', (sent) => {
    expect(flag.safeParse(sent).success).toBe(false);
  });

  it('takes empty, null and missing for absent', () => {
    const row = z.object({ a: optionalText, b: absentable(amount), c: amountOrZero, d: flag });
    expect(row.parse({ a: '', b: null })).toEqual({ a: undefined, b: undefined, c: 0, d: false });
  });
});
