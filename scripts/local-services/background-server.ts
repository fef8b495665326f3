import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { bareEnvironment } from './bare-environment';
import type { RunAs } from './unprivileged-user';

const READY_MS = 60_000;

export type ServerProgram = {
  command: string;
  args: string[];
  logFile: string;
  runAs?: RunAs;
  isReady: () => Promise<boolean>;
};

function spawnServer(program: ServerProgram): () => boolean {
  const log = openSync(program.logFile, 'a');
  const server = spawn(program.command, program.args, {
    ...program.runAs,
    cwd: '/',
    env: bareEnvironment(),
    // A group of its own: Ctrl-C in the terminal must reach those who use the server first.
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let failed = false;
  server.on('error', () => {
    failed = true;
  });
  server.unref();
  return () => !failed && server.exitCode === null && server.signalCode === null;
}

/** Starts a server that outlives us if we are killed, and waits until it answers; false when it ended instead. */
export async function launchServer(program: ServerProgram): Promise<boolean> {
  const lives = spawnServer(program);
  const deadline = Date.now() + READY_MS;
  while (lives() && Date.now() < deadline) {
    if (await program.isReady()) return true;
    await sleep(30);
  }
  return false;
}

/** The error for a server that did not start, with the last lines that it wrote. */
export async function startFailure(name: string, logFile: string): Promise<Error> {
  const written = await readFile(logFile, 'utf8').catch(() => '');
  return new Error(
    `${name} does not start. The end of ${logFile}:\n${written.trim().split('\n').slice(-8).join('\n')}`,
  );
}
