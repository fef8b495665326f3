import { type RunningProcess, startProcess } from '@/scripts/run-process';

type Environment = Record<string, string | undefined>;

/** A program of this folder, as a process of its own; what it is told is its one argument. */
export function startProgram(
  file: string,
  argument: unknown,
  env: Environment,
  log: (line: string) => void,
): RunningProcess {
  const args = ['--import', 'tsx', file, JSON.stringify(argument)];
  return startProcess({ name: file, command: process.execPath, args, env: { ...process.env, ...env }, log });
}

/** Only what went wrong is worth a line. */
export function showErrors(line: string): void {
  if (/"level":(50|60)|Error/.test(line)) console.error(line);
}
