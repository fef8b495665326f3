import { z } from 'zod';
import { id } from './scalars';

/** A list element that could not be read. It is reported instead of spoiling the whole page (spec R8.4). */
export type UnreadableRow = {
  /** The row's own id where that much could be read. */
  id?: string;
  /** Which field, in our words; holds no values. */
  reason: string;
};

export type Rows<T> = { rows: T[]; unreadable: UnreadableRow[] };

/** `field.inner: message`, without any value of the row. */
export function issueSummary(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.map(String).join('.') || '(root)'}: ${issue.message}`)
    .join('; ');
}

/** Arrays also come as JSON text, as a single object, or empty as '' (lazada.md §5.2, §6.3). */
function toArray(value: unknown): unknown {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return parsedOrSelf(value);
  return typeof value === 'object' && !Array.isArray(value) ? [value] : value;
}

function parsedOrSelf(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return toArray(JSON.parse(value));
  } catch {
    return value;
  }
}

/** Every element must be readable. */
export function list<T extends z.ZodType>(element: T) {
  return z.preprocess(toArray, z.array(element));
}

function rowId(row: unknown, idField: string): string | undefined {
  if (typeof row !== 'object' || row === null) return undefined;
  return id.safeParse(Reflect.get(row, idField)).data;
}

/** Reads each element by itself; `idField` names an unreadable one. */
export function rows<T>(element: z.ZodType<T>, idField: string) {
  return z.preprocess(toArray, z.array(z.unknown())).transform((values): Rows<T> => {
    const result: Rows<T> = { rows: [], unreadable: [] };
    for (const value of values) {
      const read = element.safeParse(value);
      if (read.success) result.rows.push(read.data);
      else result.unreadable.push({ id: rowId(value, idField), reason: issueSummary(read.error) });
    }
    return result;
  });
}

/** The same where the list is the whole payload: a missing one is not an empty one. */
export function requiredRows<T>(element: z.ZodType<T>, idField: string) {
  const sent = z.unknown().refine((value): boolean => value !== undefined && value !== null, 'missing');
  return sent.pipe(rows(element, idField));
}

/** An overloaded platform answers success without data (lazada.md §4): no list and no count is not an empty list. */
export function announced<T>(fields: string[], schema: z.ZodType<T, Record<string, unknown>>) {
  const body = z.record(z.string(), z.unknown());
  return body
    .refine((sent): boolean => fields.some((field) => field in sent), `none of ${fields.join(', ')}`)
    .pipe(schema);
}
