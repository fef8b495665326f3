import { createIds } from '@/sandbox/core/ids';
import type { Command } from './commands/command';
import { generate } from './commands/generate';
import { peaceful } from './commands/peace';
import { createPerformer } from './commands/perform';
import { memoryBackend } from './engine/memory-backend';
import { createModel, type Model, type ModelOptions } from './engine/model';
import { createWatchdog, Stalled } from './engine/watchdog';
import type { Trace } from './engine/trace';
import { finish } from './finish';

export type Totals = {
  steps: number;
  turns: number;
  calls: number;
  orders: number;
  faults: number;
  deaths: number;
  freezes: number;
  quantityWrites: number;
  oversoldInWindow: number;
};

/** `step`: after how many commands it showed; all of them: in the last look, when everything was healed. */
export type Failure = { seed: number; step: number; what: string };
export type Run = { totals: Totals; failure: Failure | null };

/**
 * `isPrompt`: no message is lost in these commands, so figures must be equal before both sides are compared.
 * `patienceMs`: real time in which something must happen, or the run has failed.
 */
export type RunOptions = Partial<Omit<ModelOptions, 'seed'>> & { isPrompt?: boolean; patienceMs?: number };

/** In memory everything answers at once. */
const PATIENCE_MS = 3_000;

const COMMANDS_SALT = 0x5eed;

export const commandsOf = (seed: number, steps: number): Command[] => generate(createIds(seed ^ COMMANDS_SALT), steps);

/** The same without trouble: see `isPrompt`. */
export const peaceOf = (seed: number, steps: number): Command[] => peaceful(createIds(seed ^ COMMANDS_SALT), steps);

/** What each turn stands at, for who wonders why nothing moves. */
const standing = ({ fibers }: Model): string =>
  fibers
    .alive()
    .map(({ name, state, at, gates }) => `${name} is ${state} at gate ${gates}, ${at?.kind ?? 'the first'} ${at?.what}`)
    .join('; ') || 'no turn is under way';

/** From the seed's world through the commands to the last look; ends early when something is wrong. */
type Telling = { isPrompt: boolean; trace: Trace | undefined; at(step: number): void };

async function story(model: Model, commands: readonly Command[], { isPrompt, trace, at }: Telling) {
  const performer = createPerformer(model);
  await performer.app.beginAll(async () => {
    await performer.engine.untilNothingIsDue(500);
    await model.time.pass(5_000);
    await performer.engine.untilNothingIsDue(500);
  });
  for (const [index, command] of commands.entries()) {
    at(index + 1);
    trace?.(`— step ${index + 1} ${JSON.stringify(command)}`);
    await performer.perform(command);
    if (model.violations.length > 0) return;
  }
  await finish(model, performer, isPrompt);
}

/** One run of these commands. The same seed and commands do the same every time. */
export async function runModel(seed: number, commands: readonly Command[], options: RunOptions = {}): Promise<Run> {
  const { isPrompt = false, patienceMs = PATIENCE_MS, ...parts } = options;
  const model = await createModel({ seed, makeBackend: memoryBackend, ...parts });
  let step = 0;
  const here = () => `step ${step} ${JSON.stringify(commands[step - 1] ?? null)}: ${standing(model)}`;
  const watchdog = createWatchdog({ moved: () => step + model.fibers.reached(), describe: here, patienceMs });
  try {
    const at = (next: number): void => {
      step = next;
    };
    const told = story(model, commands, { isPrompt, trace: parts.trace, at });
    await Promise.race([told, watchdog.stalled]);
  } catch (error) {
    model.fail(error instanceof Stalled ? error.message : `thrown: ${error instanceof Error ? error.stack : error}`);
  } finally {
    watchdog.stop();
    await model.close();
  }
  const totals = { steps: step, ...model.counters, ...model.writes.counters, faults: model.faults.struck };
  const what = model.violations.join('\n');
  return { totals, failure: what === '' ? null : { seed, step, what } };
}
