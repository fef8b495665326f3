import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endProcess, isAlive } from './local-services/end-process';
import { removeLocalData } from './local-services/postgres-home';
import { type Services, startServices } from './services';

const timeout = 60_000;
let dataDir: string;

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', undefined);
  vi.stubEnv('REDIS_URL', undefined);
  dataDir = mkdtempSync(join(tmpdir(), 'services-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await removeLocalData(dataDir);
});

const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function query(services: Services, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: services.databaseUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function redisSetting(services: Services, name: string): Promise<unknown> {
  const redis = new Redis(services.redisUrl);
  try {
    return (await redis.config('GET', name)) as unknown;
  } finally {
    await redis.quit();
  }
}

describe('R9.1 local PostgreSQL and Redis', () => {
  test('a second start finds the first, and the last one to stop ends both', { timeout }, async () => {
    const first = await startServices({ dataDir });
    const pid = postmaster();
    const second = await startServices({ dataDir });
    expect(second).toMatchObject({ databaseUrl: first.databaseUrl, redisUrl: first.redisUrl });
    await first.stop();
    expect(isAlive(pid)).toBe(true);
    expect(await redisSetting(second, 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    await second.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('what was committed survives a killed server, whose lock file then names a stranger', { timeout }, async () => {
    const before = await startServices({ dataDir });
    await query(before, 'create table kept as select 42 as answer');
    await endProcess(postmaster(), 'SIGKILL', 'SIGKILL');
    const lock = join(dataDir, 'postgres', 'postmaster.pid');
    expect(readFileSync(lock, 'utf8')).not.toBe('');
    const after = await startServices({ dataDir });
    expect(await query(after, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await query(after, 'show fsync')).toEqual([{ fsync: 'on' }]);
    await before.stop();
    await after.stop();
  });

  test('given servers are used as they are', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://elsewhere/x');
    vi.stubEnv('REDIS_URL', 'redis://elsewhere');
    const services = await startServices({ dataDir });
    expect(services).toMatchObject({
      databaseUrl: 'postgresql://elsewhere/x',
      local: { database: false, redis: false },
    });
    await services.stop();
  });
});
