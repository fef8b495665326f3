import type { Tone } from '@/app/components/status-tag';
import { type ItemState, itemState, readItemStatus } from '@/src/domain/order/item-status';

const TONE: Readonly<Record<ItemState, Tone>> = {
  in_flight_only: 'quiet',
  pending: 'warning',
  ready_to_ship: 'info',
  in_transit: 'info',
  delivered: 'success',
  delivery_failed: 'danger',
  waiting_for_return: 'warning',
  returned: 'quiet',
  canceled: 'quiet',
  keep: 'quiet',
};

/** The color of a Lazada item status; its word says the same. */
export const toneOf = (status: string): Tone => TONE[itemState(readItemStatus(status))];
