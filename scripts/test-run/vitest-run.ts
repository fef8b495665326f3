import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitOf } from '../process-group';
import type { Tally } from './static-checks';

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number };

/**
 * Counts a report of Vitest. A skipped test proves nothing, so it counts as failed; and a run that failed without
 * a failed test (a file that does not load, an error outside of tests) counts as one failure.
 */
export function tallyOf(report: Report | undefined, succeeded: boolean): Tally {
  const failed = report ? report.numFailedTests + report.numPendingTests + report.numTodoTests : 0;
  return { passed: report?.numPassedTests ?? 0, failed: !succeeded && failed === 0 ? 1 : failed };
}

/** Runs all projects of vitest.config.ts, or what the arguments choose. */
export async function runVitest(args: string[]): Promise<Tally> {
  const folder = await mkdtemp(join(tmpdir(), 'vitest-'));
  const file = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const succeeded = (await exitOf(spawn('vitest', ['run', ...reporters, ...args], { stdio: 'inherit' }))) === 0;
    const report = await readFile(file, 'utf8').catch(() => undefined);
    return tallyOf(report === undefined ? undefined : (JSON.parse(report) as Report), succeeded);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
