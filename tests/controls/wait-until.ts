import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

/**
 * Looks again and again until nothing is wrong any more, and returns how long that took (ms).
 * @param look what is still wrong, one line each
 * @throws with what was wrong at the last look
 */
export async function waitUntilRight(
  what: string,
  look: () => Promise<readonly string[]>,
  timeoutMs = 30_000,
): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const wrong = await look();
    const tookMs = performance.now() - begun;
    if (wrong.length === 0) return tookMs;
    if (tookMs > timeoutMs) {
      const few = wrong.slice(0, 8).map((line) => `    ${line}`);
      const seconds = Math.round(timeoutMs / 1000);
      throw new Error(`${what}: still ${wrong.length} wrong after ${seconds} s\n${few.join('\n')}`);
    }
    await sleep(PAUSE_MS);
  }
}
