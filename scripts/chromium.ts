import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitOf } from './process-group';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The path of a Chromium on this machine. */
export function findChromium(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/** As `findChromium`, installed from Debian first when there is none and we may. @throws in one sentence */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const bootstrap = fileURLToPath(new URL('bootstrap.mjs', import.meta.url));
  await exitOf(spawn(process.execPath, [bootstrap, 'programs', 'chromium'], { stdio: 'inherit' }));
  const installed = findChromium();
  if (!installed) throw new Error('A browser is missing: install chromium.');
  return installed;
}
