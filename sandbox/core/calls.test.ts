import { expect, test } from 'vitest';
import { createCalls } from './calls';
import { createClock } from './clock';

const call = { operation: '/orders/get', method: 'GET', path: '/rest/orders/get', tenant: 's1', status: 200 };

test('lists calls with their time and counts them by operation and tenant', () => {
  const calls = createCalls(createClock(7, () => 0));
  calls.record(call);
  calls.record({ ...call, tenant: 's2' });
  calls.record({ ...call, operation: '/order/get' });
  expect(calls.list()[0]).toEqual({ at: 7, ...call });
  expect(calls.totals()).toEqual({
    total: 3,
    byOperation: { '/orders/get': 2, '/order/get': 1 },
    byTenant: { s1: { '/orders/get': 1, '/order/get': 1 }, s2: { '/orders/get': 1 } },
  });
});

test('clear forgets both', () => {
  const calls = createCalls(createClock());
  calls.record(call);
  calls.clear();
  expect(calls.list()).toEqual([]);
  expect(calls.totals().total).toBe(0);
});
