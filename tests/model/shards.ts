import { expect, test } from 'vitest';
import { commandsOf, type RunOptions, runModel } from './run';
import { explain } from './explain';

/** One test per seed; a failure is shrunk and told how to replay. */
export function runSeeds(seeds: readonly number[], steps: number, options: RunOptions = {}): void {
  for (const seed of seeds) {
    test(`R8.1 R3.5 seed ${seed}: nothing lost, nothing twice, nothing sold that was sold`, async () => {
      const commands = commandsOf(seed, steps);
      const { failure, totals } = await runModel(seed, commands, options);
      expect(failure === null ? null : await explain(seed, commands, failure, options)).toBeNull();
      expect(totals.quantityWrites).toBeGreaterThan(0);
    }, 120_000);
  }
}

export const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);
