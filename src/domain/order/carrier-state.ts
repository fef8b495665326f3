import type { DeliveryState } from './order-state';

/** Haravan's `carrier_status_code` (haravan.md §5.1), from the start of a delivery to its last word. */
const CARRIER_STATES = [
  'pending',
  'readytopick',
  'picking',
  'delivering',
  'notmeetcustomer',
  'cancel',
  'delivered',
  'waitingforreturn',
  'return',
] as const;

export type CarrierState = (typeof CARRIER_STATES)[number];

/** The states that we set; `readytopick` comes with the fulfillment itself. */
export type SettableCarrierState = Extract<
  CarrierState,
  'delivering' | 'delivered' | 'cancel' | 'waitingforreturn' | 'return'
>;

export function readCarrierState(code: string): CarrierState | null {
  return CARRIER_STATES.find((state) => state === code) ?? null;
}

const TARGET: Readonly<Record<DeliveryState, SettableCarrierState | null>> = {
  pending: null,
  ready_to_ship: null,
  in_transit: 'delivering',
  delivered: 'delivered',
  delivery_failed: 'cancel',
  waiting_for_return: 'waitingforreturn',
  returned: 'return',
  canceled: 'cancel',
  keep: null,
};

export function carrierTarget(state: DeliveryState): SettableCarrierState | null {
  return TARGET[state];
}

export type CarrierStep =
  | { kind: 'set'; state: SettableCarrierState }
  | { kind: 'nothing'; because: 'no_target' | 'equal' | 'would_regress' | 'unknown_current' };

/**
 * States only move on, so late or repeated news changes nothing (spec R4.2); a failed delivery may yet succeed. `isLastWord`: nothing
 * comes after it, as when a parcel on its way back is scrapped.
 */
export function carrierStep(current: CarrierState | null, desired: DeliveryState, isLastWord = false): CarrierStep {
  const state = carrierTarget(desired);
  if (state === null) return { kind: 'nothing', because: 'no_target' };
  if (current === null) return { kind: 'nothing', because: 'unknown_current' };
  if (current === state) return { kind: 'nothing', because: 'equal' };
  if (isLastWord && state === 'cancel' && current === 'waitingforreturn') return { kind: 'set', state };
  const moves = CARRIER_STATES.indexOf(state) > CARRIER_STATES.indexOf(current);
  return moves ? { kind: 'set', state } : { kind: 'nothing', because: 'would_regress' };
}
