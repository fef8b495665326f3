import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A real worker, as `npm run start:worker` runs it. */
export async function startWorker(env: Record<string, string>): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'workers/main.ts'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, failed) => {
    worker.stdout?.on('data', (chunk: Buffer) => chunk.includes('worker ready') && ready());
    worker.once('exit', (code) => failed(new Error(`the worker ended with ${code}`)));
  });
  return worker;
}

/** Ends it without a chance to say goodbye, or orderly; answers its exit code. */
export async function endWorker(worker: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  worker.kill(signal);
  const [code] = await once(worker, 'exit');
  return typeof code === 'number' ? code : null;
}
