import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, composeFrom } from '@/src/compose';
import { parseEnv } from '@/src/platform/env';
import { startReceiverServer } from '@/tests/integration/receiver-server';
import { type AddedShop, addShops } from './add-shop';
import { buildShops } from './catalogue';
import { type CostMeter, openCostMeter, processorText } from './cost';
import { type Closing, type Parts, startParts } from './parts';
import { percentiles, percentilesText } from './percentiles';
import { openProgress, type Progress } from './progress';
import { click, publishAll, pushAll, switchOn } from './push-phase';
import type { RecordedCall } from './recorder';
import { countByOperation } from './recording';
import { runBench } from './run-bench';
import { stage } from './stage';
import { type Trickled, trickle } from './trickle';

// npm run bench:fairness -- [--quiet 1000] [--skus 100000] [--seconds 120] [--rate 2] [--workers 2] [--limits 10] [--minutes 40]
// One shop publishes everything it has while the others trickle: how long do theirs take, alone and beside it (spec R7.2)?

const SKUS_OF_A_QUIET_SHOP = 4;
const GRACE_MS = 15_000;
const IDLE_MS = 60_000;
/** A batch of 50 is longer, a single change or an order is not. */
const KEPT_BYTES = 6_000;

const number = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
const { values } = parseArgs({
  options: {
    quiet: number(1_000),
    skus: number(100_000),
    seconds: number(120),
    rate: number(2),
    workers: number(2),
    limits: number(10),
    minutes: number(40),
  },
});
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])) as Record<
  keyof typeof values,
  number
>;

type Stage = { app: App; parts: Parts; progress: Progress; meter: CostMeter };

async function idleCost({ parts, meter }: Stage, connections: number): Promise<string> {
  const recording = `${parts.lazadaUrl}/__bench/recording`;
  await fetch(`${recording}?bodies=${KEPT_BYTES}`, { method: 'PUT' });
  const before = await meter.now();
  await sleep(IDLE_MS);
  const cost = await meter.since(before);
  const { calls } = (await (await fetch(recording, { method: 'DELETE' })).json()) as { calls: RecordedCall[] };
  const bytes = calls.reduce((sum, call) => sum + call.url.length + call.body.length, 0);
  const each = (count: number): string => ((count * 60_000) / IDLE_MS / connections).toFixed(2);
  const kinds = [...countByOperation(calls)].map(([operation, made]) => `${each(made)} ${operation}`);
  return `An idle connection costs, a minute: ${each(calls.length)} calls (${kinds.join(', ')}), ${each(bytes)} bytes sent, ${each(cost.transactions)} transactions, ${each(cost.queries)} messages to PostgreSQL, ${each(1_000 * cost.processor.workers)} ms of a worker's processor.
${processorText(cost, availableParallelism())}`;
}

function show(what: string, seen: Trickled): void {
  console.log(
    `${what}: stock ${percentilesText(percentiles(seen.stock))}; orders ${percentilesText(percentiles(seen.orders))}; ${seen.missing} not seen`,
  );
  if (seen.late) console.log(`  late: ${seen.late}`);
}

async function measure(given: Stage, shops: readonly AddedShop[]): Promise<void> {
  const { app, parts, progress, meter } = given;
  const [large, ...quiet] = shops;
  if (!large) throw new Error('no shop');
  await publishAll(app, quiet, progress, { all: shops.length });
  stage('all catalogs are read, the quiet shops published');
  await pushAll(app, quiet, progress);
  await progress.analyze();
  stage(`${quiet.length} quiet connections stand`);
  console.log(await idleCost(given, shops.length));

  const pace = {
    perSecond: options.rate,
    durationMs: options.seconds * 1_000,
    graceMs: GRACE_MS,
    keptBytes: KEPT_BYTES,
  };
  const before = await meter.now();
  const alone = await trickle(parts, quiet, pace);
  show('Alone', alone);
  console.log(processorText(await meter.since(before), availableParallelism()));

  await switchOn(app, large);
  await click(app, large);
  stage(`one publishes ${options.skus} SKUs`);
  const begun = await meter.now();
  const beside = await trickle(parts, quiet, pace);
  const cost = await meter.since(begun);
  show(`While one publishes ${options.skus} SKUs`, beside);
  console.log(processorText(cost, availableParallelism()));
  const pushed = await progress.count(
    `SELECT count(*) AS n FROM "Push" WHERE "lastPushedAt" IS NOT NULL AND "connectionId" = '${large.connectionId}'`,
  );
  console.log(
    `Of its ${2 * options.skus} figures ${pushed} were on Lazada when this ended, ${cost.seconds.toFixed(0)} s after the click.`,
  );
  for (const kind of ['stock', 'orders'] as const) {
    const ratio = percentiles(beside[kind]).p95 / percentiles(alone[kind]).p95;
    console.log(`p95 of ${kind} beside it over p95 alone: ${ratio.toFixed(2)} (goal at most 2)`);
  }
  const memory = parts.workers.map((worker) => `${Math.round(worker.peakBytes() / 1e6)} MB`);
  console.log(`Peak memory of each worker: ${memory.join(', ')}.`);
}

async function receive(env: Record<string, string>, closing: Closing): Promise<App> {
  const app = composeFrom({ ...env, LOG_LEVEL: 'silent' });
  const receivers = await startReceiverServer(Number(env.PORT));
  receivers.use(app.intake);
  closing.push(app.close, receivers.close);
  return app;
}

async function bench(closing: Closing): Promise<void> {
  console.log(
    `Load average before: ${loadavg()
      .map((load) => load.toFixed(1))
      .join(', ')}.`,
  );
  let shops: AddedShop[] = [];
  let app: App | undefined;
  const size = { shops: options.quiet + 1, skusPerShop: SKUS_OF_A_QUIET_SHOP, firstSkus: options.skus };
  const prepare = async (env: Record<string, string>) => {
    // Haravan asks the receiver before it subscribes: it must answer when the workers begin.
    app = await receive(env, closing);
    shops = await addShops(parseEnv(env), buildShops(size), { notified: true });
    stage(`${shops.length} shops are connected`);
  };
  const { workers, limits } = options;
  const parts = await startParts(size, prepare, closing, {
    workers,
    limits,
    notifies: true,
    env: { ORDER_POLL_SECONDS: '60' },
  });
  if (!app) throw new Error('nothing was prepared');
  const progress = await openProgress(parts.databaseUrl);
  const meter = await openCostMeter(parts, progress);
  closing.push(progress.close, meter.close);
  await measure({ app, parts, progress, meter }, shops);
}

process.exit(await runBench(bench, options.minutes));
