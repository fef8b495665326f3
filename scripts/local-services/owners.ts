import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './end-process';

/** Who uses the local services of a data directory; the last one to leave ends them. One file per claim. */
export async function addOwner(dataDir: string, claim: string): Promise<void> {
  const folder = join(dataDir, 'owners');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, claim), '');
}

/** Gives up a claim; true when no living process holds another one. Claims are named `<pid>-<anything>`. */
export async function removeOwner(dataDir: string, claim: string): Promise<boolean> {
  const folder = join(dataDir, 'owners');
  await rm(join(folder, claim), { force: true });
  let others = 0;
  for (const name of await readdir(folder)) {
    if (isAlive(Number(name.split('-')[0]))) others += 1;
    else await rm(join(folder, name), { force: true });
  }
  return others === 0;
}
