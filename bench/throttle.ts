import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { demoEnvironment } from '@/scripts/demo-env';
import { freePort } from '@/scripts/local-services/free-port';
import { startRedis } from '@/scripts/local-services/redis';
import type { Closing } from './parts';
import { showErrors, startProgram } from './start-program';
import { callerReport, type Load, throttleReport } from './throttle-report';
import { START_KEY } from './throttle-shop';

const DATA_DIR = '.data/bench-throttle';
const READY_MS = 30_000;
const HEAD_START_MS = 300;
/** What is measured must be over by then, whatever goes wrong. */
const PATIENCE = 1.5;

/** Haravan's bucket of 80 leaking 4 a second, ten times as fast and as large: minutes instead of a quarter of an hour. */
function readOptions(args: string[]): Load {
  const text = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
  const { values } = parseArgs({
    args,
    options: { size: text(800), rate: text(40), calls: text(4_000), workers: text(3), together: text(8) },
  });
  const given = Object.entries(values).map(([name, value]) => [name, Number(value)]);
  return z
    .record(z.enum(['size', 'rate', 'calls', 'workers', 'together']), z.number().positive())
    .parse(Object.fromEntries(given));
}

/** A line that a program prints when it is ready or done: a word, then JSON. */
function lastWord(word: string) {
  let said: unknown;
  const log = (line: string) => {
    if (line.startsWith(`${word} `)) said = JSON.parse(line.slice(word.length + 1));
    else showErrors(line);
  };
  return { log, said: () => said };
}

async function startPlatform(load: Load, env: Record<string, string>, port: number, closing: Closing): Promise<string> {
  const { log, said } = lastWord('platform');
  const platform = startProgram('bench/throttle-platform.ts', { port, size: load.size, rate: load.rate }, env, log);
  closing.push(platform.stop);
  await platform.waitForLine(/^platform /, READY_MS);
  return z.object({ accessToken: z.string() }).parse(said()).accessToken;
}

function startCaller(load: Load, calls: number, env: Record<string, string>, accessToken: string) {
  const { log, said } = lastWord('caller');
  const caller = startProgram('bench/throttle-caller.ts', { ...load, calls, accessToken }, env, log);
  return { ...caller, report: () => callerReport.parse(said()) };
}

/** All start at one moment, when the last of them has loaded. */
async function runCallers(load: Load, env: Record<string, string>, accessToken: string, closing: Closing) {
  const share = Math.ceil(load.calls / load.workers);
  const callers = Array.from({ length: load.workers }, (_, index) =>
    startCaller(load, Math.min(share, load.calls - index * share), env, accessToken),
  );
  closing.push(...callers.map((caller) => caller.stop));
  await Promise.all(callers.map((caller) => caller.waitForLine(/^ready$/, READY_MS)));
  const redis = new Redis(env.REDIS_URL ?? '');
  closing.push(async () => redis.disconnect());
  const startAtMs = Date.now() + HEAD_START_MS;
  await redis.set(START_KEY, startAtMs);
  const limitMs = HEAD_START_MS + PATIENCE * 1_000 * (load.calls / load.rate);
  await Promise.all(callers.map((caller) => caller.waitForLine(/^caller /, limitMs)));
  return { startAtMs, reports: callers.map((caller) => caller.report()) };
}

const platformCalls = z.object({ calls: z.array(z.object({ status: z.number() })) });

async function bench(load: Load, closing: Closing): Promise<void> {
  const redis = await startRedis(resolve(DATA_DIR), false);
  closing.push(redis.stop);
  const ports = { web: await freePort(), haravan: await freePort(), lazada: await freePort() };
  const env: Record<string, string> = {
    ...demoEnvironment(DATA_DIR, ports),
    REDIS_URL: redis.url,
    // Composed, but not asked for anything.
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    LOG_LEVEL: 'error',
  };
  const accessToken = await startPlatform(load, env, ports.haravan, closing);
  const { startAtMs, reports } = await runCallers(load, env, accessToken, closing);
  const answer = await fetch(`http://127.0.0.1:${ports.haravan}/__sandbox/calls`);
  const { calls } = platformCalls.parse(await answer.json());
  console.log(
    throttleReport(
      load,
      startAtMs,
      reports,
      calls.map((call) => call.status),
    ),
  );
}

/** `npm run bench:throttle -- [--size 800] [--rate 40] [--calls 4000] [--workers 3]`. Loopback only; whatever it starts it ends. */
async function main(load: Load): Promise<number> {
  const closing: Closing = [];
  try {
    await bench(load, closing);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

process.exit(await main(readOptions(process.argv.slice(2))));
