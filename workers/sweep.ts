import type { TurnKey, TurnLeases, TurnQueue } from '@/src/sync/ports/turn';
import type { Log } from '@/src/sync/ports/world';

const EVERY_MS = 1_000;
const LIMIT = 1_000;

export type SweepDeps = {
  /** The lanes that have wishes due at `now` and no turn, longest waiting first. */
  findDue(now: Date, limit: number): Promise<TurnKey[]>;
  leases: TurnLeases;
  queue: TurnQueue;
  holder: string;
  now(): number;
  log: Log;
};

/**
 * Gives a turn to every connection that has wishes due and no turn. A timer in each worker, guarded by a lease, and not a job:
 * a scheduler kept in Redis would be gone when Redis is emptied (design §5).
 */
export function startSweep(deps: SweepDeps): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(async () => void (await sweepOnce(deps)))
      .catch((error) => deps.log.warn({ err: error }, 'sweep failed'));
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

export async function sweepOnce(deps: SweepDeps): Promise<TurnKey[]> {
  const lease = await deps.leases.acquire('sweep', deps.holder);
  if (!lease) return [];
  try {
    const due = await deps.findDue(new Date(deps.now()), LIMIT);
    for (const turn of due) await deps.queue.request(turn);
    return due;
  } finally {
    await deps.leases.release(lease, {});
  }
}
