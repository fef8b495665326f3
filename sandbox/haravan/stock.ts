import type { Org } from './entities/org';
import { type StockRow, stockKey } from './entities/stock';
import { formatStockRow } from './formatters/stock-row';
import type { Platform } from './platform';

export type StockMove = { onHand?: number; committed?: number; incoming?: number };

/** The only place where stock changes: a pair that never had stock begins at zero, and every change is an event. */
export function moveStock(platform: Platform, org: Org, locationId: number, variantId: number, move: StockMove): void {
  const { onHand = 0, committed = 0, incoming = 0 } = move;
  if (onHand === 0 && committed === 0 && incoming === 0) return;
  const isNew = !org.stock.has(stockKey(locationId, variantId));
  const row = rowOf(platform, org, locationId, variantId);
  row.onHand += onHand;
  row.committed += committed;
  row.incoming += incoming;
  row.updatedAt = platform.clock.now();
  platform.events.emit(org, `inventorylocationbalances/${isNew ? 'create' : 'update'}`, formatStockRow(row));
}

/** On-hand becomes that figure. Returns the difference. */
export function setOnHand(platform: Platform, org: Org, locationId: number, variantId: number, onHand: number): number {
  const difference = onHand - (org.stock.get(stockKey(locationId, variantId))?.onHand ?? 0);
  moveStock(platform, org, locationId, variantId, { onHand: difference });
  return difference;
}

export const availableOf = (row: StockRow): number => row.onHand - row.committed;

export function availableAt(org: Org, locationId: number, variantId: number): number {
  const row = org.stock.get(stockKey(locationId, variantId));
  return row ? availableOf(row) : 0;
}

/** Sums over all locations (haravan.md §2.7: `inventory_quantity`, `inventory_advance`). */
export function stockTotals(org: Org, variantId: number) {
  const totals = { onHand: 0, committed: 0, incoming: 0, available: 0 };
  for (const { id } of org.locations) {
    const row = org.stock.get(stockKey(id, variantId));
    if (!row) continue;
    totals.onHand += row.onHand;
    totals.committed += row.committed;
    totals.incoming += row.incoming;
    totals.available += availableOf(row);
  }
  return totals;
}

/** Where orders go that name no location. */
export function defaultLocationId(org: Org): number {
  const location = org.locations.find(({ isPrimary }) => isPrimary) ?? org.locations[0];
  if (!location) throw new Error(`organisation ${org.orgId} has no location`);
  return location.id;
}

function rowOf(platform: Platform, org: Org, locationId: number, variantId: number): StockRow {
  const key = stockKey(locationId, variantId);
  const known = org.stock.get(key);
  if (known) return known;
  const row: StockRow = {
    id: platform.store.nextId('stock'),
    locationId,
    variantId,
    productId: org.variants.get(variantId)?.productId ?? 0,
    onHand: 0,
    committed: 0,
    incoming: 0,
    updatedAt: platform.clock.now(),
  };
  org.stock.set(key, row);
  return row;
}
