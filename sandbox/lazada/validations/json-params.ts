import { missingParameter } from '../api-refusal';
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

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
