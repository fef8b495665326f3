/**
 * Resolves at the first Ctrl-C or SIGTERM, or when the bootstrap that started us is gone, however it ended.
 * Repeated signals, as a terminal and npm both send them, change nothing.
 */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    process.once('disconnect', () => resolve('SIGHUP'));
  });
}
