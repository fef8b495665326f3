/** A call that the client gave up, to be carried out when its time comes. */
export type LateCall = { dueAt: number; run(): Promise<void> };

/**
 * What the platforms still do for a client that is gone. It happens when its time has come, whoever lets the time pass: one that
 * waited for a longer pause would come later than the product reckons with (LATE_WRITE_SECONDS).
 */
export function createLateCalls() {
  let waiting: LateCall[] = [];

  async function carryOut(now: number): Promise<void> {
    const due = waiting.filter(({ dueAt }) => dueAt <= now).sort((a, b) => a.dueAt - b.dueAt);
    waiting = waiting.filter(({ dueAt }) => dueAt > now);
    for (const call of due) await call.run();
  }

  return {
    add: (call: LateCall) => void waiting.push(call),
    /** When the next one is due; infinite when there is none. */
    nextAt: () => waiting.reduce((first, { dueAt }) => Math.min(first, dueAt), Number.POSITIVE_INFINITY),
    waiting: () => waiting.length,
    carryOut,
    /** Nothing comes late any more. */
    carryOutAll: () => carryOut(Number.POSITIVE_INFINITY),
  };
}

export type LateCalls = ReturnType<typeof createLateCalls>;
