import type { TestProject } from 'vitest/node';
import { ensureChromium } from '@/scripts/chromium';
import { demoEnvironment } from '@/scripts/demo-env';
import { demoParts } from '@/scripts/demo-parts';
import { demoPorts } from '@/scripts/demo-ports';
import { migrate } from '@/scripts/migrate';
import { createScratchDatabase } from '@/scripts/scratch-database';
import { startServices } from '@/scripts/services';
import { ensureWebBuilt } from '@/scripts/web-build';

const DATA_DIR = '.data/e2e';

export type Running = {
  appUrl: string;
  haravanUrl: string;
  lazadaUrl: string;
  databaseUrl: string;
  redisUrl: string;
  /** Where its secrets are kept. */
  dataDir: string;
  chromium: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    running: Running;
  }
}

/** The built product, its workers and both platforms, once for all files; each file has a merchant of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.reverse()) await end();
  };
  try {
    project.provide('running', await start(closing));
  } catch (error) {
    await close();
    throw error;
  }
  return close;
}

async function start(closing: (() => Promise<void>)[]): Promise<Running> {
  const services = await startServices({ dataDir: DATA_DIR, kind: 'throwaway' });
  const scratch = await createScratchDatabase(services.databaseUrl);
  closing.push(services.stop, scratch.drop);
  await migrate(scratch.url);
  const env = demoEnvironment(DATA_DIR, await demoPorts(true));
  const parts = demoParts({ ...env, DATABASE_URL: scratch.url, REDIS_URL: services.redisUrl }, DATA_DIR);
  closing.push(parts.sandbox.stop, parts.workers.stop, parts.web.stop);
  await Promise.all([ensureWebBuilt(console.log), parts.sandbox.start()]);
  await Promise.all([parts.web.start(), parts.workers.start()]);
  return {
    appUrl: env.APP_URL ?? '',
    haravanUrl: env.HARAVAN_API_URL ?? '',
    lazadaUrl: env.LAZADA_AUTH_URL ?? '',
    databaseUrl: scratch.url,
    redisUrl: services.redisUrl,
    dataDir: DATA_DIR,
    chromium: await ensureChromium(),
  };
}
