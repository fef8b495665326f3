import type { Clock } from './clock';

export type Alarm = {
  /** Rings once at that time by the clock, also when a jump passes it. Replaces the time set before. */
  arm(at: number | undefined): void;
  disarm(): void;
  close(): void;
};

/** Timers of Node hold at most 2^31-1 ms: longer waits are taken in steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** An alarm that obeys the sandbox's clock and never keeps the process alive. */
export function wakeAt(clock: Clock, ring: () => void): Alarm {
  let dueAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    clearTimeout(timer);
    if (dueAt === undefined) return;
    const waitMs = Math.min(Math.max(0, dueAt - clock.now()), LONGEST_TIMER_MS);
    timer = setTimeout(check, waitMs).unref();
  };
  const check = () => {
    if (dueAt === undefined) return;
    if (clock.now() < dueAt) return start();
    dueAt = undefined;
    ring();
  };
  const stopListening = clock.onJump(start);
  const disarm = () => {
    dueAt = undefined;
    clearTimeout(timer);
  };
  return {
    arm(at) {
      dueAt = at;
      start();
    },
    disarm,
    close() {
      disarm();
      stopListening();
    },
  };
}
