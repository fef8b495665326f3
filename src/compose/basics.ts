import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { createDatabase, type Database } from '@/src/db/client';
import { createSweepDoor, createTenantDoor, type SweepDoor, type TenantDoor } from '@/src/db/tenant';
import { createTurnLeases } from '@/src/db/turn-lease-store';
import { createTurnQueues, type TurnQueues } from '@/src/jobs/turn-queue';
import { type Clock, systemClock } from '@/src/platform/clock';
import { createEncryption, type Encryption } from '@/src/platform/encryption';
import type { Env } from '@/src/platform/env';
import type { TurnLeases, TurnQueue } from '@/src/sync/ports/turn';
import type { Batches } from '@/src/sync/stock/batches';
import type { Log } from '@/src/sync/ports/world';
import { createLogger, type Logger } from '@/src/platform/logger';
import { createProducerRedis } from '@/src/platform/redis';

/** What use-cases take from outside besides platforms and rows: settings, time, chance, words and turns. */
export type World = {
  env: Env;
  clock: Clock;
  log: Log;
  queue: TurnQueue;
  random: () => number;
  newSecret: () => string;
  sleep: (ms: number) => Promise<void>;
  /** Smaller than in life where a test wants many from few rows. */
  batches?: Batches;
};

/** What everything else stands on: database, queue, clock, keys, log. */
export type Basics = World & {
  log: Logger;
  db: Database;
  door: TenantDoor;
  sweep: SweepDoor;
  redis: Redis;
  queue: TurnQueues;
  leases: TurnLeases;
  encryption: Encryption;
};

const SECRET_BYTES = 32;
/** Lanes times concurrency may all wait for the database at once; more connections would not make it faster. */
const POOL_SIZE = 20;

export function createBasics(env: Env): Basics {
  const clock = systemClock;
  const db = createDatabase({ url: env.DATABASE_URL, poolSize: POOL_SIZE });
  const redis = createProducerRedis(env.REDIS_URL);
  return {
    env,
    clock,
    log: createLogger('channel', env.LOG_LEVEL),
    db,
    door: createTenantDoor(db),
    sweep: createSweepDoor(db),
    redis,
    queue: createTurnQueues(redis, clock.now),
    leases: createTurnLeases(db),
    encryption: createEncryption(env.ENCRYPTION_KEYS),
    random: Math.random,
    newSecret: () => randomBytes(SECRET_BYTES).toString('base64url'),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
