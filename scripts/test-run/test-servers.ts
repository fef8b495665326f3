import { startServices } from '../services';

/**
 * Vitest's global set-up for projects that need servers: TEST_DATABASE_URL (may create databases) and TEST_REDIS_URL
 * are ours unless given. Returns the tear-down.
 */
export async function setup(): Promise<() => Promise<void>> {
  const services = await startServices({ dataDir: '.data/tests', durable: false });
  process.env.TEST_DATABASE_URL ??= services.databaseUrl;
  process.env.TEST_REDIS_URL ??= services.redisUrl;
  return services.stop;
}
