import { attemptDelivery } from './delivery-attempt';
import type { DeliveryBreaker } from './delivery-breaker';
import { createDueQueue } from './due-queue';
import { createDeliveryLog, type DeliveryRecord } from './delivery-log';
import type { Clock } from './clock';
import type { Ids } from './ids';
import type { OutgoingMessage } from './outgoing-message';
import { wakeAt } from './wake';

/** `attemptDelaysMs[n]` is the wait before attempt n+1, counted from the failure before it (from sending, for the first). */
export type DeliveryPolicy = { attemptDelaysMs: readonly number[]; timeoutMs: number; concurrency?: number };

export type DeliveryModes = {
  /** `true` loses every message, a number in [0, 1] loses that share. A lost message is never tried. */
  lose: boolean | number;
  /** Extra copies of each message. */
  duplicate: number;
  /** Messages overtake each other: each is held back up to `REORDER_WINDOW_MS` by lot. */
  reorder: boolean;
  /** Added before the first attempt. */
  delayMs: number;
};

export type Deliveries = {
  /** Returns at once; the message leaves later, outside the request that caused it. */
  send(message: OutgoingMessage): void;
  /** Resolves when nothing is under way and nothing is due by the clock (held-back messages count as due). */
  flush(): Promise<void>;
  modes(): DeliveryModes;
  setModes(change: Partial<DeliveryModes>): void;
  log(): readonly DeliveryRecord[];
  /** Messages not yet delivered or given up. */
  pending(): number;
  /** Forgets queue, log and modes. */
  clear(): void;
  close(): void;
};

type Queued = { message: OutgoingMessage; attempt: number; dueAt: number; held: boolean };

export const REORDER_WINDOW_MS = 200;
const NORMAL: DeliveryModes = { lose: false, duplicate: 0, reorder: false, delayMs: 0 };
const FLUSH_POLL_MS = 5;

type Parts = { clock: Clock; ids: Ids; policy: DeliveryPolicy; breaker?: DeliveryBreaker };

/** Draws its lots from a stream of its own, so that lost messages do not change what else is drawn. */
export function createDeliveries({ clock, ids: source, policy, breaker }: Parts): Deliveries {
  const ids = source.fork('deliveries');
  const concurrency = policy.concurrency ?? 8;
  const log = createDeliveryLog(clock);
  const timer = wakeAt(clock, pump);
  const queue = createDueQueue<Queued>();
  let running = 0;
  let generation = 0;
  let modes = NORMAL;

  function enqueue(entry: Queued): void {
    queue.add(entry);
    if (queue.earliest() === entry.dueAt) timer.arm(entry.dueAt);
  }

  function pump(): void {
    const now = clock.now();
    while (running < concurrency) {
      const entry = queue.takeDue(now);
      if (!entry) break;
      void run(entry);
    }
    if (running < concurrency) timer.arm(queue.earliest());
  }

  async function run(entry: Queued): Promise<void> {
    const mine = generation;
    if (isStopped(entry.message)) return log.addUntried(entry.message, 'stopped');
    running += 1;
    const result = await attemptDelivery(entry.message, entry.attempt, policy.timeoutMs);
    running -= 1;
    if (mine !== generation) return pump();
    const next = policy.attemptDelaysMs[entry.attempt];
    const outcome = result.delivered ? 'delivered' : next === undefined ? 'gave-up' : 'failed';
    log.add(entry.message, { ...result, attempt: entry.attempt, outcome });
    if (entry.message.probe && result.delivered) breaker?.close();
    else breaker?.note(result.delivered);
    if (outcome === 'failed' && next !== undefined) {
      enqueue({ ...entry, attempt: entry.attempt + 1, dueAt: clock.now() + next, held: false });
    }
    pump();
  }

  function isStopped(message: OutgoingMessage): boolean {
    return breaker?.isOpen() === true && !message.probe;
  }

  function schedule(message: OutgoingMessage): void {
    const hold = modes.reorder ? ids.int(0, REORDER_WINDOW_MS) : 0;
    const dueAt = clock.now() + (policy.attemptDelaysMs[0] ?? 0) + modes.delayMs + hold;
    enqueue({ message, attempt: 1, dueAt, held: hold > 0 && modes.delayMs === 0 });
  }

  return {
    send(message) {
      if (isStopped(message)) log.addUntried(message, 'stopped');
      else if (isLost(modes.lose, ids)) log.addUntried(message, 'lost');
      else for (let copy = 0; copy <= modes.duplicate; copy++) schedule(message);
    },
    async flush() {
      while (running > 0 || queue.some((entry) => entry.held || entry.dueAt <= clock.now())) {
        await new Promise((resolve) => setTimeout(resolve, FLUSH_POLL_MS));
      }
    },
    modes: () => modes,
    setModes(change) {
      modes = { ...modes, ...change };
    },
    log: log.list,
    pending: () => queue.size() + running,
    clear() {
      generation += 1;
      queue.clear();
      modes = NORMAL;
      log.clear();
      breaker?.close();
      timer.disarm();
    },
    close() {
      generation += 1;
      queue.clear();
      timer.close();
    },
  };
}

function isLost(lose: boolean | number, ids: Ids): boolean {
  return typeof lose === 'boolean' ? lose : lose > 0 && ids.next() < lose;
}
