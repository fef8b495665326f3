import type { Closing } from './parts';

/**
 * Runs it, and ends what it started, whatever happens: an error, its time, or a signal.
 * @returns the exit code
 */
export async function runBench(bench: (closing: Closing) => Promise<void>, minutes: number): Promise<number> {
  const closing: Closing = [];
  const stopped = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${minutes} minutes`)), minutes * 60_000).unref();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => reject(new Error(signal)));
  });
  try {
    await Promise.race([bench(closing), stopped]);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.toReversed()) await close().catch(() => undefined);
  }
}
