/** Order times have no more than seconds on the wire, so equal `updated_at` values are common. */
export function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000;
}
