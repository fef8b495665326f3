import type { LocationId } from '../ids';

/** A Haravan location; `type` as Haravan spells it (`default`, `ontheroad`, …). */
export type StockLocation = { locationId: LocationId; type: string | null; isUnavailableQuantity: boolean };

export type LocationChoice = { kind: 'all' } | { kind: 'chosen'; locationIds: readonly LocationId[] };

export type SellableLocations = {
  locationIds: readonly LocationId[];
  /** Chosen by the merchant, but gone or not sellable any more. */
  missing: readonly LocationId[];
};

/** Goods on the road and locations that must not be sold never count (design §6, haravan.md §2.5). */
function isSellable(location: StockLocation): boolean {
  return location.type !== 'ontheroad' && !location.isUnavailableQuantity;
}

export function sellableLocations(locations: readonly StockLocation[], choice: LocationChoice): SellableLocations {
  const sellable = locations.filter(isSellable).map((location) => location.locationId);
  if (choice.kind === 'all') return { locationIds: sellable, missing: [] };
  const known = new Set(sellable);
  const chosen = [...new Set(choice.locationIds)];
  return { locationIds: chosen.filter((id) => known.has(id)), missing: chosen.filter((id) => !known.has(id)) };
}
