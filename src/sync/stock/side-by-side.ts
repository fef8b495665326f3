/** What came of several things done at once. `failure`: of the first that failed; the others count all the same. */
export type SideBySide<Result> = { done: Result[]; failure: { reason: unknown } | null };

/** Does the same for each, all at once, and waits for every one: nothing goes on unseen, and what was reached is not thrown away. */
export async function sideBySide<Row, Result>(
  rows: readonly Row[],
  work: (row: Row) => Promise<Result>,
): Promise<SideBySide<Result>> {
  const settled = await Promise.allSettled(rows.map(work));
  const failed = settled.find((one) => one.status === 'rejected');
  return {
    done: settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])),
    failure: failed ? { reason: failed.reason } : null,
  };
}
