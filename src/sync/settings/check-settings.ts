import type { Settings, SettingsView } from '../ports/settings';
import type { Figure } from '../ports/wishes';

export type SettingsFault =
  | 'stock_location_unknown'
  | 'order_location_unknown'
  | 'percent_out_of_range'
  | 'safety_stock_negative'
  | 'max_quantity_negative';

/** More is a slip of the finger, and larger than what Lazada and the database take. */
const LARGEST = 1_000_000;
const wholeFrom0 = (value: number): boolean => Number.isSafeInteger(value) && value >= 0 && value <= LARGEST;

/** What cannot be saved. A location that is not sellable cannot be chosen anew, but one chosen long ago may stay. */
export function settingsFaults(next: Settings, { settings: now, locations }: SettingsView): SettingsFault[] {
  const sellable = new Set(locations.filter((location) => location.sellable).map((location) => location.locationId));
  const mayStay = (id: string) => sellable.has(id) || now.stockLocationIds.includes(id);
  const orderLocationOk =
    next.orderLocationId === null || next.orderLocationId === now.orderLocationId || sellable.has(next.orderLocationId);
  const faults: [boolean, SettingsFault][] = [
    [next.stockLocationIds.every(mayStay), 'stock_location_unknown'],
    [orderLocationOk, 'order_location_unknown'],
    [Number.isInteger(next.stockPercent) && next.stockPercent >= 0 && next.stockPercent <= 100, 'percent_out_of_range'],
    [wholeFrom0(next.safetyStock), 'safety_stock_negative'],
    [next.maxQuantity === null || wholeFrom0(next.maxQuantity), 'max_quantity_negative'],
  ];
  return faults.flatMap(([isFine, fault]) => (isFine ? [] : [fault]));
}

/** Orders would commit stock at a warehouse that is not read: their units stay taken off until the order ends (design §6). */
export function ordersOutsideStock(next: Settings, { locations }: SettingsView): string | null {
  if (next.stockLocationIds.length === 0) return null;
  const taking = next.orderLocationId ?? locations.find((location) => location.isPrimary)?.locationId ?? null;
  return taking !== null && !next.stockLocationIds.includes(taking) ? taking : null;
}

const SWITCH = { price: 'pushPrice', quantity: 'pushQuantity' } as const;
const FIGURES: readonly Figure[] = ['price', 'quantity'];

export function switchedOn(now: Settings, next: Settings): Figure[] {
  return FIGURES.filter((figure) => next[SWITCH[figure]] && !now[SWITCH[figure]]);
}

export function switchedOff(now: Settings, next: Settings): Figure[] {
  return FIGURES.filter((figure) => !next[SWITCH[figure]] && now[SWITCH[figure]]);
}

function stockRuleChanged(now: Settings, next: Settings): boolean {
  const rule = ({ stockLocationIds, stockPercent, safetyStock, maxQuantity }: Settings) =>
    JSON.stringify([[...stockLocationIds].sort(), stockPercent, safetyStock, maxQuantity]);
  return rule(now) !== rule(next);
}

/** Figures of every published variant that must be looked at again (spec R3.6). */
export function figuresToReevaluate(now: Settings, next: Settings): Figure[] {
  const on = switchedOn(now, next);
  const quantity = stockRuleChanged(now, next) && !on.includes('quantity');
  return quantity ? [...on, 'quantity'] : on;
}
