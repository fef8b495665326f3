import type { Fence, TurnLeases } from '@/src/sync/ports/turn';
import type { Fiber } from './fibers';
import type { LateCalls } from './late-calls';
import type { Platforms } from './platforms';

const HEARTBEAT_MS = 4_000;

type Held = { fiber: Fiber; lease: Fence };

/**
 * Time passes in steps short enough that living turns keep their leases; those of dead and frozen ones run out. What comes late
 * happens on the way.
 */
export function createTime(
  { clock, pass }: Pick<Platforms, 'clock' | 'pass'>,
  late: LateCalls,
  leases: () => TurnLeases,
) {
  const held = new Map<Fiber, Held>();
  let beatAt = clock.now();

  async function beat(): Promise<void> {
    if (clock.now() < beatAt + HEARTBEAT_MS) return;
    beatAt = clock.now();
    for (const { fiber, lease } of held.values()) {
      if (fiber.state === 'running' || fiber.state === 'waiting') await leases().prolong(lease);
    }
  }

  return {
    hold: (fiber: Fiber, lease: Fence) => void held.set(fiber, { fiber, lease }),
    letGo: (fiber: Fiber) => void held.delete(fiber),
    async pass(ms: number): Promise<void> {
      let left = ms;
      while (left > 0) {
        const unheard = held.size > 0 ? HEARTBEAT_MS : left;
        const step = Math.max(0, Math.min(left, unheard, late.nextAt() - clock.now()));
        pass(step);
        left -= step;
        if (late.nextAt() <= clock.now()) await late.carryOut(clock.now());
        if (held.size > 0) await beat();
      }
    },
  };
}

export type Time = ReturnType<typeof createTime>;
