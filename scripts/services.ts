import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { withDirectoryLock } from './local-services/directory-lock';
import { addOwner, countOwners, removeOwner } from './local-services/owners';
import { startPostgres } from './local-services/postgres';
import type { PostgresKind } from './local-services/postgres-settings';
import { startRedis } from './local-services/redis';

export type ServicesOptions = {
  /** Where the data stays; each directory has its own servers. */
  dataDir: string;
  log?: (line: string) => void;
  /** `throwaway` for tests: faster, and nothing survives a crash. `server`: with the memory that production gives PostgreSQL. */
  kind?: PostgresKind;
};

export type Services = {
  databaseUrl: string;
  redisUrl: string;
  /** Which of the two are servers of the data directory, and not given by the environment. */
  local: { database: boolean; redis: boolean };
  /** Whether another living process uses the same data directory. */
  isShared: () => Promise<boolean>;
  /** Ends the local servers, unless somebody else uses them. */
  stop: () => Promise<void>;
};

type Local = { url: string; started: boolean; stop: () => Promise<void> };

/** An address given by the environment is somebody else's server: never started, never stopped. */
async function given(url: string | undefined, start: () => Promise<Local>): Promise<Local> {
  return url ? { url, started: false, stop: async () => undefined } : start();
}

async function startAll(dataDir: string, options: ServicesOptions): Promise<[Local, Local]> {
  const kind = options.kind ?? 'small';
  const begun = performance.now();
  const postgres = await given(process.env.DATABASE_URL, () => startPostgres(dataDir, kind));
  const redis = await given(process.env.REDIS_URL, () => startRedis(dataDir, kind !== 'throwaway'));
  const started = [postgres.started && 'PostgreSQL', redis.started && 'Redis'].filter(Boolean).join(' and ');
  if (started)
    options.log?.(`${started} started in ${((performance.now() - begun) / 1000).toFixed(1)} s, data in ${dataDir}`);
  return [postgres, redis];
}

/**
 * PostgreSQL and Redis for this process: those of DATABASE_URL and REDIS_URL (spec R9.1), else local
 * ones of the data directory, shared with whoever else uses it.
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const claim = `${process.pid}-${randomBytes(4).toString('hex')}`;
  const [postgres, redis] = await withDirectoryLock(dataDir, async () => {
    await addOwner(dataDir, claim);
    return startAll(dataDir, options);
  });
  const stop = () =>
    withDirectoryLock(dataDir, async () => {
      await removeOwner(dataDir, claim);
      if ((await countOwners(dataDir)) === 0) await Promise.all([redis.stop(), postgres.stop()]);
    });
  return {
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    local: { database: !process.env.DATABASE_URL, redis: !process.env.REDIS_URL },
    isShared: async () => (await countOwners(dataDir)) > 1,
    stop,
  };
}
