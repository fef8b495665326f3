import type { ItemStatus } from '../item-states';

/** Statuses of push type 14 that a step of the items brings about (lazada.md §10.3). Packing is not among them. */
const STATUS_OF_STEP: Partial<Record<ItemStatus, string>> = {
  ready_to_ship_pending: 'READY_TO_SHIP_PENDING',
  ready_to_ship: 'READY_TO_SHIP',
  toship: 'TRANSIT_TO_SHIP',
  transit_to_ship: 'TRANSIT_TO_SHIP',
  shipped: 'INFO_ST_DOMESTIC_PICKUP_SIGN_IN_SUCCESS',
  delivered: 'DELIVERED',
  failed: 'DELIVER_FAILED',
  failed_delivery: 'INFO_ST_DOMESTIC_DELIVERY_FAILED',
  lost: 'LOST_BY_3PL',
  lost_by_3pl: 'LOST_BY_3PL',
  damaged: 'DAMAGE_BY_3PL',
  damaged_by_3pl: 'DAMAGE_BY_3PL',
  shipped_back: 'ON_THE_WAY_BACK_TO_SHIPPER',
  return_to_seller: 'INFO_ST_DOMESTIC_BACK_TO_SHIPPER',
  shipped_back_success: 'INFO_ST_DOMESTIC_WAREHOUSE_RETURNED',
  shipped_back_failed: 'INFO_ST_DOMESTIC_PACKAGE_RETURNED_FAILED',
  package_scrapped: 'PACKAGE_SCRAPPED',
  canceled: 'CANCELLED',
};

export function fulfillmentStatusOf(status: ItemStatus): string | undefined {
  return STATUS_OF_STEP[status];
}
