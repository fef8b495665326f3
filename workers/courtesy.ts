import type { Lane } from '@/src/domain/lane';

/** What a buyer or a person waits for. These turns are short; what they need most is a processor that is free. */
const FIRST: readonly Lane[] = ['orders', 'actions', 'intake'];
const LOOK_EVERY_MS = 25;
/** Then it goes on all the same, however many orders there are. */
const LONGEST_MS = 500;

export type CourtesyDeps = {
  /** How many turns of these lanes run now, in all processes; 0 when nobody can tell. */
  running(lanes: readonly Lane[]): Promise<number>;
  now(): number;
  sleep(ms: number): Promise<void>;
};

/** Waits while turns run that somebody waits for, half a second at most (R7.2). */
export function createCourtesy(deps: CourtesyDeps): () => Promise<void> {
  return async () => {
    const until = deps.now() + LONGEST_MS;
    while (deps.now() < until && (await deps.running(FIRST)) > 0) await deps.sleep(LOOK_EVERY_MS);
  };
}
