import { campaignLockOf } from '../buckets';
import type { Sku } from '../entities';
import { type SkuProblem, skuProblem, unnamedProblem } from './sku-problem';

/** How a figure is meant: Lazada's total, what buyers can buy, or a change of the latter (lazada.md §7). */
export type StockMeaning = 'total' | 'sellable' | 'delta';

/** The sellable figure after the write, or why it is refused. */
export function sellableAfter(sku: Sku, text: string, meaning: StockMeaning, now: number): number | SkuProblem {
  if (!/^-?\d+$/.test(text)) return unnamedProblem(`Quantity "${text}" is not a whole number`);
  const next = nextSellable(sku, Number(text), meaning);
  if (next < 0 && meaning === 'delta')
    return skuProblem('INV_NEGATIVE_SELLABLE', 'Sellable inventory cannot be negative');
  if (next < 0) return unnamedProblem(`negative sellable,entityId=${sku.itemId},id=${sku.skuId}`);
  // Captured text of a write that would take units away from a running campaign (lazada.md §3.2).
  const locked = `negative sellable on channel inventory,entityId=${sku.itemId},id=${sku.skuId}`;
  return next < campaignLockOf(sku, now) && next < sku.sellable ? unnamedProblem(locked) : next;
}

function nextSellable(sku: Sku, quantity: number, meaning: StockMeaning): number {
  if (meaning === 'delta') return sku.sellable + quantity;
  return meaning === 'total' ? quantity - sku.withheld - sku.occupied : quantity;
}
