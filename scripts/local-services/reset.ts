import { Redis } from 'ioredis';
import pg from 'pg';
import type { Services } from '../services';

async function recreateDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = pg.escapeIdentifier(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`drop database ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}

/**
 * Empties the local database and Redis. Refuses when they are not of our own data directory, or in use.
 */
export async function resetServices(services: Services): Promise<void> {
  if (!services.local.database)
    throw new Error('DATABASE_URL is set, and that database is not ours to empty: unset it.');
  if (await services.isShared()) throw new Error('Another process uses this data: stop it first.');
  await recreateDatabase(services.databaseUrl);
  if (!services.local.redis) return;
  const redis = new Redis(services.redisUrl, { disconnectTimeout: 0 });
  await redis.flushall();
  await redis.quit();
}
