import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, composeFrom } from '@/src/compose';
import { parseEnv } from '@/src/platform/env';
import { startReceiverServer } from '@/tests/integration/receiver-server';
import { type AddedShop, addShops } from './add-shop';
import { buildShops, expectedFigures } from './catalogue';
import { type Closing, type Parts, startParts } from './parts';
import { percentiles, percentilesText } from './percentiles';
import { openProgress, type Progress } from './progress';
import { publishAll, pushAll, switchOn } from './push-phase';
import { type Trickled, trickle } from './trickle';

// npm run bench:fairness -- [--quiet 1000] [--skus 100000] [--seconds 60] [--rate 4] [--workers 2]
// One shop publishes everything it has while the others trickle: how long do theirs take, alone and beside it (spec R7.2)?

const SKUS_OF_A_QUIET_SHOP = 4;
const GRACE_MS = 15_000;

const begunAt = performance.now();
const stage = (what: string): void => console.log(`${((performance.now() - begunAt) / 1_000).toFixed(0)} s: ${what}`);

const number = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
const { values } = parseArgs({
  options: { quiet: number(1_000), skus: number(100_000), seconds: number(60), rate: number(4), workers: number(2) },
});
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])) as Record<
  keyof typeof values,
  number
>;

async function idleCost(parts: Parts, progress: Progress, connections: number): Promise<string> {
  const recording = `${parts.lazadaUrl}/__bench/recording`;
  await fetch(recording, { method: 'PUT' });
  const before = await progress.transactions();
  await sleep(30_000);
  const transactions = (await progress.transactions()) - before;
  const { calls } = (await (await fetch(recording, { method: 'DELETE' })).json()) as {
    calls: { body: string; url: string }[];
  };
  const bytes = calls.reduce((sum, call) => sum + call.url.length + call.body.length, 0);
  const perMinute = (count: number): string => ((2 * count) / connections).toFixed(2);
  return `An idle connection costs ${perMinute(calls.length)} calls, ${perMinute(bytes)} bytes sent and ${perMinute(transactions)} transactions a minute.`;
}

function show(what: string, seen: Trickled): void {
  console.log(
    `${what}: stock ${percentilesText(percentiles(seen.stock))}; orders ${percentilesText(percentiles(seen.orders))}; ${seen.missing} not seen`,
  );
}

async function measure(app: App, parts: Parts, shops: readonly AddedShop[], progress: Progress): Promise<void> {
  const [large, ...quiet] = shops;
  if (!large) throw new Error('no shop');
  await publishAll(app, quiet, progress, { all: shops.length });
  stage('all catalogs are read, the quiet shops published');
  await pushAll(app, quiet, progress);
  stage(`${quiet.length} quiet connections stand`);
  console.log(await idleCost(parts, progress, shops.length));

  const pace = { perSecond: options.rate, durationMs: options.seconds * 1_000, graceMs: GRACE_MS };
  const alone = await trickle(parts, quiet, pace);
  show('Alone', alone);

  const begun = performance.now();
  await app.commands.publishing.publish(large.merchantId, large.connectionId, { filter: {} }, 'bench');
  await switchOn(app, large);
  const beside = await trickle(parts, quiet, pace);
  show(`While one publishes ${expectedFigures(large).length} SKUs`, beside);
  const pushed = await progress.count(
    `SELECT count(*) AS n FROM "Push" WHERE "lastPushedAt" IS NOT NULL AND "connectionId" = '${large.connectionId}'`,
  );
  console.log(
    `Of its figures ${pushed} had been pushed ${((performance.now() - begun) / 1_000).toFixed(0)} s after the click.`,
  );
  for (const kind of ['stock', 'orders'] as const) {
    const ratio = percentiles(beside[kind]).p95 / percentiles(alone[kind]).p95;
    console.log(`p95 of ${kind} beside it over p95 alone: ${ratio.toFixed(2)} (goal at most 2)`);
  }
  const memory = parts.workers.map((worker) => `${Math.round(worker.peakBytes() / 1e6)} MB`);
  console.log(`Peak memory of each worker: ${memory.join(', ')}.`);
}

async function main(): Promise<number> {
  const closing: Closing = [];
  try {
    let shops: AddedShop[] = [];
    const size = { shops: options.quiet + 1, skusPerShop: SKUS_OF_A_QUIET_SHOP, firstSkus: options.skus };
    const prepare = async (env: Record<string, string>) => {
      shops = await addShops(parseEnv(env), buildShops(size), { notified: true });
      stage(`${shops.length} shops are connected`);
    };
    const parts = await startParts(size, prepare, closing, {
      workers: options.workers,
      notifies: true,
      env: { ORDER_POLL_SECONDS: '60' },
    });
    const app = composeFrom({ ...parts.env, LOG_LEVEL: 'silent' });
    const progress = await openProgress(parts.databaseUrl);
    const receivers = await startReceiverServer(Number(parts.env.PORT));
    receivers.use(app.intake);
    closing.push(app.close, progress.close, receivers.close);
    await measure(app, parts, shops, progress);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

process.exit(await main());
