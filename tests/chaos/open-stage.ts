import { randomBytes } from 'node:crypto';
import { type SandboxOptions, startSandbox } from '@/sandbox/main';
import { demoEnvironment } from '@/scripts/demo-env';
import { freePort } from '@/scripts/local-services/free-port';
import { migrate } from '@/scripts/migrate';
import { createScratchDatabase } from '@/scripts/scratch-database';
import { openShop } from './open-shop';
import { startProduct } from './product';
import type { RunLog } from './run-log';
import { startServers } from './servers';
import type { Timeline } from './timeline';

type Ports = { web: number; haravan: number; lazada: number };
export type StageOptions = {
  seed: number;
  dataDir: string;
  /** Settings of the product beside those that a run needs. */
  settings: Record<string, string>;
  /** How Haravan repeats a webhook that nobody took [as the real one does]. */
  haravanDelivery?: SandboxOptions['haravanDelivery'];
};
export type Closing = (() => Promise<unknown>)[];

async function freePorts(): Promise<Ports> {
  const [web, haravan, lazada] = await Promise.all([freePort(), freePort(), freePort()]);
  return { web, haravan, lazada };
}

/** Servers, both platforms and the product's processes, all of this run's own, with one shop that sells everything. */
export async function openStage(options: StageOptions, timeline: Timeline, log: RunLog, closing: Closing) {
  const { seed, dataDir, settings, haravanDelivery } = options;
  const ports = await freePorts();
  const given = { ...demoEnvironment(dataDir, ports), ...settings };
  const [servers, sandbox] = await Promise.all([
    startServers(dataDir),
    startSandbox({ ...sandboxOptions(given, ports), seed, haravanDelivery }),
  ]);
  closing.push(servers.stop, () => sandbox.close());
  timeline.mark('servers and platforms');
  const scratch = await createScratchDatabase(servers.databaseUrl);
  closing.push(scratch.drop);
  const env: Record<string, string> = { ...given, DATABASE_URL: scratch.url, REDIS_URL: servers.redisUrl };
  const product = startProduct(env, log.write);
  closing.push(product.kill);
  await migrate(scratch.url);
  timeline.mark('tables');
  product.startWorkers();
  const [place] = await Promise.all([openShop(env, sandbox), product.ready()]);
  timeline.mark('processes and shop');
  return { servers, sandbox, product, place, databaseUrl: scratch.url };
}

function sandboxOptions(env: Record<string, string>, ports: Ports) {
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
