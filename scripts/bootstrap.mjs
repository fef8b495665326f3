// `node scripts/bootstrap.mjs demo|test|build|start [arguments]`: installs what is missing, then runs the script `<command>:run`.
// Plain Node without dependencies, since on a fresh clone (spec R9.5) nothing else is there yet.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { ensurePrograms } from './bootstrap/debian-packages.mjs';
import { ensurePackages, ensurePostgresLinks } from './bootstrap/node-modules.mjs';
import { assertUsable, ensureNode } from './bootstrap/node-version.mjs';
import { oneAtATime } from './bootstrap/one-at-a-time.mjs';
import { ensurePrismaClient } from './bootstrap/prisma-client.mjs';
import { inRoot, projectPath, quietEnv, root } from './bootstrap/run.mjs';

const redis = process.env.REDIS_URL ? [] : ['redis'];
// The demo asks for its browser later, when its first page is already there.
const programsOf = { demo: redis, test: [...redis, 'chromium'], build: [], start: redis };

async function ensureProject() {
  await ensurePackages();
  await ensureNode();
  await ensurePostgresLinks();
  await ensurePrismaClient();
}

async function prepare(programs) {
  // apt-get and npm do not wait for one another; both end before an error of one is told.
  const results = await Promise.allSettled([ensurePrograms(programs), ensureProject()]);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Runs a script of package.json, with node_modules/.bin and so the right Node first on the PATH. Not by `npm run`: the
 * shell that npm puts between would keep signals to itself. The channel tells our end, whatever its kind, to programs of ours.
 */
function runScript(name, extra) {
  const [command, ...args] = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).scripts[name].split(' ');
  const stdio = ['inherit', 'inherit', 'inherit', command === 'node' ? 'ipc' : 'ignore'];
  const env = { ...quietEnv, PATH: projectPath };
  const child = spawn(command, [...args, ...extra], { cwd: root, env, stdio });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

async function main([command, ...args]) {
  assertUsable(process.version);
  if (command === 'programs') return oneAtATime(() => ensurePrograms(args));
  const programs = programsOf[command];
  if (!programs) throw new Error(`Usage: node scripts/bootstrap.mjs ${Object.keys(programsOf).join('|')} [arguments]`);
  await oneAtATime(() => prepare(programs));
  runScript(`${command}:run`, args);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
