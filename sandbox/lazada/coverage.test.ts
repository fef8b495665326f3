import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COVERAGE, coverageFigures } from './coverage';
import { ENDPOINTS } from './endpoints';

const answered = Object.entries(COVERAGE).flatMap(([path, row]) =>
  row.status === 'absent' ? [] : row.tests.map((file) => [path, file] as const),
);

test('the table claims what is registered, and everything registered is in the table', () => {
  const claimed = new Set(answered.map(([path]) => path));
  expect([...claimed].sort()).toEqual([...ENDPOINTS.keys()].sort());
});

test('every operation that is answered has a test, and that test calls it', () => {
  const idle = answered.filter(([path, file]) => {
    const url = new URL(file, import.meta.url);
    return !existsSync(url) || !new RegExp(`['"\`]${path}['"\`]`).test(readFileSync(url, 'utf8'));
  });
  expect(idle).toEqual([]);
});

test('whatever is less than supported says why, and everything where it is described', () => {
  for (const row of Object.values(COVERAGE)) {
    expect(row.section).toMatch(/^§\d/);
    if (row.status !== 'supported') expect(row.why.length).toBeGreaterThan(10);
  }
});

test('the figures add up', () => {
  const { total, supported, partial, absent } = coverageFigures();
  console.info(`Lazada operations: ${total}, supported ${supported}, partial ${partial}, absent ${absent}`);
  expect(supported + partial + absent).toBe(total);
  expect(supported).toBeGreaterThan(25);
});
