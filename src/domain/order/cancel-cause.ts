export type CancelCause = 'buyer' | 'seller' | 'out_of_stock' | 'failed_delivery' | 'platform';

export type HaravanCancelReason = 'customer' | 'inventory' | 'other';

/** `cancel_return_initiator` values, lower case (lazada.md §9.6); others count as the platform. */
const CAUSE_OF_INITIATOR: Readonly<Record<string, CancelCause>> = {
  'cancellation-internal': 'platform',
  'cancellation-customer': 'buyer',
  'cancellation-failed delivery': 'failed_delivery',
  'cancellation-seller': 'seller',
  'customer service-cancel': 'platform',
  'buyer-cancel': 'buyer',
  'system-cancel': 'platform',
  'return-customer': 'buyer',
  'refund-internal': 'platform',
};

/** Reason names differ by language and have no stable id (lazada.md §12.1). */
const outOfStock = /out[\s_-]*of[\s_-]*stock|hết\s*hàng/iu;

export function cancelCause(initiator: string, reason: string): CancelCause {
  if (outOfStock.test(reason.normalize('NFC'))) return 'out_of_stock';
  const key = initiator.trim().toLowerCase();
  return (Object.hasOwn(CAUSE_OF_INITIATOR, key) ? CAUSE_OF_INITIATOR[key] : undefined) ?? 'platform';
}

const HARAVAN_REASON: Readonly<Record<CancelCause, HaravanCancelReason>> = {
  buyer: 'customer',
  seller: 'other',
  out_of_stock: 'inventory',
  failed_delivery: 'other',
  platform: 'other',
};

export function haravanCancelReason(cause: CancelCause | null): HaravanCancelReason {
  return cause === null ? 'other' : HARAVAN_REASON[cause];
}

/** Goods go back on the shelf only if they never left it and were there at all (design §4). */
export function restocksOnCancel(item: { everShipped: boolean; cancelCause: CancelCause | null }): boolean {
  return !item.everShipped && item.cancelCause !== 'out_of_stock' && item.cancelCause !== 'failed_delivery';
}
