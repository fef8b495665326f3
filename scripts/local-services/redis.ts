import { accessSync, constants } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { launchServer, startFailure } from './background-server';
import { endProcess } from './end-process';
import { freePort } from './free-port';
import { type Remembered, recall, remember } from './remembered';

/** A handle on the Redis of one data directory. */
export type LocalRedis = { url: string; started: boolean; stop: () => Promise<void> };

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findProgram(): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  for (const name of ['redis-server', 'valkey-server']) {
    const found = folders.map((folder) => join(folder, name)).find(isProgram);
    if (found) return found;
  }
  throw new Error('No Redis on this machine: install redis-server or valkey-server (7 or newer), or set REDIS_URL.');
}

/** The process id of the server at the remembered port, when it is the one of this folder. */
async function runningPid(facts: Remembered, folder: string): Promise<number | undefined> {
  if (facts.port === 0) return undefined;
  const redis = new Redis({
    host: '127.0.0.1',
    port: facts.port,
    password: facts.password,
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    // Its timer is not cleared when the connection is refused, and would hold the process up.
    disconnectTimeout: 0,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [, dir] = (await redis.config('GET', 'dir')) as string[];
    const pid = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
    return dir === folder && pid ? Number(pid) : undefined;
  } catch {
    return undefined;
  } finally {
    await redis.quit().catch(() => redis.disconnect());
  }
}

// The append-only file keeps jobs over a restart; evicting one would lose it (BullMQ requires noeviction).
const settings = (facts: Remembered, folder: string, durable: boolean): string => `bind 127.0.0.1
port ${facts.port}
requirepass ${facts.password}
dir "${folder}"
appendonly ${durable ? 'yes' : 'no'}
save ""
maxmemory-policy noeviction
`;

/** Starts, or finds running, the Redis of this (absolute) data directory. */
export async function startRedis(dataDir: string, durable: boolean): Promise<LocalRedis> {
  const folder = join(dataDir, 'redis');
  await mkdir(folder, { recursive: true });
  const memory = join(dataDir, 'redis.json');
  const facts = await recall(memory);
  const found = (await runningPid(facts, folder)) !== undefined;
  if (!found) {
    const command = findProgram();
    facts.port = await freePort(facts.port);
    await remember(memory, facts);
    const file = join(dataDir, 'redis.conf');
    await writeFile(file, settings(facts, folder, durable), { mode: 0o600 });
    const logFile = join(dataDir, 'redis.log');
    const isReady = async () => (await runningPid(facts, folder)) !== undefined;
    if (!(await launchServer({ command, args: [file], logFile, isReady }))) throw await startFailure('Redis', logFile);
  }
  const stop = async () => {
    const pid = await runningPid(facts, folder);
    if (pid !== undefined) await endProcess(pid, 'SIGTERM', 'SIGKILL');
  };
  return { url: `redis://:${facts.password}@127.0.0.1:${facts.port}`, started: !found, stop };
}
