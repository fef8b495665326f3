import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startServices } from '../services';

/** Databases that tests made and left empty for one another. */
async function dropDatabases(url: string, run: string): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    const made = await server.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`channel_test_${run}_`],
    );
    for (const { datname } of made.rows) await server.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await server.end();
  }
}

/**
 * Vitest's global set-up for projects that need servers: TEST_DATABASE_URL (may create databases) and TEST_REDIS_URL
 * are ours unless given. Returns the tear-down.
 */
export async function setup(): Promise<() => Promise<void>> {
  const services = await startServices({ dataDir: '.data/tests', kind: 'throwaway' });
  process.env.TEST_DATABASE_URL ??= services.databaseUrl;
  process.env.TEST_REDIS_URL ??= services.redisUrl;
  const run = randomBytes(4).toString('hex');
  process.env.TEST_RUN = run;
  const url = process.env.TEST_DATABASE_URL;
  return async () => {
    await dropDatabases(url, run);
    await services.stop();
  };
}
