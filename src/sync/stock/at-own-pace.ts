/** Does one batch; false: nothing was due. */
export type Batch = () => Promise<boolean>;

/**
 * Works through several backlogs side by side, each at its own pace: none waits for another's batch. One that had nothing looks again
 * after each batch of another, so that what becomes due meanwhile need not wait for their end. A batch that fails lets those under
 * way end and none begin.
 * @returns whether it was stopped before all had nothing
 * @throws whatever the first batch that failed met
 */
export async function atOwnPace(backlogs: readonly Batch[], shouldStop: () => boolean): Promise<boolean> {
  const running = new Map<Batch, Promise<void>>();
  const empty = new Set<Batch>();
  let failure: { reason: unknown } | null = null;

  async function run(batch: Batch): Promise<void> {
    try {
      if (await batch()) empty.clear();
      else empty.add(batch);
    } catch (reason) {
      failure ??= { reason };
    }
    running.delete(batch);
  }

  const isOver = () => failure !== null || empty.size === backlogs.length || shouldStop();
  for (;;) {
    const idle = isOver() ? [] : backlogs.filter((batch) => !running.has(batch) && !empty.has(batch));
    for (const batch of idle) running.set(batch, run(batch));
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  if (failure !== null) throw (failure as { reason: unknown }).reason;
  return empty.size < backlogs.length;
}
