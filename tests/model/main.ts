import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setup } from '@/scripts/test-run/test-servers';
import type { Command } from './commands/command';
import { postgresBackend } from './engine/postgres-backend';
import { explain, type Replay } from './explain';
import { commandsOf, type RunOptions, runModel, type Totals } from './run';

/**
 * `npm run model -- [--seeds 200] [--first 1] [--steps 10000] [--workers 2] | --seed S [--steps N] | --replay FILE`;
 * `--shrink 300`: runs that may be spent on shortening a failure; `--trace`: every call, commit and step, a line each;
 * `--postgres`: over PostgreSQL instead of rows in memory, some thirty times as slow.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    steps: { type: 'string', default: '10000' },
    workers: { type: 'string', default: '2' },
    replay: { type: 'string' },
    every: { type: 'string', default: '1' },
    shrink: { type: 'string', default: '300' },
    trace: { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
  },
});

const BATCH = 10;
const steps = Number(values.steps);

type Sum = Totals & { seeds: number; failures: number };
const add = (sum: Partial<Sum>, more: Partial<Sum>): Partial<Sum> =>
  Object.fromEntries(
    [...new Set([...Object.keys(sum), ...Object.keys(more)])].map((key) => {
      const [a = 0, b = 0] = [sum[key as keyof Sum], more[key as keyof Sum]];
      return [key, a + b];
    }),
  );

const options: RunOptions = {
  ...(values.trace ? { trace: console.log } : {}),
  ...(values.postgres ? { makeBackend: postgresBackend, patienceMs: 60_000 } : {}),
};

async function one(seed: number, commands: readonly Command[]): Promise<Partial<Sum>> {
  const { totals, failure } = await runModel(seed, commands, options);
  const { trace: _told, ...quietly } = options;
  if (failure) console.log(await explain(seed, commands, failure, { ...quietly, mostRuns: Number(values.shrink) }));
  return { ...totals, seeds: 1, failures: failure ? 1 : 0 };
}

function told(what: string, sum: Partial<Sum>, startedAt: number): void {
  const perSecond = Math.round(((sum.steps ?? 0) / Math.max(1, performance.now() - startedAt)) * 1_000);
  const facts = Object.entries(sum).map(([name, count]) => `${name} ${count}`);
  console.log(`${what}: ${facts.join(', ')}, ${perSecond} steps/s`);
}

/** Every `every`-th seed from `first` on, in this process. */
async function some(first: number, every: number, count: number): Promise<Partial<Sum>> {
  const startedAt = performance.now();
  let sum: Partial<Sum> = {};
  let batch: Partial<Sum> = {};
  for (let at = 0; at < count; at += 1) {
    const seed = first + at * every;
    batch = add(batch, await one(seed, commandsOf(seed, steps)));
    if ((at + 1) % BATCH !== 0 && at + 1 < count) continue;
    told(`seeds to ${seed}`, batch, startedAt);
    sum = add(sum, batch);
    batch = {};
  }
  return sum;
}

function inProcess(first: number, every: number, count: number): Promise<Partial<Sum>> {
  const args = [
    '--first',
    first,
    '--every',
    every,
    '--seeds',
    count,
    '--steps',
    steps,
    '--workers',
    1,
    '--shrink',
    values.shrink,
    ...(values.postgres ? ['--postgres'] : []),
  ].map(String);
  const child = fork(fileURLToPath(import.meta.url), args, { execArgv: process.execArgv });
  return new Promise((resolve, reject) => {
    let sum: Partial<Sum> = { failures: 1 };
    child.on('message', (said) => {
      sum = said as Partial<Sum>;
    });
    child.on('error', reject);
    child.on('exit', () => resolve(sum));
  });
}

async function all(): Promise<Partial<Sum>> {
  if (values.replay !== undefined) {
    const { seed, commands } = JSON.parse(readFileSync(values.replay, 'utf8')) as Replay;
    return one(seed, commands);
  }
  if (values.seed !== undefined) return one(Number(values.seed), commandsOf(Number(values.seed), steps));
  const [workers, count, first] = [Number(values.workers), Number(values.seeds), Number(values.first)];
  if (workers === 1) return some(first, Number(values.every), count);
  const shares = Array.from({ length: workers }, (_, at) => Math.ceil((count - at) / workers));
  const sums = await Promise.all(shares.map((share, at) => inProcess(first + at, workers, share)));
  return sums.reduce(add, {});
}

// The first process starts the servers; those that it forks find them in their environment.
const stop = values.postgres && !process.send ? await setup() : async () => {};
const startedAt = performance.now();
const sum = await all();
if (process.send) process.send(sum);
else told('all', sum, startedAt);
process.exitCode = (sum.failures ?? 0) === 0 ? 0 : 1;
if (process.send) process.disconnect();
await stop();
