import { parseArgs } from 'node:util';
import { composeFrom } from '@/src/compose';
import { parseEnv } from '@/src/platform/env';
import { type AddedShop, addShops } from './add-shop';
import { buildShops } from './catalogue';
import { assertImported, importAll, placeOrders } from './orders-phase';
import { type Closing, type Parts, startParts } from './parts';
import { openProgress } from './progress';
import { assertPushed, publishAll, pushAll } from './push-phase';
import { type Measured, recording } from './recording';
import { repeatBare } from './repeat-bare';
import { type Bare, ordersReport, pushReport, TOGETHER } from './report';

/** With what is ended afterwards, three minutes. */
const LIMIT_MS = 165_000;

type Options = { shops: number; skusPerShop: number; ordersPerShop: number };

function readOptions(args: string[]): Options {
  const text = (fallback: number) => ({ type: 'string' as const, default: String(fallback) });
  const { values } = parseArgs({ args, options: { shops: text(1), skus: text(5_000), orders: text(60) } });
  const shops = Number(values.shops);
  return {
    shops,
    skusPerShop: Math.floor(Number(values.skus) / shops),
    ordersPerShop: Math.floor(Number(values.orders) / shops),
  };
}

async function measure(parts: Parts, shops: readonly AddedShop[], options: Options, closing: Closing) {
  const progress = await openProgress(parts.databaseUrl);
  const app = composeFrom(parts.env);
  closing.push(app.close, progress.close);
  const { lazadaUrl, haravanUrl, worker } = parts;
  const meters = { platformUrl: lazadaUrl, pid: worker.pid, progress };
  await publishAll(app, shops, progress);
  const pushes = await recording(meters, () => pushAll(app, shops, progress));
  for (const shop of shops) await assertPushed(lazadaUrl, shop);
  for (const shop of shops) await placeOrders(lazadaUrl, shop, options.ordersPerShop);
  const orders = await recording(meters, () => importAll(progress, options.ordersPerShop * shops.length));
  for (const shop of shops) await assertImported(haravanUrl, shop, options.ordersPerShop);
  return { pushes, orders };
}

async function bareOf({ redisUrl }: Parts, { calls }: Measured): Promise<Bare> {
  return { inTurn: await repeatBare(redisUrl, calls, 1), together: await repeatBare(redisUrl, calls, TOGETHER) };
}

async function bench(options: Options, closing: Closing): Promise<void> {
  let shops: AddedShop[] = [];
  const prepare = async (env: Record<string, string>) => {
    shops = await addShops(parseEnv(env), buildShops(options));
  };
  const parts = await startParts(options, prepare, closing);
  const { pushes, orders } = await measure(parts, shops, options, closing);
  const peakBytes = parts.worker.peakBytes();
  await parts.worker.stop();
  console.log(pushReport(options, pushes, await bareOf(parts, pushes)));
  console.log(ordersReport(options.ordersPerShop * options.shops, orders, await bareOf(parts, orders)));
  console.log(
    `Peak memory of the one worker, with the compiler that it starts (VmHWM): ${Math.round(peakBytes / 1e6)} MB.`,
  );
}

/** `npm run bench -- [--shops 1] [--skus 5000] [--orders 60]`. Loopback only; whatever it starts it ends, in three minutes at most. */
async function main(options: Options): Promise<number> {
  const closing: Closing = [];
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`not done after ${LIMIT_MS / 1_000} s`)), LIMIT_MS).unref();
  });
  try {
    await Promise.race([bench(options, closing), late]);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

process.exit(await main(readOptions(process.argv.slice(2))));
