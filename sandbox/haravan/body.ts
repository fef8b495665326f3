import type { Context } from 'hono';
import { z } from 'zod';
import { Refusal } from './envelope';

/** Numbers come as numbers or as text. */
export const amount = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** `null`, an empty text and an absent field mean the same. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());
}

export const text = z.union([z.string(), z.number()]).transform(String);
export const flag = z.union([
  z.boolean(),
  z.literal('true').transform(() => true),
  z.literal('false').transform(() => false),
]);
export const nameValue = z.object({ name: z.string(), value: z.unknown() });
export const address = z.record(z.string(), z.unknown());

/** The body under its root key, if it has one. Not JSON is 400; a field of another type is 422 (haravan.md §2.2). */
export async function readBody<S extends z.ZodType>(c: Context, schema: S, root?: string): Promise<z.infer<S>> {
  const body = await readJson(c);
  const content = root === undefined ? body : (body as Record<string, unknown> | null)?.[root];
  if (root !== undefined && content === undefined) throw new Refusal(400, `Required parameter missing: ${root}`);
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) errors[path.join('.') || 'base'] = [message];
  throw new Refusal(422, errors);
}

async function readJson(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? '';
  const raw = await c.req.text();
  if (raw.trim() === '') return {};
  if (!type.includes('application/json')) throw new Refusal(400, 'Content-Type must be application/json');
  try {
    return JSON.parse(raw);
  } catch {
    throw new Refusal(400, 'Bad Request');
  }
}
