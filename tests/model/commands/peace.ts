import type { Ids } from '@/sandbox/core/ids';
import type { Command } from './command';
import { dong, generate, type Kinds, lot, order, shop, tenant } from './generate';

/**
 * Nothing goes wrong, and no hour passes in which both sides would be compared. Turns stand still in the middle while figures change
 * and everybody else has heard of it: what a turn then takes for done stays so.
 */
const PEACE: Kinds = [
  [20, (ids) => ({ do: 'turn', n: lot(ids), gates: ids.int(0, 60) })],
  [12, (ids) => ({ do: 'resume', n: lot(ids), gates: ids.int(0, 60) })],
  [18, () => ({ do: 'rest', around: true })],
  [22, (ids) => ({ do: 'time', ms: ids.int(500, 3_500) })],
  [14, (ids) => ({ do: 'stock', t: tenant(ids), v: lot(ids), l: ids.int(0, 1), delta: ids.int(-6, 9) })],
  [14, (ids) => ({ do: 'price', t: tenant(ids), v: lot(ids), price: dong(ids) })],
  [6, order],
  [4, (ids) => ({ do: 'advance', s: shop(ids), o: lot(ids), choice: lot(ids), item: lot(ids) })],
  [2, (ids) => ({ do: 'pay', s: shop(ids), o: lot(ids) })],
];

export const peaceful = (ids: Ids, steps: number): Command[] => generate(ids, steps, PEACE);
