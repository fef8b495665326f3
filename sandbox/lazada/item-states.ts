/** Statuses of an order item as Lazada spells them (lazada.md §10.1). */
export const ITEM_STATUSES = [
  'unpaid',
  'pending',
  'topack',
  'packed',
  'repacked',
  'ready_to_ship_pending',
  'ready_to_ship',
  'toship',
  'transit_to_ship',
  'shipped',
  'delivered',
  'confirmed',
  'failed',
  'failed_delivery',
  'lost',
  'lost_by_3pl',
  'damaged',
  'damaged_by_3pl',
  'shipped_back',
  'shipped_back_success',
  'shipped_back_failed',
  'package_scrapped',
  'return_to_seller',
  'rtm_init',
  'returned',
  'canceled',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

const LOST_OR_BROKEN = ['lost', 'lost_by_3pl', 'damaged', 'damaged_by_3pl'] as const;

/** The steps of lazada.md §10.2. The order of the failure branch is inferred from its names there. */
export const NEXT_STATUSES: Record<ItemStatus, readonly ItemStatus[]> = {
  unpaid: ['pending', 'canceled'],
  pending: ['topack', 'packed', 'canceled'],
  topack: ['packed', 'canceled'],
  packed: ['repacked', 'ready_to_ship_pending', 'ready_to_ship', 'canceled'],
  repacked: ['packed', 'canceled'],
  ready_to_ship_pending: ['ready_to_ship', 'canceled'],
  ready_to_ship: ['toship', 'transit_to_ship', 'shipped', 'canceled'],
  toship: ['transit_to_ship', 'shipped', 'canceled'],
  transit_to_ship: ['shipped', 'canceled'],
  shipped: ['delivered', 'failed', 'failed_delivery', ...LOST_OR_BROKEN],
  delivered: ['confirmed', 'rtm_init', 'returned'],
  confirmed: ['rtm_init', 'returned'],
  failed: ['delivered', 'shipped_back', 'return_to_seller', ...LOST_OR_BROKEN],
  failed_delivery: ['delivered', 'shipped_back', 'return_to_seller', ...LOST_OR_BROKEN],
  lost: [],
  lost_by_3pl: [],
  damaged: [],
  damaged_by_3pl: [],
  shipped_back: ['shipped_back_success', 'shipped_back_failed', 'returned'],
  shipped_back_success: ['returned'],
  shipped_back_failed: ['package_scrapped', 'shipped_back_success'],
  package_scrapped: [],
  return_to_seller: ['shipped_back_success', 'shipped_back_failed', 'returned'],
  rtm_init: ['returned', 'delivered'],
  returned: [],
  canceled: [],
};

export function canBecome(from: ItemStatus, to: ItemStatus): boolean {
  return NEXT_STATUSES[from].includes(to);
}

/** What decides about an item's steps besides its status. */
export type Traveler = { status: ItemStatus; digital: boolean; ownFleet: boolean };

/** Steps that only such items take: the seller's own word ends the journey (lazada.md §10.2). */
const DIGITAL_STEPS: Partial<Record<ItemStatus, readonly ItemStatus[]>> = { pending: ['delivered'] };
const OWN_FLEET_STEPS: Partial<Record<ItemStatus, readonly ItemStatus[]>> = {
  ready_to_ship: ['delivered', 'failed_delivery'],
  failed_delivery: ['delivered'],
};

export function canItemBecome(item: Traveler, to: ItemStatus): boolean {
  if (item.digital && DIGITAL_STEPS[item.status]?.includes(to)) return true;
  if (item.ownFleet && OWN_FLEET_STEPS[item.status]?.includes(to)) return true;
  return canBecome(item.status, to);
}

/** "Only pending and repacked items can be packed" (lazada.md §10.2); topack is taken as pending. */
export function isPackable(status: ItemStatus): boolean {
  return canBecome(status, 'packed');
}

export function isCancelableBySeller(status: ItemStatus): boolean {
  return status !== 'unpaid' && canBecome(status, 'canceled');
}
