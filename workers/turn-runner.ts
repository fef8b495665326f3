import type { Log } from '@/src/sync/ports/world';
import {
  type Fence,
  LeaseLost,
  type Turn,
  type TurnHandler,
  type TurnKey,
  type TurnLeases,
  type TurnQueue,
  turnKeyText,
} from '@/src/sync/ports/turn';
import { type Outcome, outcomeOf } from './outcome';

/** A turn that takes longer goes to the back of the line, however much is left (R7.2). */
const TURN_MS = 20_000;
const HEARTBEAT_MS = 4_000;

export type TurnRunnerDeps = {
  leases: TurnLeases;
  queue: TurnQueue;
  handlers: (key: TurnKey) => TurnHandler;
  /** Access was refused: have it renewed, out of this turn. */
  renewAccess(key: TurnKey, platform: 'lazada' | 'haravan'): Promise<void>;
  letOthersGo: Turn['letOthersGo'];
  holder: string;
  now(): number;
  stopping(): boolean;
  log: Log;
};

/** Runs one turn under a lease. Never throws: what a turn could not do is still a row. */
export function createTurnRunner(deps: TurnRunnerDeps): (key: TurnKey) => Promise<void> {
  return async (key) => {
    if (deps.stopping()) return;
    const lease = await deps.leases.acquire(turnKeyText(key), deps.holder);
    if (!lease) return;
    const startedAt = deps.now();
    const heartbeat = setInterval(() => void deps.leases.prolong(lease).catch(() => false), HEARTBEAT_MS);
    try {
      const result = await deps.handlers(key)(turnOf(deps, key, lease, startedAt));
      await deps.leases.release(lease, {});
      if (result.more) await deps.queue.request(key);
      else if (result.nextAt) await deps.queue.request(key, result.nextAt);
      deps.log.info({ ...key, ms: deps.now() - startedAt, more: result.more }, 'turn done');
    } catch (error) {
      await afterFailure(deps, key, lease, outcomeOf(error, lease.failures), error);
    } finally {
      clearInterval(heartbeat);
    }
  };
}

function turnOf(deps: TurnRunnerDeps, key: TurnKey, fence: Fence, startedAt: number): Turn {
  return {
    ...key,
    fence: { key: fence.key, token: fence.token },
    shouldStop: () => deps.stopping() || deps.now() - startedAt > TURN_MS,
    letOthersGo: deps.letOthersGo,
    async keepAlive() {
      if (!(await deps.leases.prolong(fence))) throw new LeaseLost(fence.key);
    },
  };
}

async function afterFailure(
  deps: TurnRunnerDeps,
  key: TurnKey,
  fence: Fence,
  outcome: Outcome,
  error: unknown,
): Promise<void> {
  if (outcome.kind === 'stop') {
    deps.log.info({ ...key, reason: outcome.reason }, 'turn stopped');
    return deps.leases.release(fence, {});
  }
  const pausedUntil = new Date(deps.now() + outcome.pauseMs);
  if (outcome.kind === 'wait' && outcome.bug) deps.log.error({ ...key, err: error }, 'turn failed by a defect');
  else deps.log.warn({ ...key, reason: outcome.reason, pauseMs: outcome.pauseMs }, 'turn waits');
  await deps.leases.release(fence, { pausedUntil, failed: outcome.reason.slice(0, 300) });
  if (outcome.kind === 'renew_access') await deps.renewAccess(key, outcome.platform);
  await deps.queue.request(key, pausedUntil);
}
