import { describe, expect, test } from 'vitest';
import { formatCount, formatDong, parseDong } from './money';
import { formatAge, formatClock, formatLeft, formatTime } from './time';

describe('R6.1 figures and times as merchants read them', () => {
  test('đồng with dots and a no-break space before the sign', () => {
    expect(formatDong(1_234_567)).toBe('1.234.567\u00a0₫');
    expect(formatDong(0)).toBe('0\u00a0₫');
    expect(formatCount(4812)).toBe('4.812');
  });

  test.each([
    ['1.234.567', 1_234_567],
    ['1234567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['150.000 ₫', 150_000],
    ['1.5', null],
    ['12.34.567', null],
    ['mười', null],
    ['', null],
  ])('reads %s as %s', (text, amount) => expect(parseDong(text)).toBe(amount));

  test('dd/mm/yyyy HH:mm in Vietnam, whatever the zone of the machine', () => {
    expect(formatTime(new Date('2026-03-05T17:04:00Z'))).toBe('06/03/2026 00:04');
    expect(formatClock(new Date('2026-03-05T05:03:21Z'))).toBe('12:03:21');
  });

  test.each([
    [500, 'vừa xong'],
    [4_000, '4 giây trước'],
    [37 * 60_000, '37 phút trước'],
    [2 * 3_600_000, '2 giờ trước'],
    [3 * 86_400_000, '3 ngày trước'],
  ])('an age of %i ms reads %s', (ageMs, text) => expect(formatAge(ageMs, 'vi')).toBe(text));

  test.each([
    [3 * 3_600_000 + 20 * 60_000, 'còn 3 giờ 20 phút'],
    [2 * 86_400_000 + 5 * 3_600_000 + 60_000, 'còn 2 ngày 5 giờ'],
    [30_000, 'còn 0 phút'],
    [-2 * 3_600_000, 'quá hạn 2 giờ'],
  ])('R10.9 a deadline %i ms away reads %s', (leftMs, text) => expect(formatLeft(leftMs, 'vi')).toBe(text));
});
