import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlatformError } from '../http/platform-error';
import type { HaravanClient } from './haravan-client';
import { haravanSaying, TEST_HARAVAN_AUTH as auth } from './test-haravan';

const pairs = { locationIds: ['1'], variantIds: ['2'] };

/** Every endpoint whose answer must carry something. */
const calls: Record<string, (client: HaravanClient) => Promise<unknown>> = {
  exchangeCode: (client) => client.exchangeCode('c', 'r'),
  refreshToken: (client) => client.refreshToken('t'),
  verifyIdToken: (client) => client.verifyIdToken('eyJhbGciOiJSUzI1NiJ9.e30.AA', 'n'),
  getShop: (client) => client.getShop(auth),
  listLocations: (client) => client.listLocations(auth),
  listProducts: (client) => client.listProducts(auth),
  countProducts: (client) => client.countProducts(auth),
  getProduct: (client) => client.getProduct(auth, '1'),
  getVariant: (client) => client.getVariant(auth, '1'),
  readStock: (client) => client.readStock(auth, pairs),
  searchCustomers: (client) => client.searchCustomers(auth, 'q'),
  createCustomer: (client) => client.createCustomer(auth, { firstName: 'A' }),
  listOrders: (client) => client.listOrders(auth),
  getOrder: (client) => client.getOrder(auth, '1'),
  createOrder: (client) => client.createOrder(auth, { lineItems: [] }),
  updateOrder: (client) => client.updateOrder(auth, '1', {}),
  cancelOrder: (client) => client.cancelOrder(auth, '1', { reason: 'other', restock: false }),
  listFulfillments: (client) => client.listFulfillments(auth, '1'),
  createFulfillment: (client) => client.createFulfillment(auth, '1', { lineItemIds: [] }),
  listTransactions: (client) => client.listTransactions(auth, '1'),
  createTransaction: (client) => client.createTransaction(auth, '1', { amount: 1, kind: 'Capture' }),
  createRefund: (client) => client.createRefund(auth, '1', { restock: false, lines: [] }),
  listProvinces: (client) => client.listProvinces(auth),
};

const status = fc.constantFrom(200, 200, 200, 201, 302, 400, 401, 404, 422, 429, 500, 502);

async function outcome(sent: Promise<unknown>): Promise<'answered' | 'refused'> {
  try {
    await sent;
    return 'answered';
  } catch (error) {
    if (isPlatformError(error)) return 'refused';
    throw error;
  }
}

describe.each(Object.entries(calls))('R8.4 %s', (_name, call) => {
  it('turns random bytes into a PlatformError', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((raw) => Buffer.from(raw).toString('utf8'));
    await fc.assert(
      fc.asyncProperty(bytes, status, async (body, code) => {
        expect(await outcome(call(haravanSaying(body, code).client))).toBe('refused');
      }),
      { numRuns: 40 },
    );
  });

  it('never crashes on JSON of any shape', async () => {
    const root = fc.constantFrom(
      'order',
      'orders',
      'product',
      'products',
      'shop',
      'locations',
      'errors',
      'keys',
      'count',
    );
    const body = fc.oneof(fc.jsonValue(), fc.dictionary(root, fc.jsonValue()));
    await fc.assert(
      fc.asyncProperty(body, status, async (sent, code) => {
        await outcome(call(haravanSaying(sent, code).client));
      }),
      { numRuns: 40 },
    );
  });
});
