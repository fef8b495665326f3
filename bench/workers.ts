import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type App, composeFrom } from '@/src/compose';
import { parseEnv } from '@/src/platform/env';
import { type AddedShop, addShops } from './add-shop';
import { buildShops } from './catalogue';
import { type CostMeter, openCostMeter, processorText } from './cost';
import { leastPushCalls } from './least-calls';
import { importAll, placeOrders } from './orders-phase';
import { type Closing, type Parts, startParts } from './parts';
import { openProgress, type Progress } from './progress';
import { assertPushed, catalogsRead, click, pushed, pushesDone, switchOn } from './push-phase';
import type { RecordedCall } from './recorder';
import { runBench } from './run-bench';
import { stage } from './stage';

// npm run bench:workers -- [--shops 4] [--skus 4000] [--orders 30] [--workers 4] [--rounds 2] [--minutes 20]
// The same work for one worker and for several, by turns: shops that publish and sell side by side, against platforms without limits.

const number = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
const { values } = parseArgs({
  options: {
    shops: number(4),
    skus: number(4_000),
    orders: number(30),
    workers: number(4),
    rounds: number(2),
    minutes: number(20),
  },
});
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])) as Record<
  keyof typeof values,
  number
>;
const LIMIT_MS = options.minutes * 60_000;

type Stage = { app: App; parts: Parts; progress: Progress; meter: CostMeter };
type Result = { workers: number; pushSeconds: number; calls: number; orderSeconds: number };

async function recorded({ parts, meter }: Stage, work: () => Promise<void>) {
  const recording = `${parts.lazadaUrl}/__bench/recording`;
  await fetch(`${recording}?bodies=0`, { method: 'PUT' });
  const before = await meter.now();
  const begunAt = Date.now();
  await work();
  const cost = await meter.since(before);
  const { calls } = (await (await fetch(recording, { method: 'DELETE' })).json()) as { calls: RecordedCall[] };
  return { cost, calls: calls.length, seconds: ((calls.at(-1)?.at ?? begunAt) - begunAt) / 1_000 };
}

/** @param round counts those before it, which had as much to do */
async function playRound(given: Stage, shops: readonly AddedShop[], round: number): Promise<Result> {
  const { app, parts, progress } = given;
  const workers = parts.workers.length;
  for (const shop of shops) await switchOn(app, shop);
  const pushes = await recorded(given, async () => {
    for (const shop of shops) await click(app, shop);
    await pushed(progress, (round + 1) * options.shops * options.skus, LIMIT_MS, stage);
  });
  for (const shop of shops) await assertPushed(parts.lazadaUrl, shop);
  stage(`${workers} at work: pushed. ${processorText(pushes.cost, availableParallelism())}`);
  for (const shop of shops) await placeOrders(parts.lazadaUrl, shop, options.orders);
  const orders = await recorded(given, () => importAll(progress, (round + 1) * options.shops * options.orders));
  stage(`${workers} at work: imported. ${processorText(orders.cost, availableParallelism())}`);
  await pushesDone(progress, LIMIT_MS);
  return { workers, pushSeconds: pushes.seconds, calls: pushes.calls, orderSeconds: orders.seconds };
}

function summary(results: readonly Result[], workers: number): string {
  const mine = results.filter((result) => result.workers === workers);
  const sum = (pick: (result: Result) => number) => mine.reduce((total, result) => total + pick(result), 0);
  const skus = mine.length * options.shops * options.skus;
  const orders = mine.length * options.shops * options.orders;
  const least = leastPushCalls(options.skus).reduce((total, row) => total + row.least, 0) * mine.length * options.shops;
  const perSecond = (count: number, seconds: number) => (count / seconds).toFixed(1);
  return `${workers} worker(s): ${perSecond(
    skus,
    sum((result) => result.pushSeconds),
  )} SKUs a second, ${perSecond(
    orders,
    sum((result) => result.orderSeconds),
  )} orders a second, ${(sum((result) => result.calls) / least).toFixed(3)} of the fewest calls.`;
}

async function bench(closing: Closing): Promise<void> {
  console.log(`Load average before: ${(loadavg()[0] ?? 0).toFixed(1)}.`);
  const size = { shops: 2 * options.rounds * options.shops, skusPerShop: options.skus };
  let shops: AddedShop[] = [];
  const prepare = async (env: Record<string, string>) => {
    shops = await addShops(parseEnv(env), buildShops(size));
  };
  const parts = await startParts(size, prepare, closing);
  const app = composeFrom({ ...parts.env, LOG_LEVEL: 'silent' });
  const progress = await openProgress(parts.databaseUrl);
  const meter = await openCostMeter(parts, progress);
  closing.push(app.close, progress.close, meter.close);
  await catalogsRead(progress, shops.length, LIMIT_MS);
  stage(`the catalogs of ${shops.length} shops are read`);
  const results: Result[] = [];
  for (let round = 0; round < 2 * options.rounds; round += 1) {
    const wanted = round % 2 === 0 ? 1 : options.workers;
    while (parts.workers.length < wanted) await parts.addWorker();
    while (parts.workers.length > wanted) await parts.workers.pop()?.stop();
    const group = shops.slice(round * options.shops, (round + 1) * options.shops);
    results.push(await playRound({ app, parts, progress, meter }, group, round));
  }
  for (const workers of [1, options.workers]) console.log(summary(results, workers));
  const memory = parts.workers.map((worker) => `${Math.round(worker.peakBytes() / 1e6)} MB`);
  console.log(`Peak memory of each worker: ${memory.join(', ')}.`);
}

process.exit(await runBench(bench, options.minutes));
