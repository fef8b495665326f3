import type { Prisma } from './generated/client';

/** Sessions take backslashes as they are (src/db/client.ts). A batch's figures are 100 kB: the driver's own goes letter by letter. */
const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A value as PostgreSQL writes it. @throws TypeError for what no question of ours holds */
function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return `(${value})`;
  if (typeof value === 'number' && Number.isFinite(value)) return `(${value})`;
  if (value instanceof Date) return textLiteral(value.toISOString());
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
  throw new TypeError(`no literal for ${typeof value}`);
}

/** A statement with its values in it. */
export const withLiterals = ({ strings, values }: Prisma.Sql): string =>
  strings.map((text, at) => (at === 0 ? text : literal(values[at - 1]) + text)).join('');
