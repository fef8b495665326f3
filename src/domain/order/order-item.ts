import type { OrderItemId, PackageId } from '../ids';
import type { CancelCause } from './cancel-cause';
import type { ItemReading } from './item-status';

/** One unit of a Lazada order: Lazada has no quantities, but one item per unit (lazada.md §9.4). */
export type OrderItem = {
  orderItemId: OrderItemId;
  status: ItemReading;
  packageId: PackageId | null;
  trackingNumber: string | null;
  carrier: string | null;
  /** Whether we ever saw it leave the seller, or the platform says so. */
  everShipped: boolean;
  cancelCause: CancelCause | null;
};
