import { expect, test } from 'vitest';
import { Prisma } from './generated/client';
import { withLiterals } from './literal';

test.each([
  [`it's`, `'it''s'`],
  [String.raw`a\'; DROP TABLE x --`, String.raw`'a\''; DROP TABLE x --'`],
  [-3, '(-3)'],
  [true, '(true)'],
  [null, 'NULL'],
  [new Date(0), `'1970-01-01T00:00:00.000Z'`],
  [['a', `b'`], `'{"a","b''"}'`],
  [[String.raw`a\"},{`, 'NULL', ''], String.raw`'{"a\\\"},{","NULL",""}'`],
  [[], `'{}'`],
])('R7.1 %s is written so that it stays a value', (value, written) => {
  expect(withLiterals(Prisma.sql`SELECT ${value}, 1`)).toBe(`SELECT ${written}, 1`);
});

test('parts of a statement are put in where they stand', () => {
  const condition = Prisma.sql`a = ${1} AND b = ${'x'}`;
  expect(withLiterals(Prisma.sql`SELECT 1 WHERE ${condition} LIMIT ${2}`)).toBe(
    `SELECT 1 WHERE a = (1) AND b = 'x' LIMIT (2)`,
  );
});

test.each([Number.NaN, undefined, { toString: () => '1' }, [1]])('%s is refused', (value) => {
  expect(() => withLiterals(Prisma.sql`SELECT ${value as never}`)).toThrow(TypeError);
});
