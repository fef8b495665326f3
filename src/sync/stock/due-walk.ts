import type { DuePush, DueAfter } from '../ports/stock';
import type { Figure } from '../ports/wishes';
import type { PushDeps } from './push-deps';
import type { PushTurn } from './push-turn';

/** What became due before the place that was reached is found when the walk begins anew. */
const LONGEST_WALK_MS = 3_000;

/** `fromStart`: the walk began anew, so that what was found before may be among it. */
type Found = { rows: DuePush[]; fromStart: boolean };

/** Looks through the due figures of one kind of one shop in their order, so that no look reads what one before has found. */
export type DueWalk = {
  /** At most so many, none of which is on its way. */
  next(turn: PushTurn, limit: number): Promise<Found>;
  /** Whether the last look found less than it asked for: the next one begins anew. */
  isAtEnd(): boolean;
};

export function createDueWalk({ pushes, clock }: Pick<PushDeps, 'pushes' | 'clock'>, figure: Figure): DueWalk {
  let after: DueAfter | undefined;
  let begunAtMs = 0;
  return {
    isAtEnd: () => after === undefined,
    async next({ merchantId, connectionId, onTheWay }, limit) {
      const now = clock.now();
      // What is settled while we look is seen as it was before.
      const before = new Set(onTheWay[figure]);
      if (now - begunAtMs >= LONGEST_WALK_MS) after = undefined;
      const fromStart = after === undefined;
      if (fromStart) begunAtMs = now;
      const due = await pushes.takeDue(merchantId, connectionId, figure, new Date(now), limit, after);
      const last = due.at(-1);
      after = last && due.length === limit ? { at: last.dueAt, variantId: last.variantId } : undefined;
      return { rows: due.filter(({ variantId }) => !before.has(variantId)), fromStart };
    },
  };
}
