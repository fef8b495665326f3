import { readdirSync, readFileSync } from 'node:fs';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process ended meanwhile, or this system has no /proc.
    return '';
  }
}

function childrenOf(pid: number): number[] {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads
      .flatMap((thread) => read(`/proc/${pid}/task/${thread}/children`).split(' ').map(Number))
      .filter(Boolean);
  } catch {
    return [];
  }
}

/** The most memory (bytes, resident) that a process and its present descendants have each used, added up; Linux only. */
export function treePeakBytes(pid: number): number {
  const peakKb = Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
  return peakKb * 1024 + childrenOf(pid).reduce((sum, child) => sum + treePeakBytes(child), 0);
}

/** Samples the peak of a process tree each second, since a child that ended is no longer counted; answers the highest. */
export function watchPeak(pid: number): { bytes: () => number; end: () => void } {
  let peak = 0;
  const bytes = () => {
    peak = Math.max(peak, treePeakBytes(pid));
    return peak;
  };
  const timer = setInterval(bytes, 1_000).unref();
  return { bytes, end: () => clearInterval(timer) };
}
