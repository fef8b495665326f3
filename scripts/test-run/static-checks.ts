import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { exitOf } from '../process-group';

export type Tally = { passed: number; failed: number };

/** What reads the source only; the npm scripts of these names. Side by side in two lanes: the type check takes as long as the rest. */
const LANES = [['typecheck'], ['lint', 'check:boundaries', 'check:dead']];

/** Output is kept until the check ends, so that two at a time do not mix their lines. */
async function outputOf(child: ChildProcess): Promise<string> {
  const parts = await Promise.all([child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')));
  return parts.join('');
}

async function holds(script: string): Promise<boolean> {
  const begun = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [exit, output] = await Promise.all([exitOf(child), outputOf(child)]);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${output}${exit === 0 ? '✓' : '✗'} npm run ${script} (${seconds} s)`);
  return exit === 0;
}

async function runLane(lane: string[], tally: Tally): Promise<void> {
  for (const script of lane) tally[(await holds(script)) ? 'passed' : 'failed'] += 1;
}

/** Runs every check, also after one fails; each counts as one. */
export async function runStaticChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0 };
  await Promise.all(LANES.map((lane) => runLane(lane, tally)));
  return tally;
}
