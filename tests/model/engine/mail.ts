import type { Deliveries, DeliveryModes } from '@/sandbox/core/deliveries';
import type { Ids } from '@/sandbox/core/ids';
import type { OutgoingMessage } from '@/sandbox/core/outgoing-message';

export type Letter = { message: OutgoingMessage; attempt: number; dueAt: number };

/** Messages of a platform on their way to us: lost, repeated and overtaking each other as the modes say. Nothing leaves by itself. */
export type Mail = Deliveries & {
  /** Takes what is due, oldest first, at most `limit`. */
  take(now: number, limit: number): Letter[];
  /** It was not accepted: once more later, a few times. */
  again(letter: Letter, now: number): void;
};

const AGAIN_MS = 30_000;
const ATTEMPTS = 4;
const REORDER_MS = 5_000;
const NORMAL: DeliveryModes = { lose: false, duplicate: 0, reorder: false, delayMs: 0 };

export function createMail(clock: { now(): number }, ids: Ids): Mail {
  let modes = NORMAL;
  let letters: Letter[] = [];
  const isLost = () => (typeof modes.lose === 'boolean' ? modes.lose : modes.lose > 0 && ids.next() < modes.lose);

  return {
    send(message) {
      if (isLost()) return;
      for (let copy = 0; copy <= modes.duplicate; copy += 1) {
        const heldMs = modes.reorder ? ids.int(0, REORDER_MS) : 0;
        letters.push({ message, attempt: 1, dueAt: clock.now() + modes.delayMs + heldMs });
      }
    },
    take(now, limit) {
      const due = letters
        .filter((letter) => letter.dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt)
        .slice(0, limit);
      if (due.length > 0) letters = letters.filter((letter) => !due.includes(letter));
      return due;
    },
    again({ message, attempt }, now) {
      if (attempt < ATTEMPTS) letters.push({ message, attempt: attempt + 1, dueAt: now + AGAIN_MS });
    },
    flush: async () => {},
    modes: () => modes,
    setModes(change) {
      modes = { ...modes, ...change };
    },
    log: () => [],
    pending: () => letters.length,
    clear() {
      letters = [];
      modes = NORMAL;
    },
    close() {},
  };
}
