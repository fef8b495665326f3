import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { LANES, type Lane } from '@/src/domain/lane';
import { QUEUE_PREFIX, queueName, TURN_JOB, type TurnPayload, turnOptions } from './turn-job';

type Key = TurnPayload & { lane: Lane };

/** Further ahead than this the sweep is exact enough, and nothing is lost if this process ends. */
const TIMER_LIMIT_MS = 10_000;

const PATIENCE_MS = 1_000;
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());

export type TurnQueues = {
  /** Best effort: a queue that is down is not an error, the sweep will find the row. */
  request(key: Key, notBefore?: Date): Promise<void>;
  /** How many turns of these lanes run now, in all processes; 0 when Redis cannot be asked. */
  running(lanes: readonly Lane[]): Promise<number>;
  counts(): Promise<{ lane: Lane; waiting: number; active: number }[]>;
  close(): Promise<void>;
};

export function createTurnQueues(redis: Redis, now: () => number): TurnQueues {
  const queues = new Map(
    LANES.map((lane) => [lane, new Queue(queueName(lane), { connection: redis, prefix: QUEUE_PREFIX })]),
  );
  const timers = new Set<NodeJS.Timeout>();
  for (const queue of queues.values()) queue.on('error', () => undefined);

  const add = async ({ lane, merchantId, connectionId }: Key): Promise<void> => {
    const payload = { merchantId, connectionId };
    // BullMQ waits for a connection that is down, for ever: whoever asks for a turn must not.
    if (redis.status !== 'ready') return;
    const added = queues
      .get(lane)
      ?.add(TURN_JOB, payload, turnOptions(lane, payload))
      .catch(() => undefined);
    await Promise.race([added, patience()]);
  };

  return {
    async request(key, notBefore) {
      const waitMs = notBefore ? notBefore.getTime() - now() : 0;
      if (waitMs <= 0) return add(key);
      if (waitMs > TIMER_LIMIT_MS) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        void add(key);
      }, waitMs);
      timers.add(timer);
    },
    async running(lanes) {
      if (redis.status !== 'ready') return 0;
      const counts = lanes.map(
        (lane) =>
          queues
            .get(lane)
            ?.getActiveCount()
            .catch(() => 0) ?? 0,
      );
      const all = Promise.all(counts).then((each) => each.reduce((sum, count) => sum + count, 0));
      return Promise.race([all, patience().then(() => 0)]);
    },
    counts: () =>
      Promise.all(
        [...queues].map(async ([lane, queue]) => {
          const counts = await queue.getJobCounts('waiting', 'active');
          return { lane, waiting: counts.waiting ?? 0, active: counts.active ?? 0 };
        }),
      ),
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
