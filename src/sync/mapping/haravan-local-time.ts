const GMT_PLUS_7_MS = 7 * 3_600_000;

/** Haravan compares `created_at` with the shop's wall clock, without offset (haravan.md §2.3). */
export function haravanWallTime(atMs: number): string {
  return new Date(atMs + GMT_PLUS_7_MS).toISOString().slice(0, 19);
}
