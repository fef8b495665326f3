import { expect, it } from 'vitest';
import { time, timeWithoutZone } from './time';

const START = Date.parse('2026-03-10T02:00:00.000Z');
const shapes = Array.from({ length: 5_000 }, (_, step) => time(START + step * 7));

it('has 0 to 7 digits after the second, as answers do', () => {
  const lengths = new Set(shapes.map((text) => (/\.(\d+)Z$/.exec(text)?.[1] ?? '').length));
  expect([...lengths].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(shapes.filter((text) => /\.\d*0Z$/.test(text))).toEqual([]);
});

it('is the same moment to the millisecond, and later moments look later', () => {
  expect(shapes.map((text) => Date.parse(text))).toEqual(shapes.map((_, step) => START + step * 7));
  expect(time(START)).toBe(time(START));
});

it('pictures name no zone', () => {
  expect(timeWithoutZone(START)).not.toContain('Z');
});
