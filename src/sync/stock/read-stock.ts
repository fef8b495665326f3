import type { HaravanStockRow } from '@/src/clients/haravan/stock';
import { locationId } from '@/src/domain/ids';
import type { StockReading } from '@/src/domain/stock/in-flight';
import { type LocationChoice, sellableLocations } from '@/src/domain/stock/sellable-locations';
import { reportKey, reportOf } from '../issues/report-of';
import type { ConnectionView } from '../ports/access';
import type { DuePush } from '../ports/stock';
import type { Turn } from '../ports/turn';
import type { PushDeps } from './push-deps';
import type { PushTurn } from './push-turn';

/** Available units of one variant at each location that was read. */
export type VariantStock = { locationId: ReturnType<typeof locationId>; available: number }[];
export type StockRead = StockReading & { of(variantId: string): VariantStock };

function choiceOf({ stockLocationIds }: ConnectionView): LocationChoice {
  if (stockLocationIds.length === 0) return { kind: 'all' };
  return { kind: 'chosen', locationIds: stockLocationIds.map(locationId) };
}

/** Which warehouses are read (spec R3.3); a chosen one that is gone is said in Lỗi. */
export async function stockLocations(deps: PushDeps, turn: Turn, connection: ConnectionView) {
  const known = await deps.stockFacts.locations(turn.merchantId);
  const { locationIds, missing } = sellableLocations(known, choiceOf(connection));
  const issue = { code: 'stock_locations_missing' as const, facts: { locationIds: missing } };
  if (missing.length > 0) await deps.issues.report(turn.merchantId, [reportOf(connection.id, issue)], turn.fence);
  else await deps.issues.close(turn.merchantId, [reportKey(connection.id, issue)], turn.fence);
  return locationIds;
}

function stockOf(rows: readonly HaravanStockRow[], locationIds: StockReading['locationIds']): StockRead['of'] {
  const available = new Map(rows.map((row) => [`${row.locationId}/${row.variantId}`, row.available]));
  // A pair that never had stock is missing from the answer (haravan.md §2.10).
  return (variantId) =>
    locationIds.map((id) => ({ locationId: id, available: available.get(`${id}/${variantId}`) ?? 0 }));
}

/** The figure that is pushed is read when it is pushed (design §1). */
export async function readStock(
  deps: PushDeps,
  turn: PushTurn,
  due: readonly DuePush[],
  locationIds: StockReading['locationIds'],
): Promise<StockRead> {
  const begunAtMs = deps.clock.now();
  const variantIds = due.filter((push) => push.tracksInventory).map((push) => push.variantId);
  if (locationIds.length === 0 || variantIds.length === 0)
    return { begunAtMs, locationIds, of: stockOf([], locationIds) };
  const auth = await turn.haravan();
  const rows = await deps.haravan.readStock(auth, { locationIds: [...locationIds], variantIds });
  return { begunAtMs, locationIds, of: stockOf(rows, locationIds) };
}
