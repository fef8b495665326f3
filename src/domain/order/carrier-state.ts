/** Haravan's `carrier_status_code` (haravan.md §5.1). */
export type CarrierState =
  | 'pending'
  | 'readytopick'
  | 'picking'
  | 'delivering'
  | 'notmeetcustomer'
  | 'waitingforreturn'
  | 'delivered'
  | 'cancel'
  | 'return';

/** The states that we set; `readytopick` comes with the fulfillment itself. */
export type SettableCarrierState = 'delivering' | 'delivered' | 'cancel' | 'waitingforreturn' | 'return';
