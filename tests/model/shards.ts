import { expect, test } from 'vitest';
import { commandsOf, type RunOptions, runModel } from './run';
import { explain } from './explain';

/** What stands still is found by the watchdog; this only bounds a machine that is very busy with others. */
const LONGEST_MS = 600_000;

/** One test per seed; a failure is shrunk and told how to replay. */
export function runSeeds(seeds: readonly number[], steps: number, options: RunOptions = {}): void {
  for (const seed of seeds) {
    test(
      `R8.1 R3.5 seed ${seed}: nothing lost, nothing twice, nothing sold that was sold`,
      async () => {
        const commands = commandsOf(seed, steps);
        const { failure, totals } = await runModel(seed, commands, options);
        expect(failure === null ? null : await explain(seed, commands, failure, options)).toBeNull();
        expect(totals.quantityWrites).toBeGreaterThan(0);
      },
      LONGEST_MS,
    );
  }
}

export const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);
