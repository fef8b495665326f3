import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './run.mjs';

const needs = {
  redis: {
    programs: ['redis-server', 'valkey-server'],
    packages: ['redis-server'],
    otherwise: 'Redis is missing: install redis-server or valkey-server (7 or newer), or set REDIS_URL.',
  },
  chromium: {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    packages: ['chromium', 'fonts-liberation'],
    otherwise: 'A browser is missing: install chromium.',
  },
};

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

function has(program) {
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** How to become root without asking: not at all, by sudo, or not possible (undefined). */
async function asRoot() {
  if (!has('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (!has('sudo')) return undefined;
  return run('sudo', ['-n', 'true']).then(
    () => ['sudo', '-n'],
    () => undefined,
  );
}

async function aptGet(prefix, ...args) {
  const [command, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  await run(command, rest);
}

async function install(prefix, packages) {
  const wanted = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    await aptGet(prefix, ...wanted);
  } catch {
    // A fresh image has no package lists yet, or stale ones.
    await aptGet(prefix, 'update');
    await aptGet(prefix, ...wanted);
  }
}

/**
 * Makes sure that the named programs are there, by apt-get where we may use it, all in one call.
 * @param {('redis' | 'chromium')[]} names
 */
export async function ensurePrograms(names) {
  const missing = names.map((name) => needs[name]).filter((need) => !need.programs.some(has));
  if (missing.length === 0) return;
  const advice = missing.map((need) => need.otherwise).join(' ');
  const prefix = await asRoot();
  if (!prefix) throw new Error(advice);
  const packages = missing.flatMap((need) => need.packages);
  try {
    await step(`Installing ${packages.join(', ')} by apt-get`, () => install(prefix, packages));
  } catch (cause) {
    throw new Error(`${advice} (apt-get could not: ${cause.message})`);
  }
}
