import { describe, expect, it } from 'vitest';
import { loadFixture } from '@/tests/fixtures/load';
import type { HaravanClient } from './haravan-client';
import { haravanSaying, sentJson, TEST_HARAVAN_AUTH as auth } from './test-haravan';

const payload = (name: string) => loadFixture('haravan', name).payload as Record<string, unknown[]>;
const order = { order: payload('orders-marketplace').orders?.[0] };
const customer = { customer: payload('customers').customers?.[0] };
const variant = (payload('products').products as { variants: unknown[] }[])[0]?.variants[0];

async function sentBy(answer: unknown, call: (client: HaravanClient) => Promise<unknown>) {
  const { client, sent } = haravanSaying(answer);
  await call(client);
  const { method, url } = sent[0] ?? { method: '', url: 'http://none' };
  const { pathname, search } = new URL(url);
  return [method, `${pathname.replace('/com', '')}${search}`, sentJson(sent[0])];
}

describe('what is written to Haravan', () => {
  it.each<[string, unknown, (client: HaravanClient) => Promise<unknown>, unknown[]]>([
    [
      'R10.4 a barcode',
      { variant },
      (client) => client.updateVariant(auth, '101', { barcode: 'AO-DO-M' }),
      ['PUT', '/variants/101.json', { variant: { id: 101, barcode: 'AO-DO-M' } }],
    ],
    ['an order opened again', order, (client) => client.openOrder(auth, '12'), ['POST', '/orders/12/open.json', {}]],
    [
      "R4.3 an order's address",
      order,
      (client) => client.updateOrder(auth, '12', { shippingAddress: { name: 'A', provinceCode: 'HC' } }),
      ['PUT', '/orders/12.json', { order: { id: 12, shipping_address: { name: 'A', province_code: 'HC' } } }],
    ],
    [
      "R4.3 a customer's phone",
      customer,
      (client) => client.updateCustomer(auth, '7', { phone: '0900000000' }),
      ['PUT', '/customers/7.json', { customer: { id: 7, phone: '0900000000' } }],
    ],
    [
      "R4.3 a customer's further address",
      { customer_address: {} },
      (client) => client.addCustomerAddress(auth, '7', { address1: '1 Lê Lợi', districtCode: 'HC466' }),
      ['POST', '/customers/7/addresses.json', { address: { address1: '1 Lê Lợi', district_code: 'HC466' } }],
    ],
  ])('%s', async (_name, answer, call, message) => {
    expect(await sentBy(answer, call)).toEqual(message);
  });
});

describe('what is read back', () => {
  it.each<[string, unknown, (client: HaravanClient) => Promise<unknown>, string]>([
    [
      'R8.3 orders are counted whatever their state',
      { count: 3 },
      (client) => client.countOrders(auth, { createdAtMinLocal: '2026-08-22T00:00:00' }),
      '/orders/count.json?status=any&created_at_min=2026-08-22T00%3A00%3A00',
    ],
    ['a customer', customer, (client) => client.getCustomer(auth, '7'), '/customers/7.json'],
    [
      'a parcel',
      { fulfillment: payload('fulfillments').fulfillments?.[0] },
      (client) => client.getFulfillment(auth, '12', '21'),
      '/orders/12/fulfillments/21.json',
    ],
    [
      "a product's variants",
      { variants: [variant] },
      (client) => client.listVariants(auth, '10'),
      '/products/10/variants.json?limit=50&page=1',
    ],
    [
      'R8.2 adjustments after one',
      payload('inventory-adjustments'),
      (client) => client.listAdjustments(auth, { locationId: '5', sinceId: '9' }),
      '/inventories/adjustments.json?location_id=5&since_id=9&limit=50',
    ],
  ])('%s', async (_name, answer, call, path) => {
    expect(await sentBy(answer, call)).toEqual(['GET', path, null]);
  });
});
