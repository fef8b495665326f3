import type { Command } from './commands/command';
import { type Failure, type RunOptions, runModel } from './run';

export type Shrunk = { commands: Command[]; failure: Failure; runs: number };

/** Two failures are the same when they say the same but for numbers. */
const kindOf = ({ what }: Failure): string => (what.split('\n')[0] ?? '').replace(/[\d.]+/g, '#').slice(0, 40);

/**
 * Leaves out ever smaller pieces of the commands as long as the same kind of failure remains (ddmin; Zeller, "Simplifying and
 * isolating failure-inducing input"). Commands choose from what there is, so every shorter list is a valid one.
 */
export async function shrink(
  seed: number,
  failing: readonly Command[],
  failure: Failure,
  options: RunOptions & { mostRuns?: number } = {},
): Promise<Shrunk> {
  const { mostRuns = 600, ...rest } = options;
  const kind = kindOf(failure);
  let best = { commands: failing.slice(0, failure.step), failure };
  let runs = 0;

  async function holds(commands: Command[]): Promise<boolean> {
    runs += 1;
    const { failure: found } = await runModel(seed, commands, rest);
    if (!found || kindOf(found) !== kind) return false;
    best = { commands: commands.slice(0, found.step), failure: found };
    return true;
  }

  for (let size = Math.ceil(best.commands.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = best.commands.length; from > 0 && runs < mostRuns; from -= size) {
      const start = Math.max(0, from - size);
      const shorter = [...best.commands.slice(0, start), ...best.commands.slice(from)];
      if (shorter.length < best.commands.length) await holds(shorter);
    }
  }
  return { ...best, runs };
}
