import type { DemoOptions } from './demo-options';
import { resetServices } from './local-services/reset';
import { migrate } from './migrate';
import { createScratchDatabase } from './scratch-database';
import { type Services, startServices } from './services';

/** A single run on a given server gets a database of its own there: what DATABASE_URL names is not ours to empty. */
async function onScratchDatabase(services: Services): Promise<Services> {
  const scratch = await createScratchDatabase(services.databaseUrl);
  const stop = async () => {
    await scratch.drop();
    await services.stop();
  };
  return { ...services, databaseUrl: scratch.url, stop };
}

async function prepared(services: Services, options: DemoOptions): Promise<Services> {
  if (options.once && !services.local.database) return onScratchDatabase(services);
  if (options.fresh) await resetServices(services);
  return services;
}

/** PostgreSQL and Redis for the demo, empty when that is wanted, with every migration applied. */
export async function openDemoDatabase(options: DemoOptions, log: (line: string) => void): Promise<Services> {
  const started = await startServices({ dataDir: options.dataDir, log });
  let services = started;
  try {
    services = await prepared(started, options);
    await migrate(services.databaseUrl);
    return services;
  } catch (error) {
    await services.stop();
    throw error;
  }
}
