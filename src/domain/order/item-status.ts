export type ItemState =
  | 'in_flight_only'
  | 'pending'
  | 'ready_to_ship'
  | 'in_transit'
  | 'delivered'
  | 'delivery_failed'
  | 'waiting_for_return'
  | 'returned'
  | 'canceled'
  /** Says nothing about the Haravan state: leave that as it is. */
  | 'keep';

export type StatusIssue = 'package_lost' | 'package_damaged' | 'package_scrapped' | 'return_failed';

/** `reached`: how far the goods have certainly come; it says more than `state` where that is `keep`. */
export type StatusMeaning = { state: ItemState; raisesIssue: StatusIssue | null; ended: boolean; reached: ItemState };

function means(state: ItemState, raisesIssue: StatusIssue | null = null, reached = state): StatusMeaning {
  const ended = state === 'delivered' || state === 'returned' || state === 'canceled' || raisesIssue !== null;
  return { state, raisesIssue, ended, reached };
}

/** Every item status of lazada.md §10.1, docs and production together. */
export const ITEM_STATUSES = {
  unpaid: means('in_flight_only'),
  pending: means('pending'),
  paid: means('pending'),
  topack: means('pending'),
  packed: means('pending'),
  repacked: means('pending'),
  ready_to_ship: means('ready_to_ship'),
  ready_to_ship_pending: means('ready_to_ship'),
  toship: means('ready_to_ship'),
  transit_to_ship: means('ready_to_ship'),
  shipped: means('in_transit'),
  shipping: means('in_transit'),
  delivered: means('delivered'),
  confirmed: means('delivered'),
  failed: means('delivery_failed'),
  failed_delivery: means('delivery_failed'),
  failed_delivered: means('delivery_failed'),
  lost: means('delivery_failed', 'package_lost'),
  lost_by_3pl: means('delivery_failed', 'package_lost'),
  damaged: means('delivery_failed', 'package_damaged'),
  damaged_by_3pl: means('delivery_failed', 'package_damaged'),
  package_scrapped: means('delivery_failed', 'package_scrapped'),
  shipped_back: means('waiting_for_return'),
  return_to_seller: means('waiting_for_return'),
  // What these two follow is on the road of lazada.md §10.2: goods on their way back, and delivered ones.
  shipped_back_failed: means('keep', 'return_failed', 'waiting_for_return'),
  rtm_init: means('keep', null, 'delivered'),
  shipped_back_success: means('returned'),
  returned: means('returned'),
  canceled: means('canceled'),
} as const satisfies Record<string, StatusMeaning>;

export type ItemStatus = keyof typeof ITEM_STATUSES;

export type ItemReading = ({ kind: 'known'; status: ItemStatus } & StatusMeaning) | { kind: 'unknown'; status: string };

export function isItemStatus(text: string): text is ItemStatus {
  return Object.hasOwn(ITEM_STATUSES, text);
}

/** Pushes spell some statuses in capitals (lazada.md §10.3); anything else unheard of is unknown. */
export function readItemStatus(raw: string): ItemReading {
  const status = raw.toLowerCase();
  return isItemStatus(status) ? { kind: 'known', status, ...ITEM_STATUSES[status] } : { kind: 'unknown', status: raw };
}

export function itemState(reading: ItemReading): ItemState {
  return reading.kind === 'known' ? reading.state : 'keep';
}

/** What the Haravan state is at least, for whoever missed the news before: a state that is there already may be further on. */
export function reachedState(reading: ItemReading): ItemState {
  return reading.kind === 'known' ? reading.reached : 'keep';
}

export function hasEnded(reading: ItemReading): boolean {
  return reading.kind === 'known' && reading.ended;
}
