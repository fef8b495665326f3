import { createIds } from '@/sandbox/core/ids';
import type { Command } from './commands/command';
import { generate } from './commands/generate';
import { createPerformer } from './commands/perform';
import { memoryBackend } from './engine/memory-backend';
import { createModel, type ModelOptions } from './engine/model';
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

/** `isPrompt`: no message is lost in these commands, so figures must be equal before both sides are compared. */
export type RunOptions = Partial<Omit<ModelOptions, 'seed'>> & { isPrompt?: boolean };

const COMMANDS_SALT = 0x5eed;

export const commandsOf = (seed: number, steps: number): Command[] => generate(createIds(seed ^ COMMANDS_SALT), steps);

/** One run of these commands from the seed's world to the last look. The same seed and commands do the same every time. */
export async function runModel(seed: number, commands: readonly Command[], options: RunOptions = {}): Promise<Run> {
  const model = await createModel({ seed, makeBackend: memoryBackend, ...options });
  const performer = createPerformer(model);
  const totals = (steps: number): Totals => ({
    ...{ steps, ...model.counters, ...model.writes.counters, faults: model.faults.struck },
  });
  const failed = (step: number): Run | null =>
    model.violations.length === 0
      ? null
      : { totals: totals(step), failure: { seed, step, what: model.violations.join('\n') } };
  try {
    await performer.app.beginAll(async () => {
      await performer.engine.untilNothingIsDue(500);
      await model.time.pass(5_000);
      await performer.engine.untilNothingIsDue(500);
    });
    for (const [at, command] of commands.entries()) {
      await performer.perform(command);
      const failure = failed(at + 1);
      if (failure) return failure;
    }
    await finish(model, performer, options.isPrompt);
    return failed(commands.length) ?? { totals: totals(commands.length), failure: null };
  } finally {
    await model.close();
  }
}
