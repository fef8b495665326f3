import type { Seller, Sku } from '../entities';
import type { Platform } from '../platform';

const SHALLOW = 5;

/** Push type 6 when the sellable figure falls below five (lazada.md §14.2). */
export function tellIfShallow(platform: Platform, seller: Seller, sku: Sku, before: number): void {
  if (before >= SHALLOW && sku.sellable < SHALLOW) platform.pushes.shallowStock(seller, sku);
}
