import { describe, expect, test } from 'vitest';
import { type CancelCause, cancelCause, haravanCancelReason, restocksOnCancel } from './cancel-cause';

describe('R4.2 why an item was canceled', () => {
  test.each([
    ['cancellation-internal', '', 'platform'],
    ['cancellation-customer', 'Change of mind', 'buyer'],
    ['cancellation-failed Delivery', '', 'failed_delivery'],
    ['cancellation-seller', 'Sourcing Delay', 'seller'],
    ['customer service-cancel', '', 'platform'],
    ['buyer-cancel', '', 'buyer'],
    ['system-cancel', 'Payment timeout', 'platform'],
    ['return-customer', '', 'buyer'],
    ['refund-internal', '', 'platform'],
    ['null-null', '', 'platform'],
    ['', '', 'platform'],
    ['constructor', '', 'platform'],
    ['cancellation-seller', 'Out of Stock', 'out_of_stock'],
    ['cancellation-seller', 'OUT_OF_STOCK', 'out_of_stock'],
    ['', 'Hết hàng', 'out_of_stock'],
    ['', 'Hết hàng'.normalize('NFD'), 'out_of_stock'],
  ])('%j, %j → %s', (initiator, reason, cause) => {
    expect(cancelCause(initiator, reason)).toBe(cause);
  });

  test.each([
    ['buyer', 'customer'],
    ['seller', 'other'],
    ['out_of_stock', 'inventory'],
    ['failed_delivery', 'other'],
    ['platform', 'other'],
    [null, 'other'],
  ] as const)('%s is told to Haravan as %s', (cause, reason) => {
    expect(haravanCancelReason(cause)).toBe(reason);
  });

  test.each([
    ['buyer', false, true],
    ['seller', false, true],
    ['platform', false, true],
    [null, false, true],
    ['out_of_stock', false, false],
    ['failed_delivery', false, false],
    ['buyer', true, false],
  ] as readonly (readonly [CancelCause | null, boolean, boolean])[])(
    '%s, shipped %s: restocked %s',
    (cause, everShipped, restocked) => {
      expect(restocksOnCancel({ everShipped, cancelCause: cause })).toBe(restocked);
    },
  );
});
