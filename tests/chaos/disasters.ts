import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@/sandbox/main';
import type { Life, LifeKind } from './life';
import type { Product } from './product';
import type { Random } from './random';
import type { Servers } from './servers';

export type Scene = { servers: Servers; product: Product; sandbox: Sandbox; life: Life; random: Random; cutMs: number };
export type Disaster = { name: string; strike(scene: Scene): Promise<void> };

const EVERYWHERE = { path: '.*' };

/** Both platforms stop answering: connections end without a word, before or after the effect. */
async function cutOff({ sandbox, cutMs }: Scene): Promise<void> {
  const platforms = [sandbox.haravan.faults, sandbox.lazada.faults];
  const cuts = platforms.map((faults) => faults.add({ match: EVERYWHERE, kind: 'reset', count: 'always' }));
  await sleep(cutMs);
  platforms.forEach((faults, at) => void faults.remove(cuts[at] ?? ''));
}

type Kind = 'lost-answer' | 'status' | 'html' | 'throttle';

/**
 * The next calls fare ill; `meets` is what makes such a call come. One that still waits for calls is enough: a second of its kind
 * would get those that the first leaves, and there may be none.
 */
const fault =
  (platform: 'haravan' | 'lazada', kind: Kind, match: { path: string; method?: string }, meets: LifeKind) =>
  async ({ sandbox, life, random }: Scene): Promise<void> => {
    const { faults } = sandbox[platform];
    const count = 1 + random.below(3);
    const waits = faults.list().some((other) => other.kind === kind && other.match.path === match.path);
    if (!waits) faults.add({ match, kind, count });
    await life.step(meets);
  };

/** Bad answers that wait for a call still. */
export function faultsNeverMet({ haravan, lazada }: Sandbox): string[] {
  const waiting = [...haravan.faults.list(), ...lazada.faults.list()].filter(({ hits }) => hits === 0);
  return waiting.map(({ kind, match }) => `${kind} at ${match.path}`);
}

const CREATES = { path: '/com/orders.json', method: 'POST' };

/** What happens to such systems. Every one is certain to come in a run that is long enough. */
export const DISASTERS: readonly Disaster[] = [
  { name: 'kill -9 a worker', strike: ({ product, random }) => product.killWorker(random.below(2)) },
  { name: 'kill -9 the web app', strike: ({ product }) => product.killWeb() },
  { name: 'Redis emptied', strike: ({ servers }) => servers.emptyRedis() },
  { name: 'Redis restarted empty', strike: ({ servers }) => servers.crashRedis() },
  { name: 'PostgreSQL crashed', strike: ({ servers }) => servers.crashPostgres() },
  { name: 'both platforms cut off', strike: cutOff },
  {
    name: 'Lazada: stock writes lose their answer',
    strike: fault('lazada', 'lost-answer', { path: 'sellable' }, 'stock'),
  },
  {
    name: 'Lazada: price writes lose their answer',
    strike: fault('lazada', 'lost-answer', { path: 'price_quantity' }, 'price'),
  },
  { name: 'Lazada: HTML instead of orders', strike: fault('lazada', 'html', { path: 'orders/get' }, 'order') },
  { name: 'Lazada: throttled', strike: fault('lazada', 'throttle', EVERYWHERE, 'shipping') },
  { name: 'Haravan: order creates lose their answer', strike: fault('haravan', 'lost-answer', CREATES, 'order') },
  { name: 'Haravan: 503', strike: fault('haravan', 'status', { path: '/com/' }, 'stock') },
];
