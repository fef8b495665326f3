export const SUPPORTED = { supported: true } as const;

/** `tests`: files below this folder that call it. `why`: what the reference does not tell. */
export type Covered = { section: string; tests: readonly string[] } & (
  | { status: 'supported' }
  | { status: 'partial'; why: string }
);

/** Rows of the table that share a section and tests; a text is the reason why an operation is partial. */
export function operations(
  section: string,
  tests: readonly string[],
  rows: Record<string, typeof SUPPORTED | string>,
): Record<string, Covered> {
  const covered = Object.entries(rows).map(([operation, row]): [string, Covered] => {
    if (typeof row === 'string') return [operation, { section, tests, status: 'partial', why: row }];
    return [operation, { section, tests, status: 'supported' }];
  });
  return Object.fromEntries(covered);
}

export type CoverageFigures = { supported: number; partial: number; total: number };

export function coverageFigures(table: Record<string, Covered>): CoverageFigures {
  const rows = Object.values(table);
  const supported = rows.filter(({ status }) => status === 'supported').length;
  return { supported, partial: rows.length - supported, total: rows.length };
}
