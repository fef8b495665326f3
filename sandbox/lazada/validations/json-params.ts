import type { z } from 'zod';
import { businessRefusal, missingParameter } from '../api-refusal';
import type { Params } from '../params';

export function requireParam(params: Params, name: string): string {
  const value = params.get(name);
  if (!value) throw missingParameter(name);
  return value;
}

/** Digits of an id list such as `[1, 2]` or `["1","2"]`; undefined when it is not one. */
export function parseIdList(text: string): string[] | undefined {
  const value = parseJson(text);
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const ids = value.map(String);
  return ids.every((id) => /^\d+$/.test(id)) ? ids : undefined;
}

/** A parameter that holds a JSON document (lazada.md §11.1). Code 5 when it cannot be understood. */
export function readJsonParam<S extends z.ZodType>(params: Params, name: string, schema: S): z.infer<S> {
  const parsed = schema.safeParse(parseJson(requireParam(params, name)));
  if (!parsed.success) throw businessRefusal(5, 'Invalid Request Format');
  return parsed.data;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
