import { performance } from 'node:perf_hooks';

/** The run waits for an event that never comes. */
export class Stalled extends Error {}

export type Watchdog = {
  /** Never resolves; rejects with `Stalled`. */
  stalled: Promise<never>;
  stop(): void;
};

type Parts = {
  /** Grows as long as anything happens. */
  moved(): number;
  /** What everything waits for. */
  describe(): string;
  /** Memory answers at once; a database may take its time. */
  patienceMs: number;
};

const LOOK_MS = 250;
/** A computation that blocks the event loop, or a machine that is busy with others, is no standstill. */
const BUSY = 0.5;

/** Time in a run is not real: when nothing moves and the event loop idles, nothing ever will. It also keeps the process alive to say so. */
export function createWatchdog({ moved, describe, patienceMs }: Parts): Watchdog {
  const { promise, reject } = Promise.withResolvers<never>();
  // Whoever stops it does not wait for it any more.
  promise.catch(() => {});
  let loop = performance.eventLoopUtilization();
  let seen = -1;
  let still = 0;
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, loop);
    loop = now;
    still = moved() === seen && utilization < BUSY ? still + 1 : 0;
    seen = moved();
    if (still * LOOK_MS >= patienceMs) reject(new Stalled(`stalled: ${describe()}`));
  }, LOOK_MS);
  return { stalled: promise, stop: () => clearInterval(timer) };
}
