import { verifyLaunch } from '@/src/clients/haravan/launch';
import type { THROTTLE_LIMITS } from '@/src/clients/http/throttle';
import { findDueTurns } from '@/src/db/due-turns';
import { readMetrics } from '@/src/db/metric-readings';
import { parseEnv } from '@/src/platform/env';
import { createMetrics } from '@/src/platform/metrics';
import { createWorkerRedis } from '@/src/platform/redis';
import type { TurnKey } from '@/src/sync/ports/turn';
import { createBasics } from './compose/basics';
import { createClients } from './compose/clients';
import { createQueries } from './compose/queries';
import { createStores } from './compose/stores';
import { createTurnHandlers } from './compose/turn-handlers';
import { createUseCases } from './compose/use-cases';

export type App = ReturnType<typeof composeFrom>;

/** Longer than a healthy database or Redis ever takes. */
const HEALTH_MS = 2_000;

export type ComposeOptions = {
  /** How fast the platforms may be called [THROTTLE_LIMITS]; a measurement against platforms of its own lifts it. */
  throttleLimits?: typeof THROTTLE_LIMITS;
};

/** Builds the real thing from an environment. One per process; tests make their own. */
export function composeFrom(source: Record<string, string | undefined>, { throttleLimits }: ComposeOptions = {}) {
  const basics = createBasics(parseEnv(source));
  const { env, clock, log, db, redis, queue, leases, sweep, encryption } = basics;
  const metrics = createMetrics();
  const clients = createClients(basics, metrics, throttleLimits);
  const stores = createStores(basics);
  const useCases = createUseCases(basics, clients, stores);
  const handlers = createTurnHandlers(basics, clients, stores, useCases);
  return {
    ...useCases,
    env,
    clock,
    log,
    sweep,
    merchants: stores.merchants,
    queries: createQueries(basics),
    /** What merchants ask for, by screen. */
    commands: {
      publishing: useCases.publishing,
      zeroLostLinks: useCases.zeroLostLinks,
      orders: useCases.orderCommands,
      backfill: useCases.backfill,
      lookUpOrder: useCases.lookUpOrder,
      settings: useCases.settings,
      retryIssues: useCases.retryIssues,
    },
    open: encryption.open,
    launch: {
      verify: (queryString: string) =>
        verifyLaunch({ queryString, secret: env.HARAVAN_CLIENT_SECRET, nowMs: clock.now() }),
    },
    turns: {
      queue,
      leases,
      handlerOf: (key: TurnKey) => handlers[key.lane],
      renewAccess: useCases.renewAccess,
      findDue: (now: Date, limit: number) => findDueTurns(sweep, now, limit),
      /** A connection that waits for Redis as long as it takes, as workers must. */
      connect: () => createWorkerRedis(env.REDIS_URL),
    },
    health: async () => ({
      postgres: await answers(db.$queryRaw`SELECT 1`),
      redis: await answers(redis.ping()),
    }),
    async metrics() {
      const waiting = await queue.counts().catch(() => []);
      const turns = waiting.flatMap(({ lane, ...counts }) =>
        Object.entries(counts).map(([state, value]) => ({
          name: 'channel_turns',
          help: 'Turns by lane and state.',
          labels: { lane, state },
          value,
        })),
      );
      return metrics.render([...turns, ...(await readMetrics(sweep, new Date(clock.now())))]);
    },
    async close() {
      await queue.close();
      redis.disconnect();
      await db.$disconnect();
    },
  };
}

const answers = (question: Promise<unknown>): Promise<boolean> => {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), HEALTH_MS).unref());
  return Promise.race([question.then(() => true).catch(() => false), late]);
};

// The dev server loads modules anew on every change; a second pool and queue each time would exhaust the database.
const held: { channelApp?: App } = globalThis as { channelApp?: App };

/** The app of this process, built from `process.env` on first use. */
export function compose(): App {
  held.channelApp ??= composeFrom(process.env);
  return held.channelApp;
}
