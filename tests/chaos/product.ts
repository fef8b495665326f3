import { startWeb, startWorkers } from '@/scripts/app-processes';
import type { RunningProcess } from '@/scripts/run-process';

const READY_MS = 60_000;
const WORKERS = 2;

/** The product as it is deployed for many: a web app and two workers, each of which may die. */
export type Product = {
  startWorkers(): void;
  /** Resolves when all that was started last answers. */
  ready(): Promise<void>;
  killWeb(): Promise<void>;
  /** @param which 0 or 1 */
  killWorker(which: number): Promise<void>;
  /** The end: nothing more is asked of any process. */
  kill(): Promise<void>;
};

type Environment = Record<string, string>;

/**
 * Starts the web app; the workers follow when the database has its tables. Somebody restarts what died, as a container
 * engine does; it need not be ready before the next disaster.
 */
export function startProduct(env: Environment, log: (line: string) => void): Product {
  let web = startWeb(env, log);
  const workers: RunningProcess[] = [];
  return {
    startWorkers() {
      for (let which = 0; which < WORKERS; which += 1) workers[which] = startWorkers(env, log);
    },
    async ready() {
      const working = workers.map((worker) => worker.waitForLine(/worker ready/, READY_MS));
      await Promise.all([web.waitForUrl(`${env.APP_URL}/api/health`, READY_MS), ...working]);
    },
    async killWeb() {
      await web.kill();
      web = startWeb(env, log);
    },
    async killWorker(which) {
      await workers[which % WORKERS]?.kill();
      workers[which % WORKERS] = startWorkers(env, log);
    },
    kill: async () => void (await Promise.all([web, ...workers].map((each) => each.kill()))),
  };
}
