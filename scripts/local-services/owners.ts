import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './end-process';

/** Who uses the local services of a data directory; the last one to leave ends them. One file per claim, named `<pid>-<anything>`. */
export async function addOwner(dataDir: string, claim: string): Promise<void> {
  const folder = join(dataDir, 'owners');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, claim), '');
}

export async function removeOwner(dataDir: string, claim: string): Promise<void> {
  await rm(join(dataDir, 'owners', claim), { force: true });
}

/** How many claims of living processes there are; those of dead ones are cleared away. */
export async function countOwners(dataDir: string): Promise<number> {
  const folder = join(dataDir, 'owners');
  let living = 0;
  for (const name of await readdir(folder)) {
    if (isAlive(Number(name.split('-')[0]))) living += 1;
    else await rm(join(folder, name), { force: true });
  }
  return living;
}
