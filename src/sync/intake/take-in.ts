import type { InboxStore, NewMessage } from '../ports/inbox';
import type { TurnQueue } from '../ports/turn';
import type { Clock, Log } from '../ports/world';
import type { ReceiveOutcome } from './receive-outcome';

export const BODY_LIMIT_BYTES = 256 * 1024;
/** Redis down must not cost the 500 ms that a platform waits (R9.2); the sweep finds the row anyway. */
const ENQUEUE_MS = 150;
/** Beyond this the platform has hung up: say honestly that nothing is known to be stored. */
const STORE_MS = 3_000;

export type TakeInDeps = { inbox: Pick<InboxStore, 'add'>; queue: TurnQueue; clock: Clock; log: Log };

/** Resolves to 'late' after `ms`; what was late goes on by itself. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Runs what needs the database; a database that is down or hangs is `store_failed`, never a success. */
export async function guarded(log: Log, work: () => Promise<ReceiveOutcome>): Promise<ReceiveOutcome> {
  const stored = work().catch((error: unknown): ReceiveOutcome => {
    log.error({ reason: error instanceof Error ? error.name : 'unknown' }, 'a message could not be stored');
    return { kind: 'store_failed' };
  });
  const outcome = await within(STORE_MS, stored);
  return outcome === 'late' ? { kind: 'store_failed' } : outcome;
}

/** Stores, then asks for a turn, best effort (design §6 Receivers). */
export async function takeIn(deps: TakeInDeps, merchantId: string, message: NewMessage): Promise<ReceiveOutcome> {
  const kept = await deps.inbox.add(merchantId, message, new Date(deps.clock.now()));
  const asked = deps.queue.request({ lane: 'intake', merchantId, connectionId: null }).catch(() => undefined);
  await within(ENQUEUE_MS, asked);
  return { kind: kept === 'stored' ? 'accepted' : 'duplicate' };
}
