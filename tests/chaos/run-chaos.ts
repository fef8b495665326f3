import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '@/sandbox/main';
import { demoEnvironment } from '@/scripts/demo-env';
import { freePort } from '@/scripts/local-services/free-port';
import { migrate } from '@/scripts/migrate';
import { createScratchDatabase } from '@/scripts/scratch-database';
import { createHaravanControls } from '@/tests/controls/haravan-controls';
import { createLazadaControls } from '@/tests/controls/lazada-controls';
import { openDatabaseReader } from '@/tests/controls/database-reader';
import { waitUntilRight } from '@/tests/controls/wait-until';
import { DISASTERS } from './disasters';
import { wrongNow } from './invariants';
import { createLife } from './life';
import { openShop } from './open-shop';
import { startProduct } from './product';
import { createRandom } from './random';
import { startServers } from './servers';

export type ChaosOptions = {
  seed: number;
  /** How long disasters strike. */
  strikeMs: number;
  /** Between two disasters. */
  pauseMs: number;
  /** Between two things that merchants or buyers do: Haravan allows 4 calls a second, an order takes about ten. */
  lifePauseMs: number;
  /** How long both platforms are cut off at a time. */
  cutMs: number;
  /** How long the product may take until all is right again. */
  healMs: number;
  dataDir: string;
  print(line: string): void;
};

export type ChaosReport = { disasters: string[]; counts: Record<string, number>; healedMs: number };

/**
 * Real processes under load while things break; afterwards both platforms must agree with the oracle (spec R8.1). The web
 * app must have been built.
 * @throws with what is still wrong after `healMs`
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { seed, dataDir, print } = options;
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const servers = await startServers(dataDir);
    closing.push(servers.stop);
    const scratch = await createScratchDatabase(servers.databaseUrl);
    closing.push(scratch.drop);
    await migrate(scratch.url);
    const ports = { web: await freePort(), haravan: await freePort(), lazada: await freePort() };
    const env: Record<string, string> = {
      ...demoEnvironment(dataDir, ports),
      ...{ DATABASE_URL: scratch.url, REDIS_URL: servers.redisUrl, RECONCILE_SECONDS: '3600' },
    };
    const sandbox = await startSandbox({ ...sandboxOptions(env, ports), seed });
    closing.push(() => sandbox.close());
    const product = await startProduct(env, () => undefined);
    closing.push(product.stop);
    const haravan = createHaravanControls(sandbox.urls.haravan);
    const lazada = createLazadaControls(sandbox.urls.lazada);
    const place = await openShop(env, sandbox);
    const database = openDatabaseReader(scratch.url);
    const view = { haravan, lazada, ...place };
    await waitUntilRight('before the first disaster', () => wrongNow({ ...view, database }), options.healMs);
    // Its connections would break with the server's.
    await database.close();

    const random = createRandom(seed);
    const life = await createLife({ haravan, lazada }, place, random);
    const struck = await strike({ servers, product, sandbox, random, cutMs: options.cutMs }, life, options);
    const after = openDatabaseReader(scratch.url);
    closing.push(after.close);
    const look = async () => {
      const wrong = await wrongNow({ ...view, database: after });
      if (wrong.length > 0) print(`${wrong.length} wrong, e.g. ${wrong[0]}`);
      return wrong;
    };
    const healedMs = await waitUntilRight('afterwards', look, options.healMs);
    return { disasters: struck, counts: life.counts, healedMs };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

function sandboxOptions(env: Record<string, string>, ports: { haravan: number; lazada: number }) {
  const text = (name: string): string => env[name] ?? randomBytes(8).toString('hex');
  return {
    world: 'small' as const,
    haravanPort: ports.haravan,
    lazadaPort: ports.lazada,
    app: {
      url: text('APP_URL'),
      haravanClientId: text('HARAVAN_CLIENT_ID'),
      haravanClientSecret: text('HARAVAN_CLIENT_SECRET'),
      haravanVerifyToken: text('HARAVAN_WEBHOOK_VERIFY_TOKEN'),
      lazadaAppKey: text('LAZADA_APP_KEY'),
      lazadaAppSecret: text('LAZADA_APP_SECRET'),
    },
  };
}

type Striking = Parameters<(typeof DISASTERS)[number]['strike']>[0];

/** Life goes on while disasters strike: every kind once, then any. Answers their names. */
async function strike(scene: Striking, life: { step(): Promise<void> }, options: ChaosOptions): Promise<string[]> {
  const names: string[] = [];
  const endsAt = performance.now() + options.strikeMs;
  const over = () => performance.now() >= endsAt && names.length >= DISASTERS.length;
  let failed: unknown;
  const living = (async () => {
    while (!over() && failed === undefined) {
      await life.step();
      await sleep(options.lifePauseMs);
    }
  })().catch((error: unknown) => {
    failed = error;
  });
  while (!over() && failed === undefined) {
    const disaster = DISASTERS[names.length] ?? scene.random.pick(DISASTERS);
    options.print(`${disaster.name} …`);
    await disaster.strike(scene);
    names.push(disaster.name);
    await sleep(options.pauseMs);
  }
  await living;
  if (failed !== undefined) throw failed;
  return names;
}
