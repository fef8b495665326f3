import type { ConnectionId, LazadaOrderId, LocationId, OrderItemId, VariantId } from '../ids';
import { hasEnded, type ItemReading, itemState, reachedState } from '../order/item-status';

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

/** The goods have gone for good, or are back: delivered ones that the buyer would like to return have gone (lazada.md §10.2). */
const isOver = ({ status }: SoldUnit): boolean => hasEnded(status) || reachedState(status) === 'delivered';

function reasonOnceCounted(
  unit: SoldUnit,
  haravan: Extract<HaravanCount, { kind: 'counted' }>,
  reading: StockReading,
): FlightReason | null {
  const seen = reading.begunAtMs > haravan.answeredAtMs;
  if (reading.locationIds.includes(haravan.locationId)) return seen ? null : 'read_before_answer';
  return isOver(unit) ? null : 'other_warehouse';
}

function reasonOfHaravan(unit: SoldUnit, reading: StockReading): FlightReason | null {
  const { haravan } = unit;
  switch (haravan.kind) {
    case 'excluded':
      return null;
    case 'not_created':
      return haravan.failing ? 'import_failing' : 'not_imported';
    case 'not_counted':
      return isOver(unit) ? null : 'not_counted';
    case 'counted':
      return reasonOnceCounted(unit, haravan, reading);
  }
}

/**
 * Why this unit must still be taken off the stock reading, or null when it must not (spec R3.5). It
 * leaves flight only when a reading begun after the create's answer, at a location that is read, shows
 * it; what is committed elsewhere stays off until the item ends (design §6). A canceled unit leaves at
 * once: Lazada has put it back on sale itself (lazada.md §8).
 */
export function flightReason(unit: SoldUnit, reading: StockReading): FlightReason | null {
  if (unit.fulfilledByLazada || itemState(unit.status) === 'canceled') return null;
  const reason = reasonOfHaravan(unit, reading);
  return reason !== null && itemState(unit.status) === 'in_flight_only' ? 'unpaid' : reason;
}

export function inFlightByVariant(
  units: readonly SoldUnit[],
  reading: StockReading,
): ReadonlyMap<VariantId, readonly InFlight[]> {
  const inFlight = units.flatMap(({ connectionId, orderId, orderItemId, variantId, ...rest }) => {
    const reason =
      variantId === null ? null : flightReason({ connectionId, orderId, orderItemId, variantId, ...rest }, reading);
    return variantId === null || reason === null ? [] : [{ connectionId, orderId, orderItemId, variantId, reason }];
  });
  return Map.groupBy(inFlight, (unit) => unit.variantId);
}
