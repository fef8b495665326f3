import { AsyncLocalStorage } from 'node:async_hooks';

/** Where a turn stands still: right before a call leaves, right after its answer came, before and after a commit. */
export type GateAt = { kind: 'call' | 'answer' | 'commit' | 'committed'; what: string };

/** A turn as the scheduler sees it: it runs a few gates further, then waits, while the world goes on. */
export type Fiber = {
  readonly id: number;
  readonly name: string;
  readonly startedAt: number;
  /** `frozen`: its process has been stopped (no heartbeat) and may wake long after its lease was given away. */
  state: 'running' | 'waiting' | 'frozen' | 'ended' | 'dead';
  /** The gate that it stands at, or passed last. */
  at: GateAt | null;
  gates: number;
  /** A platform call of it met a fault, or its process was stopped: no promise holds for such a turn. */
  disturbed: boolean;
};

/** `waiting`: every branch of the turn that stands at a gate. */
type Inside = Fiber & { budget: number; waiting: (() => void)[]; onWait: () => void; done: Promise<void> };

export type Fibers = {
  /** Starts work and lets it pass `budget` gates. */
  start(name: string, budget: number, work: (fiber: Fiber) => Promise<void>): Promise<Fiber>;
  resume(fiber: Fiber, budget: number): Promise<void>;
  /** The process dies: the work is never resumed, nothing of it is cleaned up. */
  kill(fiber: Fiber): void;
  /** Those that wait or are frozen, oldest first. */
  suspended(): Fiber[];
  /** All that have begun and neither ended nor died. */
  alive(): readonly Fiber[];
  /** How many gates were reached, by whomever: it stands still when everything does. */
  reached(): number;
  current(): Fiber | undefined;
  /** What is called between the steps of a turn. Outside a turn it does nothing. */
  gate(at: GateAt): Promise<void>;
};

const never = new Promise<never>(() => {});

/**
 * Turns that run side by side, one at a time, switched at every platform call and commit: a process model without processes.
 * `settled`: what a branch of the turn still does when another stands at a gate has been done.
 */
export function createFibers(now: () => number, settled?: () => Promise<void> | undefined): Fibers {
  const storage = new AsyncLocalStorage<Inside>();
  let alive: Inside[] = [];
  let ids = 0;
  let reached = 0;

  async function untilItWaits(fiber: Inside): Promise<void> {
    const waits = new Promise<void>((resolve) => {
      fiber.onWait = resolve;
    });
    fiber.state = 'running';
    for (const go of fiber.waiting.splice(0)) go();
    await Promise.race([fiber.done, waits]);
    await settled?.();
  }

  return {
    async start(name, budget, work) {
      ids += 1;
      const fiber: Inside = {
        ...{ id: ids, name, startedAt: now(), state: 'running', at: null, gates: 0, disturbed: false },
        ...{ budget, waiting: [], onWait: () => {}, done: never },
      };
      alive.push(fiber);
      const waits = new Promise<void>((resolve) => {
        fiber.onWait = resolve;
      });
      fiber.done = storage
        .run(fiber, () => work(fiber))
        .finally(() => {
          fiber.state = 'ended';
          alive = alive.filter((one) => one !== fiber);
        });
      await Promise.race([fiber.done, waits]);
      await settled?.();
      return fiber;
    },
    async resume(fiber, budget) {
      const inside = alive.find((one) => one.id === fiber.id);
      if (!inside) return;
      inside.budget = budget;
      await untilItWaits(inside);
    },
    kill(fiber) {
      fiber.state = 'dead';
      alive = alive.filter((one) => one.id !== fiber.id);
    },
    suspended: () => alive.filter((fiber) => fiber.state === 'waiting' || fiber.state === 'frozen'),
    alive: () => alive,
    reached: () => reached,
    current: () => storage.getStore(),
    async gate(at) {
      reached += 1;
      const fiber = storage.getStore();
      if (!fiber) return;
      if (fiber.state === 'dead') return never;
      fiber.gates += 1;
      fiber.at = at;
      if (fiber.budget > 0) {
        fiber.budget -= 1;
        return;
      }
      fiber.state = 'waiting';
      await new Promise<void>((resolve) => {
        fiber.waiting.push(resolve);
        fiber.onWait();
      });
    },
  };
}
