import { z } from 'zod';
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
export type Program = RunningProcess & { pid: number };
export type BenchWorker = Program & { meters(): Promise<WorkerMeters> };
export type Parts = {
  env: Record<string, string>;
  databaseUrl: string;
  redisUrl: string;
  haravanUrl: string;
  lazadaUrl: string;
  /** Both of them in one process. */
  platforms: Program;
  worker: BenchWorker;
  /** All of them, the first one too. */
  workers: BenchWorker[];
  /** One more beside them. */
  addWorker(): Promise<void>;
};

export type PartsOptions = {
  workers?: number;
  notifies?: boolean;
  env?: Record<string, string>;
  /** How many times as fast as the real platforms these may be called; 0, and when absent: without any limit. */
  limits?: number;
};

const workerMeters = z.object({ queries: z.number(), busySeconds: z.number() });
/** `queries`: messages to PostgreSQL so far. `busySeconds`: how long its one thread computed. */
export type WorkerMeters = z.infer<typeof workerMeters>;

/** Servers as in production, and a database of its own with all migrations. */
export async function ownDatabase(closing: Closing) {
  const services = await startServices({ dataDir: DATA_DIR, kind: 'server' });
  closing.push(services.stop);
  const scratch = await createScratchDatabase(services.databaseUrl);
  closing.push(scratch.drop);
  await migrate(scratch.url);
  return { databaseUrl: scratch.url, redisUrl: services.redisUrl };
}

async function ownEnvironment(closing: Closing) {
  const urls = await ownDatabase(closing);
  const ports = { web: await freePort(), haravan: await freePort(), lazada: await freePort() };
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

async function startNamed(
  file: string,
  argument: object,
  env: Record<string, string>,
  ready: RegExp,
): Promise<Program> {
  let pid = 0;
  const log = (line: string) => {
    pid ||= Number(/"pid":(\d+)/.exec(line)?.[1] ?? 0);
    showErrors(line);
  };
  const program = startProgram(file, argument, env, log);
  await program.waitForLine(ready, READY_MS);
  return { ...program, pid };
}

async function startWorker(env: Record<string, string>, limits: number): Promise<BenchWorker> {
  const metersPort = await freePort();
  const given = { limits, metersPort };
  const worker = await startNamed('bench/worker.ts', given, { ...env, LOG_LEVEL: 'info' }, /worker ready/);
  const meters = async () => workerMeters.parse(await (await fetch(`http://127.0.0.1:${metersPort}`)).json());
  return { ...worker, meters };
}

/** Those that are started later are ended as well. */
function workerGroup(env: Record<string, string>, limits: number, closing: Closing) {
  const workers: BenchWorker[] = [];
  closing.push(async () => void (await Promise.all(workers.map((each) => each.stop()))));
  const addWorker = async () => void workers.push(await startWorker(env, limits));
  return { workers, addWorker };
}

/**
 * Servers, platforms and workers, each a process of its own, on a database of its own. `prepare` runs when the platforms
 * answer and no worker runs yet. What was started is added to `closing`, to be ended last to first.
 */
export async function startParts(
  size: CatalogueSize,
  prepare: (env: Record<string, string>) => Promise<void>,
  closing: Closing,
  options: PartsOptions = {},
): Promise<Parts> {
  const { env: own, ports, databaseUrl, redisUrl } = await ownEnvironment(closing);
  const env = { ...own, ...options.env };
  const { limits = 0, notifies = false } = options;
  const given = { haravanPort: ports.haravan, lazadaPort: ports.lazada, size, notifies, limits };
  const platforms = await startNamed('bench/platforms.ts', given, env, /platforms ready/);
  closing.push(platforms.stop);
  await prepare(env);
  const { workers, addWorker } = workerGroup(env, limits, closing);
  while (workers.length < (options.workers ?? 1)) await addWorker();
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  const [haravanUrl, lazadaUrl] = [`http://127.0.0.1:${ports.haravan}`, `http://127.0.0.1:${ports.lazada}`];
  return { env, databaseUrl, redisUrl, haravanUrl, lazadaUrl, platforms, worker, workers, addWorker };
}
