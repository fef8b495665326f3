import type { DuePush } from '../ports/stock';
import type { Figure } from '../ports/wishes';
import { createDueWalk } from './due-walk';
import type { PushDeps } from './push-deps';
import type { PushTurn } from './push-turn';

/** So many times what a round takes is looked for at once. */
const ROUNDS = 4;
/** What was found longer ago is looked for again: figures change, and so does what Lazada is believed to have. */
const FRESH_MS = 3_000;

/** The due figures of one kind of one shop. */
export type DueWindow = {
  /** At most so many, which are on their way from now on; none: nothing is due. */
  next(turn: PushTurn, most: number): Promise<DuePush[]>;
};

/** One look serves some rounds that follow each other closely. */
export function createDueWindow(deps: Pick<PushDeps, 'pushes' | 'clock'>, figure: Figure): DueWindow {
  const walk = createDueWalk(deps, figure);
  let waiting: { push: DuePush; at: number }[] = [];

  async function next(turn: PushTurn, most: number): Promise<DuePush[]> {
    const at = deps.clock.now();
    waiting = waiting.filter((row) => at - row.at < FRESH_MS);
    if (waiting.length < most) {
      const { rows, fromStart } = await walk.next(turn, ROUNDS * most);
      // Changed since, a figure comes once more: as it is now, and once.
      const found = new Set(rows.map(({ variantId }) => variantId));
      const others = waiting.filter(({ push }) => !found.has(push.variantId));
      waiting = [...(fromStart ? [] : others), ...rows.map((push) => ({ push, at }))];
    }
    const given = waiting.splice(0, most).map(({ push }) => push);
    for (const { variantId } of given) turn.onTheWay[figure].add(variantId);
    return given;
  }

  return { next };
}
