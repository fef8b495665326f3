import { Prisma } from './generated/client';
import { arrayElement } from './literal';

type Value = string | number | boolean | Date | null | undefined;
type Type = 'text' | 'int' | 'numeric' | 'boolean' | 'timestamptz';
/** A column by its name: what PostgreSQL calls its type, and where its value is. */
type Columns<Row> = Record<string, readonly [type: Type, of: (row: Row) => Value]>;

/** Times of a batch are mostly one and the same. */
function createInstants(): (at: Date) => string {
  let last = Number.NaN;
  let text = '';
  return (at) => {
    if (at.getTime() !== last) text = at.toISOString();
    last = at.getTime();
    return text;
  };
}

function column<Row>(rows: readonly Row[], type: Type, of: (row: Row) => Value): Prisma.Sql {
  const instant = createInstants();
  const element = (row: Row): string => {
    const value = of(row);
    if (value === null || value === undefined) return 'NULL';
    if (typeof value === 'string') return arrayElement(value);
    return value instanceof Date ? instant(value) : String(value);
  };
  return Prisma.sql`${`{${rows.map(element).join(',')}}`}::${Prisma.raw(type)}[]`;
}

const namesOf = (names: readonly string[]) => Prisma.raw(names.map((name) => `"${name}"`).join(', '));

/**
 * Rows as `SELECT … FROM` takes them, named r, in their order. An array for each column: of a list of JSON objects PostgreSQL makes a hash
 * table for each row, which cost more than what was done with it.
 * @param json one column more, of whatever JSON, which comes as its text: so it is looked through once, where it is made JSON
 */
export function rowsAsTable<Row>(
  rows: readonly Row[],
  columns: Columns<Row>,
  json?: { name: string; of: (row: Row) => unknown },
): Prisma.Sql {
  const arrays = Object.values(columns).map(([type, of]) => column(rows, type, of));
  const table = Prisma.sql`unnest(${Prisma.join(arrays, ', ')})`;
  const names = Object.keys(columns);
  if (json === undefined) return Prisma.sql`${table} AS r (${namesOf(names)})`;
  // No line ends within JSON of one line.
  const lines = Prisma.sql`string_to_table(${rows.map((row) => JSON.stringify(json.of(row))).join('\n')}, chr(10))`;
  return Prisma.sql`ROWS FROM (${table}, ${lines}) AS r (${namesOf([...names, json.name])})`;
}
