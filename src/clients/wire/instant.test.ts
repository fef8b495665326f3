import { describe, expect, it } from 'vitest';
import { optionalVietnamInstant, parseInstant, utcInstant, vietnamInstant } from './instant';
import { wallTime } from './local-time';

const meant = '2023-11-29T15:23:20.000Z';

describe('parseInstant', () => {
  it.each([
    ['2023-11-29 22:23:20 +0700'],
    ['2023-11-29T22:23:20+07:00'],
    ['2023-11-29 22:23:20'],
    ['2023-11-29T15:23:20Z'],
    ['2023-11-29T15:23:20.0001234Z'],
    ['1701271400'],
    [1701271400],
    ['1701271400000'],
    [1701271400000],
  ])('reads %j', (sent) => {
    expect(vietnamInstant.parse(sent).toISOString()).toBe(meant);
  });

  it('takes a time without offset as the platform means it', () => {
    expect(vietnamInstant.parse('2026-07-25').toISOString()).toBe('2026-07-24T17:00:00.000Z');
    expect(utcInstant.parse('2026-07-25 08:30').toISOString()).toBe('2026-07-25T08:30:00.000Z');
  });

  it('keeps a tenth of a second', () => {
    expect(utcInstant.parse('2021-05-13T07:29:20.1Z').getUTCMilliseconds()).toBe(100);
  });

  it.each(['2026-02-31', '2026-13-01', '2026-01-01 25:00:00', 'soon', '', '12', true, {}, -5, Number.NaN])(
    'refuses %j',
    (sent) => {
      expect(parseInstant(sent, 0)).toBeUndefined();
    },
  );

  it.each(['', null, undefined, 0, '0'])('takes %j for never', (sent) => {
    expect(optionalVietnamInstant.parse(sent)).toBeUndefined();
  });
});

describe('wallTime', () => {
  it('writes the wall clock of another zone', () => {
    expect(wallTime(new Date('2026-08-21T17:00:00.900Z'), 7)).toBe('2026-08-22T00:00:00');
  });
});
