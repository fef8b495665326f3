import { type ItemReading, itemState } from '../order/item-status';
import type { HaravanCount } from './in-flight';

/** Whether the goods may still lie in the merchant's warehouse. */
const ON_THE_SHELF = ['in_flight_only', 'pending', 'ready_to_ship'];

/**
 * A unit of an order that is older than the days the merchant chose to import (spec R10.14) and that nobody else brought into
 * Haravan. Until it leaves the shelf Haravan still counts it as available, so it is taken off like any other sold unit (spec R3.5);
 * one that the merchant has entered by hand is then taken off twice, for days and in the safe direction. Once shipped it is the
 * merchant's own book-keeping: we would never learn that it was booked, and would subtract it for ever.
 */
export function countOfExcluded(status: ItemReading): HaravanCount {
  const mayBeThere = status.kind === 'unknown' || ON_THE_SHELF.includes(itemState(status));
  return mayBeThere ? { kind: 'not_created', failing: false } : { kind: 'excluded' };
}
