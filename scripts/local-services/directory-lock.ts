import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './end-process';

const WAIT_MS = 120_000;

async function tryLock(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** A holder that was killed leaves its lock behind: nobody with that process id is there any more. */
async function removeIfAbandoned(file: string): Promise<void> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (holder > 0 && !isAlive(holder)) await rm(file, { force: true });
}

/** Runs one after another what several processes of one data directory must not do at the same time. */
export async function withDirectoryLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'services.lock');
  const deadline = Date.now() + WAIT_MS;
  while (!(await tryLock(file))) {
    await removeIfAbandoned(file);
    if (Date.now() > deadline) throw new Error(`Another process keeps ${file}; remove it if that process is not ours.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}
