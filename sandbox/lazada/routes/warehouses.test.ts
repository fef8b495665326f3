import { expect, test } from 'vitest';
import { openDesk } from '../testing/desk';
import { SELLER } from '../testing/seed';

test('one warehouse; the old API wants to know of which type', () => {
  const { call, control } = openDesk();
  const dropshipping = { result: { success: true, not_success: false, module: [{ code: 'dropshipping' }] } };
  expect(call('/seller/warehouse/get', { addressTypes: ['warehouse'] })).toMatchObject(dropshipping);
  expect(call('/seller/warehouse/get').code).toBe('MissingParameter');
  expect(call('/rc/warehouse/get')).toMatchObject({ ...dropshipping, code: '0' });
  control.setSellerStatus({ sellerId: SELLER, moreWarehouses: ['VN10RV7-WH-10002'] });
  expect(call('/seller/warehouse/get', { addressTypes: ['warehouse'] })).toMatchObject({
    result: { module: [{ defaultAddress: true }, { code: 'VN10RV7-WH-10002', defaultAddress: false }] },
  });
});
