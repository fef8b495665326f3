import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, whatever the clock of the processor. */
const TICKS_PER_SECOND = 100;

/** After the name, which stands in parentheses and may hold anything: state, parent, … (proc_pid_stat(5)). */
function statOf(pid: number): string[] {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/);
  return fields.split(' ');
}

const sum = (ticks: readonly string[]): number => ticks.reduce((total, value) => total + Number(value), 0);

/** Seconds that a process has computed so far, in user and in system mode; NaN where there is no /proc. */
export function processorSeconds(pid: number): number {
  try {
    return sum(statOf(pid).slice(11, 13)) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

export function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

/** With what its children computed, those that ended too: PostgreSQL has one for each connection. */
export function familySeconds(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').map(Number).filter(Boolean);
    const own = sum(statOf(pid).slice(11, 15)) / TICKS_PER_SECOND;
    return children.reduce((seconds, child) => seconds + (processorSeconds(child) || 0), own);
  } catch {
    return Number.NaN;
  }
}
