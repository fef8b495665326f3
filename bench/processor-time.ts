import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the clock of the processor. */
const TICKS_PER_SECOND = 100;

/** Seconds that a process has computed so far, in user and in system mode; NaN where there is no /proc. */
export function processorSeconds(pid: number): number {
  try {
    // The name, in parentheses, may hold anything.
    const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/);
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}
