import { type Api, type ApiContext, requireScope } from '../api';
import type { Org } from '../entities/org';
import { type StockRow, stockKey } from '../entities/stock';
import { Refusal } from '../envelope';
import type { Platform } from '../platform';
import { formatStockRow } from '../formatters/stock-row';
import { idsQuery, momentFilter, pageOf, pageRequest, usualMoment } from '../listing';

const ROWS_PER_PAGE = 250;
const MOST_IDS = 50;

/** haravan.md §2.10: a pair that never had stock has no row. */
export function addInventoryLocationRoutes(api: Api, { store }: Platform): void {
  api.get('/com/inventory_locations', (c) => {
    requireScope(c, 'inventories', 'read');
    const locations = boundedIds(c, 'location_ids', 'địa điểm');
    const variants = boundedIds(c, 'variant_ids', 'biến thể');
    const isInTime = momentFilter(c, 'updated_at', usualMoment(store));
    const rows = rowsOf(c.get('org'), locations, variants).filter((row) => isInTime(row.updatedAt));
    const page = pageOf(rows.sort(orderOf(c)), pageRequest(c, ROWS_PER_PAGE));
    return c.json({ inventory_locations: page.map(formatStockRow) });
  });
}

/** Both named: by key, since a shop may have hundreds of thousands of rows. */
function rowsOf({ stock }: Org, locations: number[] | undefined, variants: number[] | undefined): StockRow[] {
  if (locations && variants) {
    const keys = new Set(locations.flatMap((location) => variants.map((variant) => stockKey(location, variant))));
    return [...keys].flatMap((key) => stock.get(key) ?? []);
  }
  const [inLocations, ofVariants] = [locations && new Set(locations), variants && new Set(variants)];
  return [...stock.values()].filter(
    (row) => (inLocations?.has(row.locationId) ?? true) && (ofVariants?.has(row.variantId) ?? true),
  );
}

function boundedIds(c: ApiContext, name: string, noun: string): number[] | undefined {
  const ids = idsQuery(c, name);
  if (ids && ids.length > MOST_IDS) throw new Refusal(422, `Tối đa chỉ được ${MOST_IDS} ${noun}`);
  return ids;
}

function orderOf(c: ApiContext): (a: StockRow, b: StockRow) => number {
  const sign = c.req.query('direction')?.toLowerCase() === 'desc' ? -1 : 1;
  const byTime = c.req.query('order') === 'updated_at';
  return (a, b) => sign * (byTime ? a.updatedAt - b.updatedAt || a.id - b.id : a.id - b.id);
}
