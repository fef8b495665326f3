import { startWeb, startWorkers } from '@/scripts/app-processes';
import type { RunningProcess } from '@/scripts/run-process';

const READY_MS = 60_000;
const WORKERS = 2;

/** The product as it is deployed for many: a web app and two workers, each of which may die. */
export type Product = {
  killWeb(): Promise<void>;
  /** @param which 0 or 1 */
  killWorker(which: number): Promise<void>;
  stop(): Promise<void>;
};

type Environment = Record<string, string>;

/** Somebody restarts what died, as a container engine does; it need not be ready before the next disaster. */
export async function startProduct(env: Environment, log: (line: string) => void): Promise<Product> {
  let web = startWeb(env, log);
  const workers = Array.from({ length: WORKERS }, () => startWorkers(env, log));
  await Promise.all([
    web.waitForUrl(`${env.APP_URL}/api/health`, READY_MS),
    ...workers.map((worker) => worker.waitForLine(/worker ready/, READY_MS)),
  ]);
  return {
    async killWeb() {
      await web.kill();
      web = startWeb(env, log);
    },
    async killWorker(which) {
      await workers[which % WORKERS]?.kill();
      workers[which % WORKERS] = startWorkers(env, log);
    },
    stop: async () => void (await Promise.all([web, ...workers].map((each: RunningProcess) => each.stop()))),
  };
}
