import type { Context } from 'hono';

/** Names and decoded values, as they are signed. */
export type Params = ReadonlyMap<string, string>;
/** A file part: `name` is that of the field. Its bytes are not signed (lazada.md §1.4). */
export type Upload = { name: string; type: string; bytes: number };
export type Request = { params: Params; files: Upload[] };

const SYSTEM_PARAMS = new Set([
  'app_key',
  'timestamp',
  'sign_method',
  'access_token',
  'sign',
  'partner_id',
  'debug',
  'format',
]);

/**
 * The pool of parameters of a request in any of the layouts of lazada.md §1.2: query, form fields, text fields of
 * a multipart body (files are left out), and a JSON body where the query carries no business parameter.
 */
export async function readParams(c: Context): Promise<Request> {
  const pool = new Map(new URL(c.req.url).searchParams);
  const type = c.req.header('content-type') ?? '';
  if (c.req.method !== 'POST') return { params: pool, files: [] };
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) return addForm(pool, c);
  const hasBusinessParams = [...pool.keys()].some((key) => !SYSTEM_PARAMS.has(key));
  const isJson = /^application\/json/i.test(type) && !hasBusinessParams;
  return { params: isJson ? addJson(pool, await c.req.text()) : pool, files: [] };
}

async function addForm(pool: Map<string, string>, c: Context): Promise<Request> {
  const form = await c.req.formData().catch(() => new FormData());
  const files: Upload[] = [];
  for (const [name, value] of form) {
    if (typeof value === 'string') pool.set(name, value);
    else files.push({ name, type: value.type, bytes: value.size });
  }
  return { params: pool, files };
}

function addJson(pool: Map<string, string>, text: string): Params {
  for (const [key, value] of Object.entries(parseObject(text))) {
    pool.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return pool;
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
