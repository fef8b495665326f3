/** Of times in ms, in any order. */
export type Percentiles = { count: number; p50: number; p95: number; p99: number };

export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

export const percentilesText = ({ count, p50, p95, p99 }: Percentiles): string =>
  `p50 ${seconds(p50)}, p95 ${seconds(p95)}, p99 ${seconds(p99)} (${count})`;
