import { demoEnvironment } from '@/scripts/demo-env';
import { freePort } from '@/scripts/local-services/free-port';
import { migrate } from '@/scripts/migrate';
import type { RunningProcess } from '@/scripts/run-process';
import { createScratchDatabase } from '@/scripts/scratch-database';
import { startServices } from '@/scripts/services';
import type { CatalogueSize } from './catalogue';
import { showErrors, startProgram } from './start-program';

const READY_MS = 30_000;
const DATA_DIR = '.data/bench';

export type Closing = (() => Promise<void>)[];
export type Parts = {
  env: Record<string, string>;
  databaseUrl: string;
  redisUrl: string;
  haravanUrl: string;
  lazadaUrl: string;
  worker: RunningProcess & { pid: number };
  /** All of them, the first one too. */
  workers: (RunningProcess & { pid: number })[];
};

export type PartsOptions = { workers?: number; notifies?: boolean; env?: Record<string, string> };

async function ownEnvironment(closing: Closing) {
  const services = await startServices({ dataDir: DATA_DIR });
  closing.push(services.stop);
  const scratch = await createScratchDatabase(services.databaseUrl);
  closing.push(scratch.drop);
  await migrate(scratch.url);
  const ports = { web: await freePort(), haravan: await freePort(), lazada: await freePort() };
  const urls = { databaseUrl: scratch.url, redisUrl: services.redisUrl };
  const env: Record<string, string> = {
    ...demoEnvironment(DATA_DIR, ports),
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    // Orders are asked for when the bench says so.
    ORDER_POLL_SECONDS: '3600',
  };
  return { env, ports, ...urls };
}

async function startWorker(env: Record<string, string>): Promise<Parts['worker']> {
  let pid = 0;
  const log = (line: string) => {
    pid ||= Number(/"pid":(\d+)/.exec(line)?.[1] ?? 0);
    showErrors(line);
  };
  const worker = startProgram('bench/worker.ts', {}, { ...env, LOG_LEVEL: 'info' }, log);
  await worker.waitForLine(/worker ready/, READY_MS);
  return { ...worker, pid };
}

/**
 * Servers, platforms and one worker, each a process of its own, on a database of its own. `prepare` runs when the platforms
 * answer and the worker does not run yet. What was started is added to `closing`, to be ended last to first.
 */
export async function startParts(
  size: CatalogueSize,
  prepare: (env: Record<string, string>) => Promise<void>,
  closing: Closing,
  options: PartsOptions = {},
): Promise<Parts> {
  const { env: own, ports, databaseUrl, redisUrl } = await ownEnvironment(closing);
  const env = { ...own, ...options.env };
  const given = { haravanPort: ports.haravan, lazadaPort: ports.lazada, size, notifies: options.notifies ?? false };
  const platforms = startProgram('bench/platforms.ts', given, env, showErrors);
  closing.push(platforms.stop);
  await platforms.waitForLine(/platforms ready/, READY_MS);
  await prepare(env);
  const worker = await startWorker(env);
  const workers = [worker];
  while (workers.length < (options.workers ?? 1)) workers.push(await startWorker(env));
  closing.push(async () => void (await Promise.all(workers.map((each) => each.stop()))));
  const [haravanUrl, lazadaUrl] = [`http://127.0.0.1:${ports.haravan}`, `http://127.0.0.1:${ports.lazada}`];
  return { env, databaseUrl, redisUrl, haravanUrl, lazadaUrl, worker, workers };
}
