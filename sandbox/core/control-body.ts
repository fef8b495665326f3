import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** The JSON body of a control call, an absent one read as `{}`. Anything else that does not fit is a 400 that says why. */
export async function readControlBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S>> {
  const parsed = schema.safeParse(parseJson(await c.req.text()));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new HTTPException(400, { message: `${first?.path.join('.') || 'body'}: ${first?.message ?? 'not accepted'}` });
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new HTTPException(400, { message: 'body: not JSON' });
  }
}
