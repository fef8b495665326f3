import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, startWeb, startWorkers } from './app-processes';
import { type RestartableProcess, restartable } from './demo-process';

const READY_MS = 60_000;

export type DemoParts = { sandbox: RestartableProcess; web: RestartableProcess; workers: RestartableProcess };

function fileLog(dataDir: string, name: string): (line: string) => void {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  const file = createWriteStream(join(folder, `${name}.log`));
  return (line) => void file.write(`${line}\n`);
}

/** The three programs of the demo, not started yet; each writes to a file below `dataDir/logs`. */
export function demoParts(env: Record<string, string>, dataDir: string): DemoParts {
  const logs = {
    sandbox: fileLog(dataDir, 'sandbox'),
    web: fileLog(dataDir, 'web'),
    workers: fileLog(dataDir, 'workers'),
  };
  return {
    sandbox: restartable(
      () => startSandbox(env, logs.sandbox),
      (sandbox) => sandbox.waitForUrl(`${env.LAZADA_AUTH_URL}/__sandbox/calls`, READY_MS),
    ),
    web: restartable(
      () => startWeb(env, logs.web),
      // Its own word first: another program on the same port would answer too.
      async (web) => {
        await web.waitForLine(/Ready in/, READY_MS);
        await web.waitForUrl(`${env.APP_URL}/api/health`, READY_MS);
      },
    ),
    workers: restartable(
      () => startWorkers(env, logs.workers),
      (workers) => workers.waitForLine(/worker ready/, READY_MS),
    ),
  };
}
