import type { Sku } from './entities';
import type { ItemStatus } from './item-states';

/** Where a unit counts (lazada.md §8). `gone`: it left the seller's stock at ready-to-ship. */
export type Bucket = 'sellable' | 'withheld' | 'occupied' | 'gone';

const OCCUPYING: readonly ItemStatus[] = ['pending', 'topack', 'packed', 'repacked'];

export function bucketOf(status: ItemStatus): Bucket {
  if (status === 'unpaid') return 'withheld';
  return OCCUPYING.includes(status) ? 'occupied' : 'gone';
}

/** Moves one unit along with its item's status. A unit cancelled before it left goes back on sale. */
export function moveUnit(sku: Sku, from: ItemStatus, to: ItemStatus): void {
  const source = bucketOf(from);
  const target = to === 'canceled' && source !== 'gone' ? 'sellable' : bucketOf(to);
  if (source === target || source === 'gone') return;
  sku[source] -= 1;
  if (target !== 'gone') sku[target] += 1;
}

export function takeFromSale(sku: Sku, status: 'unpaid' | 'pending', units: number): void {
  sku.sellable -= units;
  sku[status === 'unpaid' ? 'withheld' : 'occupied'] += units;
}

/** Lazada's `Quantity` and `totalQuantity`. */
export function totalQuantity(sku: Sku): number {
  return sku.sellable + sku.withheld + sku.occupied;
}

/** Units that may not leave `sellable` by a write while a campaign runs. */
export function campaignLockOf(sku: Sku, now: number): number {
  return sku.campaignEndsAt !== null && sku.campaignEndsAt <= now ? 0 : sku.campaignLock;
}
