import type { World } from '@/src/compose/basics';
import type { Clients } from '@/src/compose/clients';
import type { Stores } from '@/src/compose/stores';
import { createTurnHandlers } from '@/src/compose/turn-handlers';
import { createUseCases } from '@/src/compose/use-cases';
import type { Lane } from '@/src/domain/lane';
import type { Env } from '@/src/platform/env';
import type { TurnHandler, TurnKey, TurnLeases, TurnQueue } from '@/src/sync/ports/turn';
import type { Clock, Log, Random } from '@/src/sync/ports/world';
import { createTurnRunner } from '@/workers/turn-runner';
import { findDueTurns } from './due-turns';
import { createMemoryDatabase } from './memory-database';
import { createMemoryQueue } from './memory-queue';
import type { Seam } from './seam';
import { createMemoryStores } from './stores';
import { createTurnLeases } from './turn-leases';

/** Where rows, leases and the search for due turns are kept. */
export type Engine = {
  stores(queue: TurnQueue): Stores;
  leases: TurnLeases;
  findDue(now: Date, limit: number): Promise<TurnKey[]>;
};

export type ReplayOptions = {
  clients: Clients;
  clock: Clock;
  random: Random;
  newSecret: () => string;
  env: Env;
  log: Log;
  seam: Seam;
};

const DUE_LIMIT = 1_000;

/** What a dead process would have said is not said. */
const heard = (log: Log, seam: Seam): Log => ({
  info: (...said) => seam.isDead() || log.info(...said),
  warn: (...said) => seam.isDead() || log.warn(...said),
  error: (...said) => seam.isDead() || log.error(...said),
});

function wrapStores(stores: Stores, seam: Seam): Stores {
  const wrapped = Object.entries(stores).map(([name, store]) => [name, seam.wrap<object>('store', name, store)]);
  return Object.fromEntries(wrapped) as Stores;
}

/** The product's own use-cases and turn runner over an engine, with every effect at the seam. Time and chance are given. */
export function composeOver(engine: Engine, options: ReplayOptions) {
  const { clients, clock, random, newSecret, env, seam } = options;
  const log = heard(options.log, seam);
  const queue = createMemoryQueue();
  const turns = seam.wrap<TurnQueue>('engine', 'queue', { request: queue.request });
  const world: World = { env, clock, log, queue: turns, random, newSecret, sleep: async () => {} };
  const stores = wrapStores(engine.stores(turns), seam);
  const useCases = createUseCases(world, clients, stores);
  const handlers: Record<Lane, TurnHandler> = createTurnHandlers(world, clients, stores, useCases);

  const runnerOf = (holder: string) =>
    createTurnRunner({
      leases: seam.wrap('engine', 'leases', engine.leases),
      queue: turns,
      handlers: ({ lane }) => handlers[lane],
      renewAccess: useCases.renewAccess,
      letOthersGo: async () => undefined,
      holder,
      now: () => clock.now(),
      stopping: () => false,
      log,
    });
  const runners = new Map<string, ReturnType<typeof runnerOf>>();

  return {
    useCases,
    stores,
    queue,
    turns: handlers,
    /** The turns that a sweep would ask for: wishes due, nobody at it, no pause. */
    dueTurns: (now = new Date(clock.now())) => engine.findDue(now, DUE_LIMIT),
    /** One turn as a worker runs it, to its end or to the worker's death. Nothing happens when the lease is taken. */
    async runTurn(key: TurnKey, worker = 'worker'): Promise<{ died: boolean }> {
      const run = runners.get(worker) ?? runnerOf(worker);
      runners.set(worker, run);
      const { died } = await seam.run(worker, () => run(key));
      return { died };
    },
  };
}

export type ReplayApp = ReturnType<typeof composeOver>;

/** The whole product wholly in memory. */
export function composeInMemory(options: ReplayOptions) {
  const { clock, newSecret } = options;
  const database = createMemoryDatabase();
  const engine: Engine = {
    stores: (queue) => createMemoryStores(database, { clock, newSecret, queue }),
    leases: createTurnLeases(database, clock),
    findDue: async (now, limit) => findDueTurns(database, now, limit),
  };
  return { ...composeOver(engine, options), database };
}
