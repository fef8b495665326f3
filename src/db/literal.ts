import type { Prisma } from './generated/client';

/** Sessions take backslashes as they are (src/db/client.ts). A batch's figures are 100 kB: the driver's own goes letter by letter. */
const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A text as an element of an array; letter by letter only where it must be. */
export const arrayElement = (text: string): string =>
  `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, '\\$&') : text}"`;

/** A list of texts as one value: hundreds of them would each be parsed, planned and walked as an expression of its own. */
const textsLiteral = (texts: readonly string[]): string => textLiteral(`{${texts.map(arrayElement).join(',')}}`);

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** A value as PostgreSQL writes it; of a list the statement names the type. @throws TypeError for what no question of ours holds */
function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return `(${value})`;
  if (typeof value === 'number' && Number.isFinite(value)) return `(${value})`;
  if (value instanceof Date) return textLiteral(value.toISOString());
  if (areTexts(value)) return textsLiteral(value);
  throw new TypeError(`no literal for ${typeof value}`);
}

/** A statement with its values in it. */
export const withLiterals = ({ strings, values }: Prisma.Sql): string =>
  strings.map((text, at) => (at === 0 ? text : literal(values[at - 1]) + text)).join('');
