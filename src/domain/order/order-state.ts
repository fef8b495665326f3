import type { OrderItemId, PackageId } from '../ids';
import { hasEnded, type ItemState, reachedState } from './item-status';
import type { OrderItem } from './order-item';

/** What Haravan should say about a package; `pending` needs no fulfillment. */
export type DeliveryState = Exclude<ItemState, 'in_flight_only'>;

export type PackageState = {
  packageId: PackageId | null;
  itemIds: readonly OrderItemId[];
  state: DeliveryState;
  trackingNumber: string | null;
  carrier: string | null;
};

/** Along the road of a parcel; the earliest that any item shows is what is true of all. */
const ROAD = [
  'pending',
  'ready_to_ship',
  'in_transit',
  'delivered',
  'delivery_failed',
  'waiting_for_return',
  // Lost, damaged, scrapped: nothing comes after it, so a unit on its way back is behind it.
  'written_off',
  'returned',
] as const satisfies readonly (DeliveryState | 'written_off')[];

function place({ status }: Pick<OrderItem, 'status'>): ItemState | 'written_off' {
  const state = reachedState(status);
  return state === 'delivery_failed' && hasEnded(status) ? 'written_off' : state;
}

/** What an item of unknown status holds back: it may still have been delivered, so the parcel has not failed or come back. */
const PAST_DELIVERY: readonly (ItemState | 'written_off')[] = ROAD.slice(ROAD.indexOf('delivered') + 1);

/** The least advanced decides, since Lazada tells a parcel's items one by one; canceled ones do not travel. */
export function combinedState(items: readonly Pick<OrderItem, 'status'>[]): DeliveryState {
  const states = items.map(place);
  if (states.length > 0 && states.every((state) => state === 'canceled')) return 'canceled';
  if (states.includes('in_flight_only')) return 'pending';
  const least = ROAD.find((state) => states.includes(state)) ?? 'keep';
  if (states.includes('keep') && PAST_DELIVERY.includes(least)) return 'keep';
  return least === 'written_off' ? 'delivery_failed' : least;
}

/** Items that were never packed, as digital goods are, travel by their state. */
function groupKey(item: OrderItem): string {
  return item.packageId === null ? `unpacked ${reachedState(item.status)}` : `package ${item.packageId}`;
}

function toPackageState(items: readonly OrderItem[]): PackageState {
  const tracked = items.find((item) => item.trackingNumber !== null);
  return {
    packageId: items[0]?.packageId ?? null,
    itemIds: items.map((item) => item.orderItemId),
    state: combinedState(items),
    trackingNumber: tracked?.trackingNumber ?? null,
    carrier: tracked?.carrier ?? items.find((item) => item.carrier !== null)?.carrier ?? null,
  };
}

export function packageStates(items: readonly OrderItem[]): readonly PackageState[] {
  return [...Map.groupBy(items, groupKey).values()].map(toPackageState);
}
