import type { DemoProcess } from './demo/story-context';
import type { RunningProcess } from './run-process';

/** A process that can be started again; `ready` says when it is of use. */
export type RestartableProcess = DemoProcess & { stop: () => Promise<void> };

/**
 * @param begin starts it
 * @param ready resolves when it is of use
 */
export function restartable(
  begin: () => RunningProcess,
  ready: (process: RunningProcess) => Promise<void>,
): RestartableProcess {
  let running: RunningProcess | undefined;
  let peakBefore = 0;
  const peakBytes = () => Math.max(peakBefore, running?.peakBytes() ?? 0);
  return {
    start: async () => {
      peakBefore = peakBytes();
      running = begin();
      await ready(running);
    },
    kill: async () => running?.kill(),
    stop: async () => running?.stop(),
    peakBytes,
  };
}
