/** Who or what ended an item, as far as restock and Haravan's cancel reason need to know. */
export type CancelCause = 'buyer' | 'seller' | 'out_of_stock' | 'failed_delivery' | 'platform';

/** Haravan's `cancel_reason` values that we use (haravan.md §2.14). */
export type HaravanCancelReason = 'customer' | 'inventory' | 'other';
