import { expect, test } from 'vitest';
import { createIds } from './ids';

test('the same seed gives the same sequence, reseed starts it again', () => {
  const ids = createIds(42);
  const first = [ids.hex(8), ids.digits(6), ids.int(1, 6), ids.text(5)];
  const other = createIds(42);
  expect([other.hex(8), other.digits(6), other.int(1, 6), other.text(5)]).toEqual(first);
  ids.reseed();
  expect([ids.hex(8), ids.digits(6), ids.int(1, 6), ids.text(5)]).toEqual(first);
  expect(createIds(43).hex(8)).not.toBe(first[0]);
});

test('stays within its bounds and reaches both ends', () => {
  const ids = createIds(1);
  const rolls = Array.from({ length: 500 }, () => ids.int(1, 3));
  expect(new Set(rolls)).toEqual(new Set([1, 2, 3]));
  expect(ids.digits(15)).toMatch(/^[1-9]\d{14}$/);
});

test('shuffle keeps every element, pick refuses an empty list', () => {
  const ids = createIds(5);
  expect(ids.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  expect(() => ids.pick([])).toThrow(RangeError);
});

test('a fork draws nothing from its parent and starts again with it', () => {
  const [ids, alone] = [createIds(42), createIds(42)];
  const wire = ids.fork('wire');
  const drawn = [wire.hex(8), wire.hex(8)];
  expect(ids.hex(8)).toBe(alone.hex(8));
  expect(drawn).not.toContain(alone.hex(8));
  ids.reseed(43);
  expect(wire.hex(8)).not.toBe(drawn[0]);
  ids.reseed(42);
  expect([wire.hex(8), wire.hex(8)]).toEqual(drawn);
});
