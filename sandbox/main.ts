import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Clock, createClock } from './core/clock';
import { readControlBody } from './core/control-body';
import type { DeliveryPolicy } from './core/deliveries';
import { createIds, type Ids } from './core/ids';
import { type RunningServer, type SandboxApp, serve } from './core/server';
import { createHaravanSandbox, type HaravanSandbox } from './haravan/sandbox';
import { createLazadaSandbox, type LazadaSandbox } from './lazada/sandbox';
import { buildWorld, type World } from './world/build-world';
import { emptyWorld } from './world/empty-world';

export type SandboxOptions = {
  /** 0, the default: a free one. */
  haravanPort?: number;
  lazadaPort?: number;
  host?: string;
  /** The name under which others reach it, when that is not `host`. */
  publicHost?: string;
  seed?: number;
  world?: 'story' | 'small' | 'empty';
  app: {
    /** Where the product is served. */
    url: string;
    haravanClientId: string;
    haravanClientSecret: string;
    haravanVerifyToken: string;
    lazadaAppKey: string;
    lazadaAppSecret: string;
  };
  clock?: Clock;
  /** How Haravan repeats what was not taken [19 times in 48 hours]. */
  haravanDelivery?: DeliveryPolicy;
};

export type Sandbox = {
  haravan: HaravanSandbox;
  lazada: LazadaSandbox;
  urls: { haravan: string; lazada: string };
  clock: Clock;
  /** What both platforms were loaded with; another after a reset with another seed. */
  readonly world: World;
  reset(seed?: number): void;
  close(): Promise<void>;
};

const DEFAULT_SEED = 1;

/** Haravan and Lazada on this machine, with one world in both. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { host, publicHost, app, world: size = 'story' } = options;
  const clock = options.clock ?? createClock();
  let seed = options.seed ?? DEFAULT_SEED;
  const ids = { haravan: createIds(seed), lazada: createIds(seed + 1) };
  const urls = { haravan: '', lazada: '' };
  const haravan = createHaravanSandbox({
    clock,
    ids: ids.haravan,
    app: haravanApp(app),
    delivery: options.haravanDelivery,
    publicUrl: () => urls.haravan,
    resetWorld: () => reset(),
    practiceLinks: () => [
      { label: 'Gian hàng Lazada', href: `${urls.lazada}/shop` },
      { label: 'Seller Center', href: `${urls.lazada}/seller` },
    ],
  });
  const lazada = createLazadaSandbox({ clock, ids: ids.lazada, app: lazadaApp(app) });
  let world = load();

  function load(): World {
    const next = size === 'empty' ? emptyWorld() : buildWorld(seed, size);
    haravan.load(next.haravan);
    lazada.load(next.lazada);
    return next;
  }

  function reset(nextSeed = seed): void {
    seed = nextSeed;
    clock.reset();
    clear(haravan, ids.haravan, seed);
    clear(lazada, ids.lazada, seed + 1);
    world = load();
  }

  const servers = [
    await serve(withReset(haravan.hono, reset), options.haravanPort, host),
    await serve(withReset(lazada.hono, reset), options.lazadaPort, host),
  ] as const;
  const publicUrl = ({ url, port }: RunningServer) => (publicHost ? `http://${publicHost}:${port}` : url);
  urls.haravan = publicUrl(servers[0]);
  urls.lazada = publicUrl(servers[1]);
  return {
    haravan,
    lazada,
    urls,
    clock,
    get world() {
      return world;
    },
    reset,
    async close() {
      haravan.close();
      lazada.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

function clear({ faults, deliveries, calls }: HaravanSandbox | LazadaSandbox, ids: Ids, seed: number): void {
  ids.reseed(seed);
  faults.remove();
  deliveries.clear();
  calls.clear();
}

/** A reset asked of either platform resets both: their data belong together. */
function withReset(platform: SandboxApp, reset: (seed?: number) => void): SandboxApp {
  const outer: SandboxApp = new Hono();
  outer.post('/__sandbox/reset', async (c) => {
    reset((await readControlBody(c, z.object({ seed: z.number().int().optional() }))).seed);
    return c.json({ ok: true });
  });
  outer.route('/', platform);
  return outer;
}

function haravanApp(app: SandboxOptions['app']) {
  return {
    clientId: app.haravanClientId,
    clientSecret: app.haravanClientSecret,
    verifyToken: app.haravanVerifyToken,
    url: app.url,
    redirectUris: [`${app.url}/install/login`, `${app.url}/install/grandservice`],
    pages: [
      { label: 'Cấu hình', path: '/settings' },
      { label: 'Sản phẩm', path: '/products' },
    ],
  };
}

function lazadaApp(app: SandboxOptions['app']) {
  return {
    key: app.lazadaAppKey,
    secret: app.lazadaAppSecret,
    callbackUrl: `${app.url}/connect/lazada/callback`,
    pushUrl: `${app.url}/api/webhooks/lazada`,
  };
}

const environment = z.object({
  SANDBOX_HARAVAN_PORT: z.coerce.number().int().default(4010),
  SANDBOX_LAZADA_PORT: z.coerce.number().int().default(4020),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_PUBLIC_HOST: z.string().optional(),
  SANDBOX_SEED: z.coerce.number().int().default(DEFAULT_SEED),
  SANDBOX_WORLD: z.enum(['story', 'small', 'empty']).default('story'),
  APP_URL: z.string().default('http://localhost:3000'),
  HARAVAN_CLIENT_ID: z.string(),
  HARAVAN_CLIENT_SECRET: z.string(),
  HARAVAN_WEBHOOK_VERIFY_TOKEN: z.string(),
  LAZADA_APP_KEY: z.string(),
  LAZADA_APP_SECRET: z.string(),
});

async function run(): Promise<void> {
  const env = environment.parse(process.env);
  const sandbox = await startSandbox({
    haravanPort: env.SANDBOX_HARAVAN_PORT,
    lazadaPort: env.SANDBOX_LAZADA_PORT,
    host: env.SANDBOX_HOST,
    publicHost: env.SANDBOX_PUBLIC_HOST,
    seed: env.SANDBOX_SEED,
    world: env.SANDBOX_WORLD,
    app: {
      url: env.APP_URL.replace(/\/$/, ''),
      haravanClientId: env.HARAVAN_CLIENT_ID,
      haravanClientSecret: env.HARAVAN_CLIENT_SECRET,
      haravanVerifyToken: env.HARAVAN_WEBHOOK_VERIFY_TOKEN,
      lazadaAppKey: env.LAZADA_APP_KEY,
      lazadaAppSecret: env.LAZADA_APP_SECRET,
    },
  });
  console.log(`Haravan ${sandbox.urls.haravan}\nLazada ${sandbox.urls.lazada}`);
  for (const { shop, owner } of sandbox.world.accounts.merchants) {
    console.log(`${sandbox.urls.haravan}/shops/${shop}/admin  ${owner.email} / ${owner.password}`);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void sandbox.close());
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await run();
