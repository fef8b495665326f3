import type { Command } from './commands/command';
import { type Failure, type RunOptions, runModel } from './run';
import { shrink } from './shrink';

export type Replay = { seed: number; commands: Command[] };

/** What went wrong, after how many steps, by which fewest commands, and how to see it again. */
export async function explain(
  seed: number,
  commands: readonly Command[],
  failure: Failure,
  options: RunOptions & { mostRuns?: number } = {},
): Promise<string> {
  const { makeBackend: _elsewhere, ...inMemory } = options;
  const again = options.makeBackend ? (await runModel(seed, commands, inMemory)).failure : failure;
  const head = `seed ${seed}, step ${failure.step}: ${failure.what}`;
  const replay = `npm run model -- --seed ${seed} --steps ${commands.length}`;
  // What only another store shows is not shrunk: that would take too long.
  if (again === null) return `${head}\nIt does not show in memory. Replay: ${replay} --postgres`;
  const { commands: few, failure: last, runs } = await shrink(seed, commands, again, { mostRuns: 120, ...inMemory });
  const list = few.map((command) => `  ${JSON.stringify(command)}`).join(',\n');
  return [
    head,
    `The shortest list found in ${runs} runs has ${few.length} commands and ends with: ${last.what.split('\n')[0]}`,
    `Replay: ${replay}, or save this and run npm run model -- --replay <file>`,
    `{"seed": ${seed}, "commands": [\n${list}\n]}`,
  ].join('\n');
}
