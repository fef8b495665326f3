/** ISO in UTC; the fraction loses its trailing zeros, so its length varies (haravan.md §2.1). */
export function time(at: number): string {
  return new Date(at).toISOString().replace(/\.?0+Z$/, 'Z');
}

export const timeOrNull = (at: number | null): string | null => (at === null ? null : time(at));
