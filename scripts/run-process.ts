import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { exitOf, followOutput, signalGroup } from './process-group';
import { watchPeak } from './process-memory';

const GRACE_MS = 10_000;

export type ProcessSpec = {
  /** For messages. */
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  /** How long it may take to end when asked to [10 s]. */
  graceMs?: number;
};

export type RunningProcess = {
  /** Exit code, the signal's name, or why it could not start. */
  exited: Promise<number | string>;
  /** Resolves when a GET answers 2xx. @throws with the last output when it ends before, or after the time */
  waitForUrl: (url: string, timeoutMs: number) => Promise<void>;
  /** Resolves when a line of its output matches. @throws as `waitForUrl` */
  waitForLine: (pattern: RegExp, timeoutMs: number) => Promise<void>;
  /** SIGTERM to the process and its descendants, SIGKILL after the grace time. */
  stop: () => Promise<void>;
  /** SIGKILL, to see what survives. */
  kill: () => Promise<void>;
  /** The highest memory of its process tree so far (bytes). */
  peakBytes: () => number;
};

type Waiting = { name: string; tail: string[]; outcome: () => number | string | undefined };

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );

async function waitUntil(
  process: Waiting,
  what: string,
  done: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await done())) {
    const outcome = process.outcome();
    const late = Date.now() > deadline ? `took over ${timeoutMs / 1000} s` : undefined;
    const reason = outcome === undefined ? late : `ended (${outcome})`;
    if (reason)
      throw new Error(
        `${process.name} ${reason} before ${what}. Its last output:\n${process.tail.slice(-40).join('\n')}`,
      );
    await sleep(50);
  }
}

/** Starts a program in a process group of its own: Ctrl-C reaches us alone, and we end our children in order. */
export function startProcess(spec: ProcessSpec): RunningProcess {
  const child = spawn(spec.command, spec.args, { env: spec.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const tail = followOutput(child, spec.log);
  const exited = exitOf(child);
  const peak = watchPeak(child.pid ?? 0);
  const endWithUs = () => signalGroup(child, 'SIGKILL');
  process.once('exit', endWithUs);
  let outcome: number | string | undefined;
  void exited.then((value) => {
    outcome = value;
    peak.end();
    process.off('exit', endWithUs);
  });
  const end = async (signal: NodeJS.Signals) => {
    if (outcome !== undefined) return;
    signalGroup(child, signal);
    const ended = await Promise.race([exited, sleep(spec.graceMs ?? GRACE_MS, undefined, { ref: false })]);
    if (ended === undefined) signalGroup(child, 'SIGKILL');
    await exited;
  };
  const waiting = { name: spec.name, tail, outcome: () => outcome };
  return {
    exited,
    waitForUrl: (url, timeoutMs) => waitUntil(waiting, `${url} answered`, () => answers(url), timeoutMs),
    waitForLine: (pattern, timeoutMs) =>
      waitUntil(waiting, `it wrote ${pattern}`, () => tail.some((line) => pattern.test(line)), timeoutMs),
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    peakBytes: peak.bytes,
  };
}
