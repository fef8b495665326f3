import { type BackfillDays, backfillStart } from '@/src/domain/order/import-window';
import type { AccessStore } from '../ports/access';
import type { BackfillStore } from '../ports/backfill';
import type { Trail } from '../ports/trail';
import type { TurnQueue } from '../ports/turn';
import type { Clock } from '../ports/world';

export type BackfillCommands = {
  /** `narrower`: as many days were chosen before; what is in Haravan stays there. */
  choose(merchantId: string, connectionId: string, days: BackfillDays): Promise<'chosen' | 'narrower' | 'unknown_shop'>;
  stop(merchantId: string, connectionId: string): Promise<void>;
};

export type BackfillCommandsDeps = {
  backfills: BackfillStore;
  access: Pick<AccessStore, 'connection'>;
  turns: TurnQueue;
  trail: Trail;
  clock: Clock;
};

/** The merchant chooses how many days before the connection are brought in too (spec R10.14), when connecting or later. */
export function createBackfillCommands(deps: BackfillCommandsDeps): BackfillCommands {
  const { backfills, access, turns, trail, clock } = deps;
  const now = () => new Date(clock.now());
  return {
    async choose(merchantId, connectionId, days) {
      const connection = await access.connection(merchantId, connectionId);
      if (!connection) return 'unknown_shop';
      const from = new Date(backfillStart(connection.connectedAt.getTime(), days));
      if (!(await backfills.choose(merchantId, connectionId, { days, from }, now()))) return 'narrower';
      await trail.record(merchantId, [{ connectionId, kind: 'backfill_chosen', facts: { count: days } }]);
      await turns.request({ lane: 'orders', merchantId, connectionId });
      return 'chosen';
    },
    async stop(merchantId, connectionId) {
      // A shop of somebody else is not there for this merchant: nothing may be written that names it (spec R7.1).
      if (!(await access.connection(merchantId, connectionId))) return;
      await backfills.stop(merchantId, connectionId, now());
      await trail.record(merchantId, [{ connectionId, kind: 'backfill_stopped' }]);
    },
  };
}
