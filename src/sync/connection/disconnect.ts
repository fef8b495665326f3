import type { ConnectionStore, MerchantStore } from '../ports/connection';
import type { IssueStore } from '../ports/issues';
import type { Trail } from '../ports/trail';
import type { Clock, Log } from '../ports/world';
import { closeAccessIssues } from './access-issues';

/** A call that read the status right before the commit has left by then. */
const SETTLE_MS = 250;
const LOOK_EVERY_MS = 50;

export type DisconnectDeps = {
  connections: Pick<ConnectionStore, 'disconnect' | 'isBusy'>;
  merchants: Pick<MerchantStore, 'uninstall'>;
  issues: IssueStore;
  trail: Trail;
  clock: Clock;
  log: Log;
  sleep(ms: number): Promise<void>;
  /** The clients' timeout: no call in flight outlives it. */
  longestCallMs: number;
};

export type Disconnect = {
  /** Answers when no Lazada call of this connection can start any more (R5.1). False: it had ended before. */
  disconnect(merchantId: string, connectionId: string): Promise<boolean>;
  /** The same for every connection, and the Haravan access is forgotten (R5.2). */
  uninstall(merchantId: string): Promise<void>;
};

export function createDisconnect(deps: DisconnectDeps): Disconnect {
  /** Every call reads the status first, so after the commit only calls that had passed this check are left. */
  async function untilQuiet(merchantId: string, connectionIds: readonly string[]): Promise<void> {
    const endsAt = deps.clock.now() + deps.longestCallMs;
    await deps.sleep(SETTLE_MS);
    for (const id of connectionIds) {
      while (deps.clock.now() < endsAt && (await deps.connections.isBusy(merchantId, id)))
        await deps.sleep(LOOK_EVERY_MS);
    }
  }

  async function farewell(merchantId: string, connectionId: string): Promise<void> {
    await closeAccessIssues(deps.issues, merchantId, connectionId);
    await deps.trail.record(merchantId, [{ connectionId, kind: 'disconnected' }]);
    deps.log.info({ merchantId, connectionId }, 'shop disconnected');
  }

  return {
    async disconnect(merchantId, connectionId) {
      const ended = await deps.connections.disconnect(merchantId, connectionId, new Date(deps.clock.now()));
      if (!ended) return false;
      await untilQuiet(merchantId, [connectionId]);
      await farewell(merchantId, connectionId);
      return true;
    },

    async uninstall(merchantId) {
      const ended = await deps.merchants.uninstall(merchantId, new Date(deps.clock.now()));
      await untilQuiet(merchantId, ended);
      for (const connectionId of ended) await farewell(merchantId, connectionId);
      await deps.trail.record(merchantId, [{ connectionId: null, kind: 'uninstalled' }]);
      deps.log.info({ merchantId, connections: ended.length }, 'app uninstalled');
    },
  };
}
