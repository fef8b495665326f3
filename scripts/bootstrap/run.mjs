import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);

const ownPrograms = /node_modules[\\/]\.bin[\\/]?$/;

/** PATH without the project's own programs: the Node among them may be about to be replaced. */
export const systemPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !ownPrograms.test(folder))
  .join(delimiter);

export const projectPath = `${inRoot('node_modules', '.bin')}${delimiter}${systemPath}`;

/** Nothing is asked of anybody's server while we install. */
export const quietEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

/** Runs a program to its end; its output is shown only inside the error when it fails. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: quietEnv, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output.trim());
      else
        reject(new Error(`${command} ${args.join(' ')} failed.\n${output.trim().split('\n').slice(-25).join('\n')}`));
    });
  });
}

/** Does one named thing and prints how long it took. */
export async function step(name, work) {
  const begun = performance.now();
  console.log(`· ${name} …`);
  const result = await work();
  console.log(`· ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
