import { createRequire } from 'node:module';
import { type RunningProcess, startProcess } from './run-process';

type Environment = Record<string, string>;
type Log = (line: string) => void;

const nextProgram = (): string => createRequire(import.meta.url).resolve('next/dist/bin/next');

/** A process of ours sees our environment and, before it, what is given here. */
function startNode(name: string, args: string[], env: Environment, log: Log): RunningProcess {
  return startProcess({ name, command: process.execPath, args, env: { ...process.env, ...env }, log });
}

/** The built web app, on the PORT of its environment. */
export function startWeb(env: Environment, log: Log): RunningProcess {
  const port = env.PORT ?? process.env.PORT ?? '3000';
  return startNode('web', [nextProgram(), 'start', '-p', port], { ...env, NODE_ENV: 'production' }, log);
}

/** The workers of all lanes; they finish the turns that they are in before they end. */
export function startWorkers(env: Environment, log: Log): RunningProcess {
  const production = { ...process.env, ...env, NODE_ENV: 'production' as const };
  const args = ['--import', 'tsx', 'workers/main.ts'];
  return startProcess({ name: 'workers', command: process.execPath, args, env: production, log, graceMs: 30_000 });
}

/** Haravan and Lazada on this machine. */
export function startSandbox(env: Environment, log: Log): RunningProcess {
  return startNode('sandbox', ['--import', 'tsx', 'sandbox/main.ts'], env, log);
}
