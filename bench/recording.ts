import { processorSeconds } from './processor-time';
import type { Progress } from './progress';
import type { RecordedCall } from './recorder';

/** Calls that the platforms got while something was done, how long it took from the first of them, and what it cost. */
export type Measured = { calls: RecordedCall[]; seconds: number; transactions: number; processorSeconds: number };

export type Meters = {
  /** Where `/__bench` is served. */
  platformUrl: string;
  /** The worker. */
  pid: number;
  progress: Pick<Progress, 'transactions'>;
};

export async function recording({ platformUrl, pid, progress }: Meters, work: () => Promise<void>): Promise<Measured> {
  const route = `${platformUrl}/__bench/recording`;
  await fetch(route, { method: 'PUT' });
  const before = { transactions: await progress.transactions(), processor: processorSeconds(pid), at: Date.now() };
  await work();
  const endedAt = Date.now();
  const processor = processorSeconds(pid) - before.processor;
  const answer = await fetch(route, { method: 'DELETE' });
  const { calls } = (await answer.json()) as { calls: RecordedCall[] };
  return {
    calls,
    // The pause before the first call is on purpose: changes of one second are pushed together.
    seconds: (endedAt - (calls[0]?.at ?? before.at)) / 1_000,
    transactions: (await progress.transactions()) - before.transactions,
    processorSeconds: processor,
  };
}

export function countByOperation(calls: readonly RecordedCall[]): Map<string, number> {
  const groups = Map.groupBy(calls, (call) => call.operation);
  return new Map([...groups].map(([operation, made]) => [operation, made.length]));
}
