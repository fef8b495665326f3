import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists, also one of another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks one process to end, by its own id; insists with the harder signal when it does not within the time. */
export async function endProcess(
  pid: number,
  soft: NodeJS.Signals,
  hard: NodeJS.Signals,
  timeoutMs = 10_000,
): Promise<void> {
  send(pid, soft);
  if (await waitForExit(pid, timeoutMs)) return;
  send(pid, hard);
  if (!(await waitForExit(pid, timeoutMs))) throw new Error(`Process ${pid} does not end.`);
}
