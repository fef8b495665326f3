import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'bullmq';
import type { App } from '@/src/compose';
import { LANES } from '@/src/domain/lane';
import { QUEUE_PREFIX, queueName, TURN_LOCK, turnPayload } from '@/src/jobs/turn-job';
import { createCourtesy } from './courtesy';
import { startSweep } from './sweep';
import { createTurnRunner } from './turn-runner';

/** Longer than one platform call may take, shorter than what an orchestrator waits before it kills. */
const SHUTDOWN_MS = 25_000;

/** Works on all lanes until SIGTERM or SIGINT ends the process, after the turns that are running. */
export function startWorker(app: App): void {
  const holder = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const redis = app.turns.connect();
  let stopping = false;

  const run = createTurnRunner({
    leases: app.turns.leases,
    queue: app.turns.queue,
    handlers: app.turns.handlerOf,
    renewAccess: app.turns.renewAccess,
    letOthersGo: createCourtesy({ running: app.turns.queue.running, now: app.clock.now, sleep }),
    holder,
    now: app.clock.now,
    stopping: () => stopping,
    log: app.log,
  });

  const workers = LANES.map(
    (lane) =>
      new Worker(queueName(lane), async (job) => run({ lane, ...turnPayload.parse(job.data) }), {
        connection: redis,
        prefix: QUEUE_PREFIX,
        concurrency: app.env.WORKER_CONCURRENCY,
        ...TURN_LOCK,
      }),
  );
  for (const worker of workers)
    worker.on('error', (error) => app.log.warn({ reason: error.message }, 'queue unreachable'));

  const sweep = startSweep({
    findDue: app.turns.findDue,
    leases: app.turns.leases,
    queue: app.turns.queue,
    holder,
    now: app.clock.now,
    log: app.log,
  });
  app.log.info({ holder, lanes: LANES.length }, 'worker ready');

  async function shutdown(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    app.log.info({ signal }, 'worker leaves');
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    await sweep.stop();
    await Promise.all(workers.map((worker) => worker.close()));
    await app.close();
    redis.disconnect();
    process.exit(0);
  }
  process.on('SIGTERM', () => void shutdown('SIGTERM'));
  process.on('SIGINT', () => void shutdown('SIGINT'));
}
