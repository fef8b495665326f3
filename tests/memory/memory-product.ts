import { createClock } from '@/sandbox/core/clock';
import type { Deliveries } from '@/sandbox/core/deliveries';
import { createIds } from '@/sandbox/core/ids';
import { createHaravanSandbox } from '@/sandbox/haravan/sandbox';
import type { HaravanSeed } from '@/sandbox/haravan/seed';
import { createLazadaSandbox } from '@/sandbox/lazada/sandbox';
import type { LazadaSeed } from '@/sandbox/lazada/seed';
import type { Log } from '@/src/sync/ports/world';
import { composeInMemory } from './compose-in-memory';
import { connectSeller, installMerchant } from './connecting';
import { memoryEnv, registeredApp } from './memory-env';
import { createPlatformClients } from './platforms';
import { createSeam, type Interrupt } from './seam';

const START = Date.parse('2026-03-10T02:00:00Z');
const SECOND_MS = 1_000;

/** No webhook and no push ever arrives: what happens is found by looking (spec R4.7). */
const SILENCE: Deliveries = {
  send() {},
  flush: async () => {},
  modes: () => ({ lose: true, duplicate: 0, reorder: false, delayMs: 0 }),
  setModes() {},
  log: () => [],
  pending: () => 0,
  clear() {},
  close() {},
};

const never = new Promise<void>(() => {});

export type MemoryProductOptions = {
  seeds: { haravan: HaravanSeed; lazada: LazadaSeed };
  interrupt?: Interrupt;
  /** Resolves when a worker stands still inside an interruption: others go on without waiting for it. */
  standstill?: () => Promise<void>;
  /** What must not happen is told here: defects of ours, never a platform's trouble. */
  log: Log;
};

/** The product in memory before both platforms in memory, its time moved by hand: the first merchant with the first shop. */
export async function startMemoryProduct({ seeds, interrupt, standstill = () => never, log }: MemoryProductOptions) {
  let nowMs = START;
  let secrets = 0;
  const clock = createClock(undefined, () => nowMs);
  const random = () => 0.5;
  const env = memoryEnv();
  const registered = registeredApp(env);
  const shared = { clock, deliveries: SILENCE };
  const publicUrl = () => env.HARAVAN_API_URL;
  // Nobody is at the app's address: webhooks are refused, without a look at the network.
  const askApp = async () => null;
  const haravan = createHaravanSandbox({ ...shared, ids: createIds(1), app: registered.haravan, publicUrl, askApp });
  const lazada = createLazadaSandbox({ ...shared, ids: createIds(2), app: registered.lazada });
  haravan.load(seeds.haravan);
  lazada.load(seeds.lazada);

  const seam = createSeam((step) => {
    // Nothing takes no time at all.
    nowMs += 1;
    return interrupt?.(step);
  });
  const clients = createPlatformClients({ platforms: { haravan, lazada }, env, clock, random, seam });
  const newSecret = () => {
    secrets += 1;
    return `secret-${secrets}`;
  };
  const app = composeInMemory({ clients, clock, random, newSecret, env, log, seam });

  const running = new Set<Promise<unknown>>();
  const [org] = seeds.haravan.orgs;
  const [seller] = seeds.lazada.sellers;
  if (!org || !seller) throw new Error('the seeds name no merchant');
  const { id: merchantId } = await installMerchant(app, haravan, clock, org);
  const connected = await connectSeller(app, lazada, merchantId, seller);
  if (connected.kind !== 'connected') throw new Error(`not connected: ${connected.because}`);

  return {
    ...{ app, clock, haravan, lazada, clients, merchantId, connectionId: connected.connectionId },
    org,
    seller,
    now: () => new Date(nowMs),
    /** Time passes second by second, and every turn that falls due is run by the next worker. */
    async live(ms: number): Promise<void> {
      for (const until = nowMs + ms; nowMs < until; nowMs += SECOND_MS) {
        for (const key of await app.dueTurns()) {
          const stands = standstill();
          const run = app.runTurn(key).finally(() => running.delete(run));
          running.add(run);
          await Promise.race([run, stands]);
        }
      }
    },
    /** The turns that stood still have come to their end. */
    ended: async () => void (await Promise.all(running)),
  };
}

export type MemoryProduct = Awaited<ReturnType<typeof startMemoryProduct>>;
