import type { Context } from 'hono';

export type Form = { get(name: string): string; all(name: string): string[] };

export async function readForm(c: Context): Promise<Form> {
  const form = new URLSearchParams(await c.req.text());
  return { get: (name) => form.get(name) ?? '', all: (name) => form.getAll(name) };
}

/** Undefined when the field was left empty or holds no figure. */
export function figure(text: string): number | undefined {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
}
