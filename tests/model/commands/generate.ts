import type { Ids } from '@/sandbox/core/ids';
import type { Command } from './command';

/** An index into whatever there is. */
const ANY = 997;
const CODES = 10;
const UNTIL_ENDED = 10_000;

type Make = (ids: Ids) => Command;
/** How often, by weight. */
export type Kinds = readonly (readonly [number, Make])[];

export const lot = (ids: Ids) => ids.int(0, ANY);
export const tenant = (ids: Ids) => ids.int(0, 1);
export const shop = (ids: Ids) => ids.int(0, 2);
const code = (ids: Ids) => ids.int(0, CODES);
const chance = (ids: Ids, share: number) => ids.next() < share;
const platform = (ids: Ids) => (chance(ids, 0.5) ? 'lazada' : 'haravan');
export const dong = (ids: Ids) => ids.int(40, 200) * 1000;

/** Most turns run through; the others stand still in the middle while the world goes on. */
const gates = (ids: Ids) => (chance(ids, 0.7) ? UNTIL_ENDED : ids.int(0, 30));

export function order(ids: Ids): Command {
  return {
    do: 'order',
    s: shop(ids),
    lines: Array.from({ length: ids.int(1, 2) }, () => ({ i: lot(ids), units: ids.int(1, 3) })),
    payment: ids.pick(['cod', 'paid', 'unpaid'] as const),
    voucher: chance(ids, 0.3) ? ids.int(1, 9) * 1_111 : 0,
    shipping: chance(ids, 0.5) ? ids.int(0, 30) * 1000 : 0,
    twin: chance(ids, 0.05),
  };
}

function settings(ids: Ids): Command {
  const what = ids.pick(['quantity', 'price', 'locations', 'order-location', 'policy'] as const);
  return { do: 'settings', s: shop(ids), what, value: lot(ids) };
}

function mail(ids: Ids): Command {
  const bad = chance(ids, 0.6);
  const lose = bad && chance(ids, 0.5) ? ids.pick([0.3, 1]) : 0;
  const duplicate = bad && chance(ids, 0.3) ? 1 : 0;
  return {
    do: 'mail',
    platform: platform(ids),
    lose,
    duplicate,
    reorder: bad && chance(ids, 0.4),
    delayMs: bad ? ids.int(0, 20_000) : 0,
  };
}

function time(ids: Ids): Command {
  const scale = ids.pick([300, 1_000, 3_000, 3_000, 9_000, 9_000, 30_000, 61_000, 600_000, 2_400_000]);
  return { do: 'time', ms: ids.int(1, scale) };
}

const KINDS: Kinds = [
  [330, (ids) => ({ do: 'turn', n: lot(ids), gates: gates(ids) })],
  [90, (ids) => ({ do: 'resume', n: lot(ids), gates: gates(ids) })],
  [120, time],
  [4, () => ({ do: 'rest' })],
  [60, (ids) => ({ do: 'post', count: ids.int(1, 20) })],
  [75, order],
  [45, (ids) => ({ do: 'advance', s: shop(ids), o: lot(ids), choice: lot(ids), item: lot(ids) })],
  [
    12,
    (ids) => ({
      ...({ do: 'cancel', s: shop(ids), o: lot(ids), by: ids.pick(['buyer', 'seller', 'system'] as const) } as const),
      ...{ item: lot(ids), outOfStock: chance(ids, 0.2) },
    }),
  ],
  [10, (ids) => ({ do: 'pay', s: shop(ids), o: lot(ids) })],
  [60, (ids) => ({ do: 'stock', t: tenant(ids), v: lot(ids), l: ids.int(0, 1), delta: ids.int(-6, 9) })],
  [20, (ids) => ({ do: 'price', t: tenant(ids), v: lot(ids), price: chance(ids, 0.05) ? 0 : dong(ids) })],
  [14, (ids) => ({ do: 'barcode', t: tenant(ids), v: lot(ids), k: code(ids) })],
  [5, (ids) => ({ do: 'policy', t: tenant(ids), v: lot(ids) })],
  [3, (ids) => ({ do: 'tracking', t: tenant(ids), v: lot(ids) })],
  [4, (ids) => ({ do: 'add-variant', t: tenant(ids), p: lot(ids), k: code(ids), units: ids.int(0, 9) })],
  [2, (ids) => ({ do: 'delete-variant', t: tenant(ids), v: lot(ids) })],
  [2, (ids) => ({ do: 'add-product', t: tenant(ids), k: code(ids), units: ids.int(0, 9) })],
  [1, (ids) => ({ do: 'delete-product', t: tenant(ids), p: lot(ids) })],
  [5, (ids) => ({ do: 'create-sku', s: shop(ids), k: code(ids), i: lot(ids) })],
  [4, (ids) => ({ do: 'rename-sku', s: shop(ids), i: lot(ids), k: code(ids) })],
  [2, (ids) => ({ do: 'delete-sku', s: shop(ids), i: lot(ids) })],
  [8, (ids) => ({ do: 'seller-stock', s: shop(ids), i: lot(ids), units: ids.int(0, 12) })],
  [4, (ids) => ({ do: 'seller-price', s: shop(ids), i: lot(ids), price: dong(ids) })],
  [5, (ids) => ({ do: 'campaign', s: shop(ids), i: lot(ids), units: ids.int(0, 4) })],
  [3, (ids) => ({ do: 'price-range', s: shop(ids), i: lot(ids), on: chance(ids, 0.5) })],
  [26, (ids) => ({ do: 'fault', platform: platform(ids), on: lot(ids), kind: lot(ids), count: ids.int(1, 3) })],
  [
    8,
    (ids) => ({
      ...({ do: 'refuse', platform: platform(ids), on: lot(ids) } as const),
      ...{ how: ids.pick(['throttle', 'expired-token'] as const), count: ids.int(1, 3) },
    }),
  ],
  [2, (ids) => ({ do: 'expire', s: shop(ids), what: ids.pick(['access', 'access', 'refresh', 'haravan'] as const) })],
  [10, mail],
  [6, (ids) => ({ do: 'freeze', n: lot(ids) })],
  [10, (ids) => ({ do: 'die', n: lot(ids) })],
  [8, settings],
  [6, (ids) => ({ do: 'publish', s: shop(ids), p: lot(ids), all: chance(ids, 0.4) })],
  [2, (ids) => ({ do: 'unpublish', s: shop(ids), p: lot(ids) })],
  [3, (ids) => ({ do: 'retry', s: shop(ids) })],
  [2, (ids) => ({ do: 'zero-lost', s: shop(ids) })],
  [10, (ids) => ({ do: 'ship', s: shop(ids), o: lot(ids) })],
  [4, (ids) => ({ do: 'app-cancel', s: shop(ids), o: lot(ids), reason: lot(ids) })],
  [1, (ids) => ({ do: 'disconnect', s: shop(ids) })],
  [6, (ids) => ({ do: 'connect', s: shop(ids) })],
];

function next(ids: Ids, kinds: Kinds): Command {
  let at = ids.int(0, kinds.reduce((sum, [weight]) => sum + weight, 0) - 1);
  for (const [weight, make] of kinds) {
    if (at < weight) return make(ids);
    at -= weight;
  }
  return time(ids);
}

/** The same commands for the same seed. */
export function generate(ids: Ids, steps: number, kinds: Kinds = KINDS): Command[] {
  return Array.from({ length: steps }, () => next(ids, kinds));
}
