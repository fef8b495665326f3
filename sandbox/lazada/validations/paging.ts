import { businessRefusal } from '../api-refusal';
import type { Params } from '../params';

/** Codes 19 and 14 (lazada.md §6.1, §9.1). */
export function readLimit(params: Params, max: number, fallback: number): number {
  const text = params.get('limit');
  if (!text) return fallback;
  const limit = wholeNumber(text);
  if (limit === undefined || limit < 1 || limit > max) throw businessRefusal(19, `"${text}" Invalid Limit`);
  return limit;
}

export function readOffset(params: Params, max: number): number {
  const text = params.get('offset');
  if (!text) return 0;
  const offset = wholeNumber(text);
  if (offset === undefined || offset > max) throw businessRefusal(14, `"${text}" Invalid Offset`);
  return offset;
}

function wholeNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
