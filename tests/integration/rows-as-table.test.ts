import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { Prisma } from '@/src/db/generated/client';
import { rowsAsTable } from '@/src/db/rows-as-table';
import { type FreshDatabase, freshDatabase } from './database';

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

test('PostgreSQL reads rows as they were given, both as literals and as parameters', async () => {
  const at = new Date('2026-12-01T04:01:02.003Z');
  const rows = [
    { name: 'Áo "đỏ", {M} \\ \'S\'', price: 1.5, at, why: { it: "isn't\nso" } },
    { name: null, price: null, at: null, why: [1] },
    { name: 'NULL', price: -2, at, why: 'x' },
    { name: '', price: 0, at, why: {} },
  ];
  type Row = (typeof rows)[number];
  const columns = {
    name: ['text', (row: Row) => row.name],
    price: ['numeric', (row: Row) => row.price],
    at: ['timestamptz', (row: Row) => row.at],
  } as const;
  const table = rowsAsTable(rows, columns, { name: 'why', of: (row) => row.why });
  const statement = Prisma.sql`SELECT name, price::float8 AS price, at, why::json FROM ${table}`;
  const merchantId = randomUUID();
  expect(await database.door.ask(merchantId, statement)).toEqual(rows);
  expect(await database.door(merchantId, (tx) => tx.$queryRaw(statement))).toEqual(rows);
});
