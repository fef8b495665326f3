import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@/sandbox/main';
import type { Product } from './product';
import type { Random } from './random';
import type { Servers } from './servers';

export type Scene = { servers: Servers; product: Product; sandbox: Sandbox; random: Random; cutMs: number };
export type Disaster = { name: string; strike(scene: Scene): Promise<void> };

const EVERYWHERE = { path: '.*' };

/** Both platforms stop answering: connections end without a word, before or after the effect. */
async function cutOff({ sandbox, cutMs }: Scene): Promise<void> {
  const platforms = [sandbox.haravan.faults, sandbox.lazada.faults];
  const cuts = platforms.map((faults) => faults.add({ match: EVERYWHERE, kind: 'reset', count: 'always' }));
  await sleep(cutMs);
  platforms.forEach((faults, at) => void faults.remove(cuts[at] ?? ''));
}

const fault =
  (platform: 'haravan' | 'lazada', kind: 'lost-answer' | 'status' | 'html' | 'throttle', path: string) =>
  async ({ sandbox, random }: Scene): Promise<void> => {
    sandbox[platform].faults.add({ match: { path }, kind, count: 1 + random.below(3) });
  };

/** What happens to such systems. Every one is certain to come in a run that is long enough. */
export const DISASTERS: readonly Disaster[] = [
  { name: 'kill -9 a worker', strike: ({ product, random }) => product.killWorker(random.below(2)) },
  { name: 'kill -9 the web app', strike: ({ product }) => product.killWeb() },
  { name: 'Redis emptied', strike: ({ servers }) => servers.emptyRedis() },
  { name: 'Redis restarted empty', strike: ({ servers }) => servers.crashRedis() },
  { name: 'PostgreSQL crashed', strike: ({ servers }) => servers.crashPostgres() },
  { name: 'both platforms cut off', strike: cutOff },
  { name: 'Lazada: stock writes lose their answer', strike: fault('lazada', 'lost-answer', 'sellable') },
  { name: 'Lazada: price writes lose their answer', strike: fault('lazada', 'lost-answer', 'price_quantity') },
  { name: 'Lazada: HTML instead of orders', strike: fault('lazada', 'html', 'orders/get') },
  { name: 'Lazada: throttled', strike: fault('lazada', 'throttle', '.*') },
  { name: 'Haravan: order creates lose their answer', strike: fault('haravan', 'lost-answer', '/com/orders.json') },
  { name: 'Haravan: 503', strike: fault('haravan', 'status', '/com/') },
];
