import type { ConnectionId, LazadaOrderId, LocationId, OrderItemId, VariantId } from '../ids';
import type { ItemReading } from '../order/item-status';

/** Where Haravan stands with one unit that Lazada sold. */
export type HaravanCount =
  /** No Haravan order yet: unpaid, not yet imported, or its import keeps failing. */
  | { kind: 'not_created'; failing: boolean }
  /** The create was answered at `answeredAtMs`; the unit is committed at `locationId`. */
  | { kind: 'counted'; answeredAtMs: number; locationId: LocationId }
  /** The order is there but holds no stock of this variant: a custom line, or released by hand. */
  | { kind: 'not_counted' }
  /** Never to be imported: placed before the days the merchant chose (spec R10.14). */
  | { kind: 'excluded' };

/** One Lazada order item: one unit, of any of the merchant's shops, lapsed ones too (design §6). */
export type SoldUnit = {
  connectionId: ConnectionId;
  orderId: LazadaOrderId;
  orderItemId: OrderItemId;
  /** By R2.1; null when no variant bears the code. */
  variantId: VariantId | null;
  status: ItemReading;
  fulfilledByLazada: boolean;
  haravan: HaravanCount;
};

/** A stock reading: when its first request began, and the locations that it reads. */
export type StockReading = { begunAtMs: number; locationIds: readonly LocationId[] };

export type FlightReason =
  | 'unpaid'
  | 'not_imported'
  | 'import_failing'
  | 'read_before_answer'
  | 'other_warehouse'
  | 'not_counted';

export type InFlight = {
  connectionId: ConnectionId;
  orderId: LazadaOrderId;
  orderItemId: OrderItemId;
  variantId: VariantId;
  reason: FlightReason;
};

/** Why this unit must still be taken off the stock reading, or null when it must not. */
export function flightReason(_unit: SoldUnit, _reading: StockReading): FlightReason | null {
  throw new Error('not written yet');
}

/** The units to take off, per variant. */
export function inFlightByVariant(
  _units: readonly SoldUnit[],
  _reading: StockReading,
): ReadonlyMap<VariantId, readonly InFlight[]> {
  throw new Error('not written yet');
}
