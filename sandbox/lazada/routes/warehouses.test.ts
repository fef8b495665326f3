import { expect, test } from 'vitest';
import { openDesk } from '../testing/desk';

test('one warehouse; the old API wants to know of which type', () => {
  const { call } = openDesk();
  const dropshipping = { result: { success: true, not_success: false, module: [{ code: 'dropshipping' }] } };
  expect(call('/seller/warehouse/get', { addressTypes: ['warehouse'] })).toMatchObject(dropshipping);
  expect(call('/seller/warehouse/get').code).toBe('MissingParameter');
  expect(call('/rc/warehouse/get')).toMatchObject({ ...dropshipping, code: '0' });
});
