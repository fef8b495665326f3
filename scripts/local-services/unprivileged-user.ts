import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Under whose id PostgreSQL runs: ours, or another's because it refuses to run as root. */
export type RunAs = { uid: number; gid: number } | undefined;

const idOf = (flag: string): number =>
  Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));

function lookUp(): RunAs {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

/** The system user `postgres`, created when root has none yet; undefined when we are not root. */
export function postgresUser(): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch (cause) {
    throw new Error('PostgreSQL does not run as root, and no user "postgres" could be created: run as another user.', {
      cause,
    });
  }
  return lookUp();
}

/** Whether every user can enter this folder: a home folder or `mktemp -d` above it (mode 0700) shuts them out. */
export function everyoneCanEnter(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats?.isDirectory() && (stats.mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
