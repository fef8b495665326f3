import type { OutgoingMessage } from './outgoing-message';
import type { AttemptResult } from './delivery-attempt';
import type { Clock } from './clock';

export type DeliveryOutcome = 'delivered' | 'failed' | 'gave-up' | 'lost' | 'stopped';

/** One attempt (or, for `lost` and `stopped`, the attempt that never was). `at` is the time it ended, by the sandbox's clock. */
export type DeliveryRecord = {
  at: number;
  url: string;
  tenant: string;
  topic: string;
  attempt: number;
  outcome: DeliveryOutcome;
  status: number | null;
  error: string | null;
  tookMs: number;
  body: string;
};

export type DeliveryLog = {
  add(message: OutgoingMessage, result: AttemptResult & { attempt: number; outcome: DeliveryOutcome }): void;
  addUntried(message: OutgoingMessage, outcome: 'lost' | 'stopped'): void;
  list(): readonly DeliveryRecord[];
  clear(): void;
};

const KEPT = 5_000;

export function createDeliveryLog(clock: Clock): DeliveryLog {
  let records: DeliveryRecord[] = [];
  const push = (record: DeliveryRecord) => {
    records.push(record);
    if (records.length > KEPT * 2) records = records.slice(-KEPT);
  };
  return {
    add({ url, tenant, topic }, { delivered: _, ...result }) {
      push({ at: clock.now(), url, tenant, topic, ...result });
    },
    addUntried({ url, tenant, topic, compose }, outcome) {
      const nothing = { attempt: 0, outcome, status: null, error: null, tookMs: 0 };
      push({ at: clock.now(), url, tenant, topic, ...nothing, body: compose(1).body });
    },
    list: () => records,
    clear() {
      records = [];
    },
  };
}
