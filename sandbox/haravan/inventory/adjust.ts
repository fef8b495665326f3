import { found } from '../envelope';
import type { Adjustment, DocumentLine } from '../entities/documents';
import type { Org } from '../entities/org';
import { stockKey } from '../entities/stock';
import { formatAdjustment } from '../formatters/documents';
import type { Platform } from '../platform';
import { moveStock } from '../stock';

export type AdjustmentDraft = Pick<Adjustment, 'locationId' | 'type' | 'reason' | 'note' | 'tags'> & {
  lines: readonly { variantId: number; quantity: number; costAmount: number }[];
};

/** Moves the stock. The document exists only when something really changed (haravan.md §2.11). */
export function adjust(platform: Platform, org: Org, draft: AdjustmentDraft): Adjustment {
  const { store, clock } = platform;
  const products = draft.lines.map(({ variantId }) => found(store, org.variants.get(variantId)).productId);
  const lines = draft.lines.map(({ variantId, quantity, costAmount }, index): DocumentLine => {
    const change =
      draft.type === 'set' ? quantity - presentFigure(platform, org, draft.locationId, variantId) : quantity;
    moveStock(platform, org, draft.locationId, variantId, { onHand: change });
    const productId = products[index] ?? 0;
    return { id: store.nextId('documentLine'), productId, variantId, quantity: change, costAmount };
  });
  const isReal = lines.some(({ quantity }) => quantity !== 0);
  const { lines: _, ...head } = draft;
  const made: Adjustment = {
    ...head,
    id: isReal ? store.nextId('adjustment') : 0,
    number: isReal ? `IA${org.nextAdjustNumber++}` : '',
    lines,
    createdAt: clock.now(),
  };
  if (!isReal) return made;
  org.adjustments.set(made.id, made);
  platform.events.emit(org, 'inventoryadjustments/create', formatAdjustment(org, made));
  return made;
}

/** What `set` overwrites: not documented, so a mode says. */
function presentFigure({ store }: Platform, org: Org, locationId: number, variantId: number): number {
  const row = org.stock.get(stockKey(locationId, variantId));
  if (!row) return 0;
  return store.modes.adjustSets === 'available' ? row.onHand - row.committed : row.onHand;
}
