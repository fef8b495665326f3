type Instant = Date | null | undefined;

/** SQL's `least`: nulls are skipped. */
export function earliest(...instants: readonly Instant[]): Date | null {
  return extreme(instants, (a, b) => a < b);
}

/** SQL's `greatest`: nulls are skipped. */
export function latest(...instants: readonly Instant[]): Date | null {
  return extreme(instants, (a, b) => a > b);
}

function extreme(instants: readonly Instant[], wins: (a: Date, b: Date) => boolean): Date | null {
  let found: Date | null = null;
  for (const at of instants) if (at && (found === null || wins(at, found))) found = at;
  return found;
}

/** SQL's `at <= now`: null is not. */
export const isDue = (at: Instant, now: Date): boolean => at !== null && at !== undefined && at <= now;

export const sameInstant = (a: Instant, b: Instant): boolean => (a?.getTime() ?? null) === (b?.getTime() ?? null);

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** ORDER BY several keys. */
export function inOrder<Row>(...keys: readonly ((row: Row) => Date | string | number)[]) {
  return (a: Row, b: Row): number => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left < right) return -1;
      if (left > right) return 1;
    }
    return 0;
  };
}

/** Forgetting a belief gives it a new time, also twice within a millisecond. */
export const forgottenAt = (at: Date, before: Date | null): Date => latest(at, before && later(before, 1)) ?? at;
