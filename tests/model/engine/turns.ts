import type { Lane } from '@/src/domain/lane';
import { isPlatformError } from '@/src/clients/http/platform-error';
import { LeaseLost, type Fence, type Turn, type TurnHandler, type TurnKey, turnKeyText } from '@/src/sync/ports/turn';
import { outcomeOf } from '@/workers/outcome';
import type { Backend } from './backend';
import type { Fiber, Fibers } from './fibers';
import type { Time } from './time';

export type TurnParts = {
  backend: Backend;
  fibers: Fibers;
  time: Time;
  now(): number;
  handlers: Record<Lane, TurnHandler>;
  renewAccess(key: TurnKey, platform: 'lazada' | 'haravan'): Promise<void>;
  /** Something that no platform's trouble explains. */
  defect(what: string, error: unknown): void;
};

export type TurnEnding = 'idle' | 'done' | 'failed' | 'lost';

const TURN_MS = 20_000;

/** What workers/turn-runner.ts does, with heartbeats by the clock of the run instead of a timer. Tells how the turn ended. */
export function createTurnWork(parts: TurnParts) {
  const { backend, fibers, time, now, handlers } = parts;

  function turnOf(key: TurnKey, fence: Fence, startedAt: number): Turn {
    return {
      ...key,
      fence,
      shouldStop: () => now() - startedAt > TURN_MS,
      async letOthersGo() {},
      async keepAlive() {
        await fibers.gate({ kind: 'commit', what: 'keepAlive' });
        if (!(await backend.leases.prolong(fence))) throw new LeaseLost(fence.key);
      },
    };
  }

  async function fail(key: TurnKey, lease: Fence & { failures: number }, error: unknown): Promise<TurnEnding> {
    const outcome = outcomeOf(error, lease.failures);
    if (outcome.kind === 'stop') {
      await backend.leases.release(lease, {});
      return 'lost';
    }
    if (outcome.kind === 'wait' && outcome.bug) parts.defect(`a ${key.lane} turn failed`, error);
    const pausedUntil = new Date(now() + outcome.pauseMs);
    await backend.leases.release(lease, { pausedUntil, failed: outcome.reason.slice(0, 300) });
    if (outcome.kind === 'renew_access') await parts.renewAccess(key, outcome.platform);
    return 'failed';
  }

  return async (fiber: Fiber, key: TurnKey): Promise<TurnEnding> => {
    const lease = await backend.leases.acquire(turnKeyText(key), `process-${fiber.id}`);
    if (!lease) return 'idle';
    const fence = { key: lease.key, token: lease.token };
    time.hold(fiber, fence);
    try {
      await handlers[key.lane](turnOf(key, fence, now()));
      await fibers.gate({ kind: 'commit', what: 'release' });
      await backend.leases.release(lease, {});
      return 'done';
    } catch (error) {
      if (isPlatformError(error)) fiber.disturbed = true;
      return await fail(key, lease, error);
    } finally {
      time.letGo(fiber);
    }
  };
}
