import { spawn } from 'node:child_process';
import { exitOf } from '../process-group';

export type Tally = { passed: number; failed: number };

/** What reads the source only; the npm scripts of these names. */
const CHECKS = ['typecheck', 'lint', 'check:boundaries', 'check:dead'];

async function holds(script: string): Promise<boolean> {
  const begun = performance.now();
  const held = (await exitOf(spawn('npm', ['run', '--silent', script], { stdio: 'inherit' }))) === 0;
  console.log(`${held ? '✓' : '✗'} npm run ${script} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  return held;
}

/** Runs every check, also after one fails; each counts as one. */
export async function runStaticChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  for (const script of CHECKS) tally[(await holds(script)) ? 'passed' : 'failed'] += 1;
  return tally;
}
