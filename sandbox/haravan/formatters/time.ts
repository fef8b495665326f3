/**
 * ISO in UTC with 0 to 7 digits after the second (haravan.md §2.1: `20.1Z`, `43.2513479Z`). What is finer than a
 * millisecond is made up from the moment itself, so that equal moments look equal and later ones look later.
 */
export function time(at: number): string {
  if (at !== last.at) last = { at, text: spelled(at) };
  return last.text;
}

/** One moment is often asked for again: a product and its variants were made together. */
let last = { at: Number.NaN, text: '' };

function spelled(at: number): string {
  const finer = Math.imul(at % 1_000_003, 0x9e3779b1) >>> 0;
  const digits = finer % 3 === 0 ? String(finer % 10_000).padStart(4, '0') : '';
  return new Date(at)
    .toISOString()
    .replace('Z', `${digits}Z`)
    .replace(/\.?0+Z$/, 'Z');
}

export const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));

/** Pictures say no zone (haravan.md §2.1). */
export const timeWithoutZone = (at: number): string => time(at).replace('Z', '');
