import { expect, test } from 'vitest';
import { withLiterals } from './literal';
import { rowsAsTable } from './rows-as-table';

type Row = { name: string | null; count?: number; at: Date; isNew: boolean; why: unknown };
const COLUMNS = {
  name: ['text', (row: Row) => row.name],
  count: ['int', (row: Row) => row.count],
  at: ['timestamptz', (row: Row) => row.at],
  isNew: ['boolean', (row: Row) => row.isNew],
} as const;

const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 4, minute));
const rows: Row[] = [
  { name: 'Áo "đỏ", {M}', count: 0, at: at(1), isNew: true, why: { it: "isn't\n" } },
  { name: null, at: at(1), isNew: false, why: null },
  { name: 'a\\b', count: -2, at: at(2), isNew: false, why: [] },
  { name: 'NULL', at: at(1), isNew: false, why: 1 },
];

test('each column is an array, whatever is in its texts', () => {
  expect(withLiterals(rowsAsTable(rows, COLUMNS))).toBe(
    [
      String.raw`unnest('{"Áo \"đỏ\", {M}",NULL,"a\\b","NULL"}'::text[], `,
      "'{0,NULL,-2,NULL}'::int[], ",
      "'{2026-12-01T04:01:00.000Z,2026-12-01T04:01:00.000Z,2026-12-01T04:02:00.000Z,2026-12-01T04:01:00.000Z}'::timestamptz[], ",
      `'{true,false,false,false}'::boolean[]) AS r ("name", "count", "at", "isNew")`,
    ].join(''),
  );
});

test('what is JSON comes beside them, one line a row', () => {
  const table = withLiterals(rowsAsTable(rows, { name: COLUMNS.name }, { name: 'why', of: (row) => row.why }));
  expect(table).toContain(`), string_to_table('{"it":"isn''t\\n"}\nnull\n[]\n1', chr(10))) AS r ("name", "why")`);
  expect(table.startsWith('ROWS FROM (unnest(')).toBe(true);
});

test('no rows are an empty table', () => {
  expect(withLiterals(rowsAsTable([] as Row[], { name: COLUMNS.name }))).toBe(`unnest('{}'::text[]) AS r ("name")`);
});
