import type { StockRow } from '../entities/stock';
import { time } from './time';

/** A row of inventory_locations, also the body of its webhook. "commited" is Haravan's spelling (haravan.md §2.10). */
export function formatStockRow(row: StockRow) {
  return {
    id: row.id,
    loc_id: row.locationId,
    product_id: row.productId,
    variant_id: row.variantId,
    qty_onhand: row.onHand,
    qty_commited: row.committed,
    qty_incoming: row.incoming,
    qty_available: row.onHand - row.committed,
    updated_at: time(row.updatedAt),
  };
}
