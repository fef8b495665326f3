import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresHome } from './postgres-home';
import { bareEnvironment } from './bare-environment';
import { waitForExit } from './end-process';

// The provider built into PostgreSQL: the same order of text on every machine, whatever locales it has.
export const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

/** Creates the cluster once, with the superuser `postgres` and this password. */
export async function createCluster(home: PostgresHome, password: string): Promise<void> {
  if (existsSync(join(home.cluster, 'PG_VERSION'))) return;
  const folder = await mkdtemp(join(tmpdir(), 'pg-password-'));
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (home.runAs) for (const path of [folder, passwordFile]) await chown(path, home.runAs.uid, home.runAs.gid);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    execFileSync(join(home.bin, 'initdb'), ['-D', home.cluster, ...access, ...LOCALE], {
      ...home.runAs,
      cwd: '/',
      env: bareEnvironment(),
      stdio: 'pipe',
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The process id that the cluster's lock file names, whether that process lives or not. */
export async function postmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 0 ? pid : undefined;
}

/**
 * After kill -9 the lock file stays. PostgreSQL removes it when nobody has that process id, but
 * refuses to start when a stranger got it: then the file is removed here.
 */
export async function clearStaleLock(cluster: string): Promise<void> {
  const pid = await postmasterPid(cluster);
  if (pid === undefined || !existsSync('/proc/self/cmdline')) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const isOurs = command.includes(cluster);
  if (isOurs && !(await waitForExit(pid, 30_000)))
    throw new Error(`PostgreSQL (process ${pid}) neither answers nor ends.`);
  if (!isOurs) await rm(join(cluster, 'postmaster.pid'), { force: true });
}
