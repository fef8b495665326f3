import { z } from 'zod';

/**
 * Lenient in type, strict in meaning: platforms send `"1"`, `1`, `1.0`, `"true"` and `""` for the same thing
 * (lazada.md §9.7, haravan.md §2.1), and a value that means none of these is refused.
 */

/** An id as text. Numbers that lost digits (above 2^53) are refused. */
export const id = z.union([z.string().trim().min(1), z.int().nonnegative()]).transform(String);

/** Text as sent, '' included; numbers and booleans are written out. */
export const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** A finite amount: `2000.0`, `"92000.00"`, `600000.0000`. */
export const amount = z.union([z.number(), z.string().trim().regex(DECIMAL).transform(Number).refine(Number.isFinite)]);

/** A whole number of units. */
export const count = amount.refine(Number.isSafeInteger, 'not a whole number');

const FLAGS = new Map<unknown, boolean>([
  [true, true],
  [1, true],
  ['1', true],
  ['true', true],
  ['yes', true],
  [false, false],
  [0, false],
  ['0', false],
  ['false', false],
  ['no', false],
  ['', false],
  [null, false],
  [undefined, false],
]);

/** Absent, empty and null are false. */
export const flag = z
  .unknown()
  .optional()
  .transform((value, context) => {
    const key = typeof value === 'string' ? value.trim().toLowerCase() : value;
    const known = FLAGS.get(key);
    if (known === undefined) context.addIssue({ code: 'custom', message: 'not a yes or no' });
    return known ?? false;
  });

/** '' and null mean that the field is not there. */
export function absentable<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());
}

/** '' , null and a missing field are 0. */
export const amountOrZero = absentable(amount).transform((value) => value ?? 0);
export const countOrZero = absentable(count).transform((value) => value ?? 0);
export const optionalId = absentable(id);
export const optionalText = absentable(text);
