import { leastPushCalls } from './least-calls';
import type { BareCost } from './repeat-bare';
import { countByOperation, type Measured } from './recording';

/** Nothing but BullMQ and fetch with the same calls: one after the other, and eight at a time. */
export type Bare = { inTurn: BareCost; together: BareCost };

export const TOGETHER = 8;

const share = (bare: BareCost, seconds: number) => `${bare.seconds.toFixed(1)} s (we reach ${percent(bare, seconds)})`;
const percent = (bare: BareCost, seconds: number) => `${Math.round((100 * bare.seconds) / seconds)} %`;
const rate = (count: number, seconds: number) => (count / seconds).toFixed(count / seconds < 100 ? 1 : 0);

function speed(what: string, count: number, measured: Measured, { inTurn, together }: Bare): string {
  const { calls, seconds, transactions, processorSeconds } = measured;
  const each = [
    `${(calls.length / count).toFixed(2)} calls`,
    `${(transactions / count).toFixed(2)} transactions`,
    `${((1_000 * processorSeconds) / count).toFixed(1)} ms of the worker's processor`,
  ];
  const times = (processorSeconds / inTurn.processorSeconds).toFixed(1);
  return `${count} ${what}: ${rate(count, seconds)} per second (${seconds.toFixed(1)} s), each with ${each.join(', ')}.
  The same calls by nothing but BullMQ and fetch: one after the other in ${share(inTurn, seconds)},
  ${TOGETHER} at a time in ${share(together, seconds)}; we use ${times} times their processor time.`;
}

export function callTable(skusPerShop: number, shops: number, calls: Measured['calls']): string {
  const used = countByOperation(calls);
  const least = leastPushCalls(skusPerShop).map((row) => ({ ...row, least: row.least * shops }));
  const known = new Set(least.map((row) => row.operation));
  const others = [...used].filter(([operation]) => !known.has(operation));
  const rows = [...least, ...others.map(([operation]) => ({ operation, least: 0, why: 'not needed' }))];
  const lines = rows.map(({ operation, least: fewest, why }) => {
    const made = used.get(operation) ?? 0;
    return `  ${String(made).padStart(6)} of ${String(fewest).padStart(5)}  ${operation.padEnd(36)} ${why}`;
  });
  const fewest = least.reduce((sum, row) => sum + row.least, 0);
  const ratio = (calls.length / fewest).toFixed(3);
  return `Calls used of the fewest possible: ${calls.length} of ${fewest} (${ratio}).\n${lines.join('\n')}`;
}

export function pushReport(size: { shops: number; skusPerShop: number }, measured: Measured, bare: Bare): string {
  const skus = size.shops * size.skusPerShop;
  return `${speed('SKUs pushed, price and quantity', skus, measured, bare)}\n${callTable(size.skusPerShop, size.shops, measured.calls)}`;
}

export function ordersReport(orders: number, measured: Measured, bare: Bare): string {
  const used = [...countByOperation(measured.calls)].sort((a, b) => b[1] - a[1]);
  const lines = used.map(([operation, made]) => `  ${(made / orders).toFixed(2).padStart(6)} each  ${operation}`);
  return `${speed('orders imported', orders, measured, bare)}\n${lines.join('\n')}`;
}
