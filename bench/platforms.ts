import { Hono } from 'hono';
import { z } from 'zod';
import { createClock } from '@/sandbox/core/clock';
import { createIds } from '@/sandbox/core/ids';
import { type SandboxApp, serve } from '@/sandbox/core/server';
import { type Bucket, createBucket } from '@/sandbox/haravan/bucket';
import { createHaravanSandbox } from '@/sandbox/haravan/sandbox';
import { createLazadaSandbox } from '@/sandbox/lazada/sandbox';
import { buildShops, haravanSeed, lazadaSeed } from './catalogue';
import { platformLimits } from './limits';
import { createRecorder } from './recorder';

// A program of its own: what stands for the platforms must not share a processor's thread with what is measured.

const options = z
  .object({
    haravanPort: z.number(),
    lazadaPort: z.number(),
    size: z.object({ shops: z.number(), skusPerShop: z.number(), firstSkus: z.number().optional() }),
    /** Whether notifications go to APP_URL; else they end here. */
    notifies: z.boolean().default(false),
    /** How many times as fast as in life they may be called; 0: no limit. */
    limits: z.number().default(0),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

/** Platforms that never say "too many": how fast we are is the question, not how fast they let us be. */
const NO_LIMIT: Bucket = { size: 80, take: () => true, used: () => 0, clear: () => undefined };

const { HARAVAN_CLIENT_ID = '', HARAVAN_CLIENT_SECRET = '', HARAVAN_WEBHOOK_VERIFY_TOKEN = '' } = process.env;
const {
  APP_URL = '',
  HARAVAN_API_URL = '',
  LAZADA_AUTH_URL = '',
  LAZADA_APP_KEY = '',
  LAZADA_APP_SECRET = '',
} = process.env;
const clock = createClock();
const { haravanBucket, lazadaStockCallsPerSecond } = platformLimits(options.limits);
const shops = buildShops(options.size);
const recorder = createRecorder();

const haravan = createHaravanSandbox({
  clock,
  ids: createIds(1),
  bucket: options.limits === 0 ? NO_LIMIT : createBucket(clock, haravanBucket),
  publicUrl: () => HARAVAN_API_URL,
  app: {
    clientId: HARAVAN_CLIENT_ID,
    clientSecret: HARAVAN_CLIENT_SECRET,
    verifyToken: HARAVAN_WEBHOOK_VERIFY_TOKEN,
    url: APP_URL,
    redirectUris: [],
  },
});
haravan.load(haravanSeed(shops));

const lazada = createLazadaSandbox({
  clock,
  ids: createIds(2),
  app: {
    key: LAZADA_APP_KEY,
    secret: LAZADA_APP_SECRET,
    callbackUrl: `${APP_URL}/connect/lazada/callback`,
    // Where no web app runs the worker asks for orders instead.
    pushUrl: options.notifies ? `${APP_URL}/api/webhooks/lazada` : `${LAZADA_AUTH_URL}/__bench/sink`,
  },
});
lazada.load(lazadaSeed(shops));
lazada.control.setModes({ inventoryCallsPerSecond: options.limits === 0 ? null : lazadaStockCallsPerSecond });

const haravanOperation = (method: string, path: string) =>
  `${method} ${path.replace(/^\/shops\/[^/]+/, '').replace(/\/\d+(?=[/.])/g, '/{id}')}`;
const lazadaOperation = (_method: string, path: string) => path.replace(/^\/rest/, '');

const own: SandboxApp = new Hono();
own.route('/__bench', recorder.routes);
own.post('/__bench/sink', (c) => c.json({ ok: true }));
own.route('/', recorder.around(lazada.hono, lazadaOperation));

const servers = [
  await serve(recorder.around(haravan.hono, haravanOperation), options.haravanPort),
  await serve(own, options.lazadaPort),
];
console.log(`platforms ready ${JSON.stringify({ pid: process.pid })}`);

async function close(): Promise<void> {
  haravan.close();
  lazada.close();
  await Promise.all(servers.map((server) => server.close()));
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close());
