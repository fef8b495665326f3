import { resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { postmasterPid } from '@/scripts/local-services/postgres-cluster';
import { postgresHome } from '@/scripts/local-services/postgres-home';
import { startPostgres } from '@/scripts/local-services/postgres';
import { startRedis } from '@/scripts/local-services/redis';

/** A PostgreSQL and a Redis of the run's own, which may crash. */
export type Servers = {
  databaseUrl: string;
  redisUrl: string;
  /** Ends every connection at once and starts again from the write-ahead log. */
  crashPostgres(): Promise<void>;
  emptyRedis(): Promise<void>;
  /** Comes back with nothing in it. */
  crashRedis(): Promise<void>;
  stop(): Promise<void>;
};

async function command(url: string, run: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined);
  await run(redis).catch(() => undefined);
  redis.disconnect();
}

export async function startServers(folder: string): Promise<Servers> {
  const dataDir = resolve(folder);
  await mkdir(dataDir, { recursive: true });
  let [postgres, redis] = await Promise.all([startPostgres(dataDir, 'small'), startRedis(dataDir, false)]);
  const redisUrl = redis.url;
  return {
    databaseUrl: postgres.url,
    redisUrl,
    async crashPostgres() {
      const pid = await postmasterPid((await postgresHome(dataDir)).cluster);
      if (pid !== undefined) process.kill(pid, 'SIGQUIT');
      while (pid !== undefined && isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
      postgres = await startPostgres(dataDir, 'small');
    },
    emptyRedis: () => command(redisUrl, (server) => server.flushall()),
    async crashRedis() {
      await command(redisUrl, (server) => server.shutdown('NOSAVE'));
      redis = await startRedis(dataDir, false);
    },
    stop: async () => void (await Promise.all([postgres.stop(), redis.stop()])),
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
