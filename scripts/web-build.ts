import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { startProcess } from './run-process';

const SOURCES = ['app', 'src', 'public', 'proxy.ts', 'next.config.ts', 'package-lock.json', 'tsconfig.json'];
const BUILT = '.next/BUILD_ID';

function newestChangeMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChangeMs(join(path, name))));
}

export function isWebBuilt(): boolean {
  return existsSync(BUILT) && SOURCES.every((path) => newestChangeMs(path) <= statSync(BUILT).mtimeMs);
}

/** Builds the web app when it never was, or when a source is newer than the build. */
export async function ensureWebBuilt(log: (line: string) => void): Promise<void> {
  if (isWebBuilt()) return;
  const begun = performance.now();
  log('Building the web app …');
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const output: string[] = [];
  const build = startProcess({
    name: 'build',
    command: process.execPath,
    args: [next, 'build'],
    env,
    log: (line) => output.push(line),
  });
  const code = await build.exited;
  if (code !== 0) throw new Error(`The web app does not build (${code}):\n${output.slice(-60).join('\n')}`);
  log(`Built the web app in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}
