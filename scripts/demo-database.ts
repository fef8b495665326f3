import type { DemoOptions } from './demo-options';
import { resetServices } from './local-services/reset';
import { migrate } from './migrate';
import { createScratchDatabase } from './scratch-database';
import { type Services, startServices } from './services';

/** A given server gets a database of its own for us: what DATABASE_URL names is not ours to empty. */
async function onScratchDatabase(services: Services): Promise<Services> {
  const scratch = await createScratchDatabase(services.databaseUrl);
  const stop = async () => {
    await scratch.drop();
    await services.stop();
  };
  return { ...services, databaseUrl: scratch.url, stop };
}

async function emptied(services: Services): Promise<Services> {
  if (!services.local.database) return onScratchDatabase(services);
  await resetServices(services);
  return services;
}

/** PostgreSQL and Redis for the demo with every migration applied, and empty: the sandbox begins anew each time as well. */
export async function openDemoDatabase(options: DemoOptions, log: (line: string) => void): Promise<Services> {
  const started = await startServices({ dataDir: options.dataDir, log });
  let services = started;
  try {
    services = await emptied(started);
    await migrate(services.databaseUrl);
    return services;
  } catch (error) {
    await services.stop();
    throw error;
  }
}
