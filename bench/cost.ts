import { Redis } from 'ioredis';
import type { Parts } from './parts';
import { familySeconds, processorSeconds } from './processor-time';
import type { Progress } from './progress';

/** What was used between two looks. Seconds of processor; `busySeconds`: of each worker's one thread. */
export type Cost = {
  seconds: number;
  processor: { workers: number; platforms: number; postgres: number; redis: number; bench: number };
  busySeconds: number[];
  queries: number;
  transactions: number;
};

export type CostMeter = { since(before: Cost): Promise<Cost>; now(): Promise<Cost>; close(): Promise<void> };

export async function openCostMeter(parts: Parts, progress: Progress): Promise<CostMeter> {
  const redis = new Redis(parts.redisUrl);
  const redisPid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1]);
  const serverPid = await progress.serverPid();

  async function now(): Promise<Cost> {
    const meters = await Promise.all(parts.workers.map((worker) => worker.meters()));
    const { user, system } = process.cpuUsage();
    return {
      seconds: performance.now() / 1_000,
      processor: {
        workers: parts.workers.reduce((sum, { pid }) => sum + processorSeconds(pid), 0),
        platforms: processorSeconds(parts.platforms.pid),
        postgres: familySeconds(serverPid),
        redis: processorSeconds(redisPid),
        bench: (user + system) / 1e6,
      },
      busySeconds: meters.map(({ busySeconds }) => busySeconds),
      queries: meters.reduce((sum, { queries }) => sum + queries, 0),
      transactions: await progress.transactions(),
    };
  }

  return {
    now,
    async since(before) {
      const after = await now();
      const processor = { ...after.processor };
      for (const name of Object.keys(processor) as (keyof Cost['processor'])[])
        processor[name] -= before.processor[name];
      return {
        seconds: after.seconds - before.seconds,
        processor,
        busySeconds: after.busySeconds.map((seconds, index) => seconds - (before.busySeconds[index] ?? 0)),
        queries: after.queries - before.queries,
        transactions: after.transactions - before.transactions,
      };
    },
    close: async () => redis.disconnect(),
  };
}

/** Who computed how long, and how much of all processors together that is. */
export function processorText({ seconds, processor, busySeconds }: Cost, processors: number): string {
  const all = Object.values(processor).reduce((sum, used) => sum + used, 0);
  const each = Object.entries(processor).map(([name, used]) => `${name} ${used.toFixed(1)}`);
  const busy = busySeconds.map((used) => `${Math.round((100 * used) / seconds)} %`);
  const share = Math.round((100 * all) / (seconds * processors));
  return `Seconds of processor: ${each.join(', ')}; ${share} % of ${processors} for ${seconds.toFixed(1)} s. Each worker's one thread was busy ${busy.join(', ')}.`;
}
