import { businessRefusal } from '../api-refusal';
import type { Params } from '../params';

const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

/** ISO 8601 with an offset, as ms. Code 17 otherwise: a `+` that was not escaped in a URL ends here as well. */
export function readDate(params: Params, name: string): number | undefined {
  const text = params.get(name);
  if (!text) return undefined;
  const at = ISO_WITH_OFFSET.test(text) ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
  if (Number.isNaN(at)) throw businessRefusal(17, `"${text}" Invalid Date Format`);
  return at;
}

export type Period = { after: number | undefined; before: number | undefined };

export function readPeriod(params: Params, afterName: string, beforeName: string): Period {
  return { after: readDate(params, afterName), before: readDate(params, beforeName) };
}

/** Both ends count: nothing says otherwise (lazada.md §22). */
export function isWithin(at: number, { after, before }: Period): boolean {
  return (after === undefined || at >= after) && (before === undefined || at <= before);
}
