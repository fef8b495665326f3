import type { OrderItemId, PackageId } from '../ids';
import type { OrderItem } from './order-item';

/** What Haravan should say about a package; `pending` needs no fulfillment. */
export type DeliveryState =
  | 'pending'
  | 'ready_to_ship'
  | 'in_transit'
  | 'delivered'
  | 'delivery_failed'
  | 'waiting_for_return'
  | 'returned'
  | 'canceled'
  | 'keep';

export type PackageState = {
  packageId: PackageId | null;
  itemIds: readonly OrderItemId[];
  state: DeliveryState;
  trackingNumber: string | null;
  carrier: string | null;
};

/** The one state of items that travel together; the least advanced decides. */
export function combinedState(_items: readonly OrderItem[]): DeliveryState {
  throw new Error('not written yet');
}

/** Items grouped by package, each with its desired state (spec R4.2: split packages). */
export function packageStates(_items: readonly OrderItem[]): readonly PackageState[] {
  throw new Error('not written yet');
}
