import { existsSync } from 'node:fs';
import { inRoot, projectPath, run, step, systemPath } from './run.mjs';

const parse = (version) => version.replace(/^v/, '').split('.').map(Number);

/** The least that can run this script and npm; older ones are told so. */
export function assertUsable(version) {
  const [major, minor] = parse(version);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `This project needs Node 20.19 or newer, and this is ${version}: install a newer Node, then run the command again.`,
  );
}

/** What our tools accept: 22.12 and later of 22, 24, and everything from 26 on. */
function isCurrent(version) {
  const [major, minor] = parse(version);
  return (major === 22 && minor >= 12) || major === 24 || major >= 26;
}

const versionOn = (path) => run('node', ['--version'], { env: { ...process.env, PATH: path } });

/** Puts Node 24 into node_modules/.bin when the machine's own Node is too old for the tools; npm ci removes it again. */
export async function ensureNode() {
  if (isCurrent(await versionOn(systemPath))) return;
  if (existsSync(inRoot('node_modules', '.bin', 'node')) && isCurrent(await versionOn(projectPath))) return;
  const install = ['install', '--no-save', '--ignore-scripts=false', 'node@24'];
  await step('Adding Node 24 for this project only', () =>
    run('npm', install, { env: { ...process.env, PATH: systemPath } }),
  );
}
