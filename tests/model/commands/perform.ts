import type { Model } from '../engine/model';
import type { Command } from './command';
import { createAppHand } from './on-app';
import { createEngineHand } from './on-engine';
import { createHaravanHand } from './on-haravan';
import { createLazadaHand } from './on-lazada';

type Hands = { [Do in Command['do']]: (command: Extract<Command, { do: Do }>) => unknown };

const MERCHANTS_OWN: readonly Command['do'][] = [
  'turn',
  'resume',
  'time',
  'post',
  'rest',
  'freeze',
  'die',
  'mail',
  'fault',
  'refuse',
];

/** Carries out commands, one at a time, and lets the oracle look after each that changes a platform. */
export function createPerformer(model: Model) {
  const app = createAppHand(model);
  const engine = createEngineHand(model);
  const hands: Hands = { ...createHaravanHand(model), ...createLazadaHand(model), ...app, ...engine };
  return {
    ...{ app, engine },
    async perform(command: Command): Promise<void> {
      await (hands[command.do] as (given: Command) => unknown)(command);
      if (MERCHANTS_OWN.includes(command.do)) return;
      for (const orgId of model.books.haravan().orgs.keys()) model.writes.offers.changed(orgId);
    },
  };
}
export type Performer = ReturnType<typeof createPerformer>;
