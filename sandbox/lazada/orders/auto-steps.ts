import type { OrderItem } from '../entities';
import type { ItemStatus } from '../item-states';
import type { Modes } from '../modes';

/** What the platform will do by itself with an item that has just become `status` (lazada.md §10.2). */
export function autoStepAfter(modes: Modes, status: ItemStatus, now: number): OrderItem['autoStep'] {
  if (status === 'delivered' && modes.autoConfirmMs !== null) return { to: 'confirmed', at: now + modes.autoConfirmMs };
  if (status === 'ready_to_ship_pending' && modes.rtsPendingMs !== null) {
    return { to: 'ready_to_ship', at: now + modes.rtsPendingMs };
  }
  return null;
}
