import { z } from 'zod';

/** `size` and `rate` of the platform's bucket; `together`: calls that one worker has under way. */
export type Load = Record<'size' | 'rate' | 'calls' | 'workers' | 'together', number>;

/** What one worker says when it is done. Times in milliseconds, `endedAtMs` since the epoch. */
export const callerReport = z.object({
  endedAtMs: z.number(),
  /** How long each call took that somebody waited for at a screen. */
  interactiveMs: z.array(z.number()),
  /** Times that our own throttle sent a background call away to come back later. */
  sentAway: z.number(),
});
export type CallerReport = z.infer<typeof callerReport>;

/** Seconds that the platform's limit allows at best: what goes beyond one full bucket goes at the rate of its leak. */
export function idealSeconds(load: Pick<Load, 'size' | 'rate'>, calls: number): number {
  return Math.max(0, calls - load.size) / load.rate;
}

/** The value that `share` of them do not exceed; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

export function throttleReport(
  load: Load,
  startedAtMs: number,
  reports: readonly CallerReport[],
  statuses: readonly number[],
): string {
  const refused = statuses.filter((status) => status === 429).length;
  const done = statuses.length - refused;
  const waits = reports.flatMap((report) => report.interactiveMs);
  const wall = (Math.max(...reports.map((report) => report.endedAtMs)) - startedAtMs) / 1_000;
  const ideal = idealSeconds(load, done);
  const sentAway = reports.reduce((sum, report) => sum + report.sentAway, 0);
  const p = (share: number) => `${Math.round(quantile(waits, share))} ms`;
  return [
    `${load.workers} workers, ${load.together} calls under way in each, one bucket of ${load.size} leaking ${load.rate} a second.`,
    `${done} calls answered (${load.calls} in the background, ${waits.length} for people): ${wall.toFixed(1)} s.`,
    `Ideal: (${done} - ${load.size}) / ${load.rate} = ${ideal.toFixed(1)} s. Ratio ${(wall / ideal).toFixed(3)} (goal: at most 1.05).`,
    `429 from the platform: ${refused} (goal 0, at most ${load.workers}). Sent away by our own throttle: ${sentAway}.`,
    `A person's call took: median ${p(0.5)}, p95 ${p(0.95)}, longest ${p(1)}.`,
  ].join('\n');
}
