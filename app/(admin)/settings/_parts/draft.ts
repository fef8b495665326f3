import type { SettingsView } from '@/src/sync/ports/settings';
import type { SettingsForm } from '../actions';

/** What the form holds while it is edited. `stockMode`: "some" with nothing picked yet is not Kho tổng. */
export type Draft = SettingsForm & { stockMode: 'all' | 'some' };

export function draftOf({ settings }: Pick<SettingsView, 'settings'>): Draft {
  const stockLocationIds = [...settings.stockLocationIds];
  const stockMode = stockLocationIds.length === 0 ? 'all' : 'some';
  return { ...settings, stockLocationIds, stockMode };
}

/** As it is saved: Kho tổng is an empty list. */
export function formOf({ stockMode, stockLocationIds, ...draft }: Draft): SettingsForm {
  return { ...draft, stockLocationIds: stockMode === 'all' ? [] : [...stockLocationIds].sort() };
}

export function isDirty(draft: Draft, view: Pick<SettingsView, 'settings'>): boolean {
  const saved = draftOf(view);
  return draft.stockMode !== saved.stockMode || JSON.stringify(formOf(draft)) !== JSON.stringify(formOf(saved));
}

/** No warehouse picked: would be saved as Kho tổng, which is not what the form shows. */
export const lacksStockLocation = (draft: Draft): boolean =>
  draft.stockMode === 'some' && draft.stockLocationIds.length === 0;

/** Where orders would take stock although the quantity sent is not read there (design §6); null: fine. */
export function outsideStock(draft: Draft, locations: SettingsView['locations']): string | null {
  if (draft.stockMode === 'all' || draft.stockLocationIds.length === 0) return null;
  const taking = draft.orderLocationId ?? locations.find((location) => location.isPrimary)?.locationId ?? null;
  return taking === null || draft.stockLocationIds.includes(taking) ? null : taking;
}

/** What can be picked, and what is picked although Haravan does not have it any more. */
export function choices(locations: SettingsView['locations'], picked: readonly string[]) {
  const known = new Set(locations.map((location) => location.locationId));
  return {
    offered: locations.filter((location) => location.sellable || picked.includes(location.locationId)),
    gone: picked.filter((id) => !known.has(id)),
  };
}
