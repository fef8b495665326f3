import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type App, composeFrom } from '@/src/compose';
import { parseEnv } from '@/src/platform/env';
import { type AddedShop, addShops } from './add-shop';
import { buildShops } from './catalogue';
import { openCostMeter, processorText } from './cost';
import { dictatedSeconds } from './limits';
import { leastPushCalls } from './least-calls';
import { type Closing, type Parts, startParts } from './parts';
import { openProgress, type Progress } from './progress';
import { assertPushed, catalogsRead, click, pushed, switchOn } from './push-phase';
import type { RecordedCall } from './recorder';
import { callTable } from './report';
import { runBench } from './run-bench';
import { stage } from './stage';

// npm run bench:scale -- [--skus 100000] [--limits 10] [--workers 1] [--minutes 40]
// One shop publishes everything, against platforms that enforce their limits so many times as fast as in life: how long beside the
// time that the limits dictate, how many calls beside the fewest that do it? --limits 0 lifts them.

const { values } = parseArgs({
  options: {
    skus: { type: 'string', default: '100000' },
    limits: { type: 'string', default: '10' },
    workers: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '40' },
  },
});
const options = {
  skus: Number(values.skus),
  limits: Number(values.limits),
  workers: Number(values.workers),
  minutes: Number(values.minutes),
};

const millis = (seconds: number): string => ((1_000 * seconds) / options.skus).toFixed(2);

function limitText(seconds: number): string {
  if (options.limits === 0) return 'No limits.';
  const dictated = dictatedSeconds(leastPushCalls(options.skus), options.limits);
  const tightest = Math.max(...dictated.map((limit) => limit.seconds));
  const lines = dictated.map(
    ({ platform, calls, atOnce, perSecond, seconds: least }) =>
      `  ${platform}: (${calls} calls at least - ${atOnce} at once) / ${perSecond} a second = ${least.toFixed(1)} s`,
  );
  const ratio = (seconds / tightest).toFixed(3);
  return `What the limits dictate, ${options.limits} times as fast as in life:\n${lines.join('\n')}\nTime over the longer of them: ${ratio} (goal at most 1.05).`;
}

async function measure(app: App, parts: Parts, shop: AddedShop, progress: Progress, closing: Closing): Promise<void> {
  await catalogsRead(progress, 1, options.minutes * 60_000);
  await switchOn(app, shop);
  stage('both catalogs are read, the switches are on');
  await progress.analyze();
  const meter = await openCostMeter(parts, progress);
  closing.push(meter.close);
  const recording = `${parts.lazadaUrl}/__bench/recording`;
  await fetch(`${recording}?bodies=0`, { method: 'PUT' });
  const load = loadavg()[0] ?? 0;
  const before = await meter.now();
  const clickedAt = Date.now();
  await click(app, shop);
  stage('the products are chosen');
  await pushed(progress, options.skus, options.minutes * 60_000, stage);
  const cost = await meter.since(before);
  const { calls } = (await (await fetch(recording, { method: 'DELETE' })).json()) as { calls: RecordedCall[] };
  await assertPushed(parts.lazadaUrl, shop);
  const seconds = ((calls.at(-1)?.at ?? Date.now()) - clickedAt) / 1_000;
  const first = ((calls[0]?.at ?? clickedAt) - clickedAt) / 1_000;
  const refused = calls.filter(({ status }) => status === 429).length;
  console.log(`
${options.skus} SKUs from the click to the last call: ${seconds.toFixed(1)} s, of which ${first.toFixed(1)} s before the first call; load average before it ${load.toFixed(1)}.
${limitText(seconds)}
${callTable(options.skus, 1, calls)}
Refused for their number: ${refused}.
${processorText(cost, availableParallelism())}
Each SKU: ${(cost.transactions / options.skus).toFixed(3)} transactions, ${(cost.queries / options.skus).toFixed(3)} messages to PostgreSQL; processor of the workers ${millis(cost.processor.workers)} ms, of PostgreSQL ${millis(cost.processor.postgres)} ms, of the platforms ${millis(cost.processor.platforms)} ms.
Peak memory of each worker: ${parts.workers.map((worker) => `${Math.round(worker.peakBytes() / 1e6)} MB`).join(', ')}.`);
}

async function bench(closing: Closing): Promise<void> {
  let shops: AddedShop[] = [];
  const size = { shops: 1, skusPerShop: options.skus };
  const prepare = async (env: Record<string, string>) => {
    shops = await addShops(parseEnv(env), buildShops(size));
  };
  const parts = await startParts(size, prepare, closing, { workers: options.workers, limits: options.limits });
  stage('everything stands');
  const app = composeFrom({ ...parts.env, LOG_LEVEL: 'silent' });
  const progress = await openProgress(parts.databaseUrl);
  closing.push(app.close, progress.close);
  const [shop] = shops;
  if (!shop) throw new Error('no shop');
  await measure(app, parts, shop, progress, closing);
}

process.exit(await runBench(bench, options.minutes));
