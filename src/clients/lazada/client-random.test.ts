import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlatformError } from '../http/platform-error';
import type { LazadaClient } from './lazada-client';
import { lazadaAnswering, TEST_LAZADA_AUTH as auth } from './test-lazada';

const key = { itemId: '1', skuId: '2', sellerSku: 'A' };

/** Every endpoint whose answer must carry something. */
const calls: Record<string, (client: LazadaClient) => Promise<unknown>> = {
  createToken: (client) => client.createToken('c'),
  refreshToken: (client) => client.refreshToken('t'),
  getSeller: (client) => client.getSeller(auth),
  listWarehouses: (client) => client.listWarehouses(auth),
  listProducts: (client) => client.listProducts(auth),
  getProduct: (client) => client.getProduct(auth, '1'),
  updatePrices: (client) => client.updatePrices(auth, [{ ...key, price: 1 }]),
  adjustSellable: (client) => client.adjustSellable(auth, [{ ...key, quantity: 1 }]),
  listOrders: (client) => client.listOrders(auth, { sortBy: 'created_at', sortDirection: 'ASC' }),
  getOrder: (client) => client.getOrder(auth, '1'),
  getOrderItems: (client) => client.getOrderItems(auth, '1'),
  getItemsOfOrders: (client) => client.getItemsOfOrders(auth, ['1']),
  pack: (client) => client.pack(auth, [], { allocateType: 'TFS' }),
  readyToShip: (client) => client.readyToShip(auth, ['1']),
  repack: (client) => client.repack(auth, ['1']),
  getAwb: (client) => client.getAwb(auth, ['1'], 'PDF'),
  validateCancel: (client) => client.validateCancel(auth, '1', ['2']),
  cancelItems: (client) => client.cancelItems(auth, '1', ['2'], '3'),
  decideCancel: (client) => client.decideCancel(auth, { reverseOrderId: '1', agree: true }),
  listReverseOrders: (client) => client.listReverseOrders(auth, { pageNo: 1 }),
  traceOrder: (client) => client.traceOrder(auth, '1'),
  listTransactions: (client) => client.listTransactions(auth, { startDate: '2026-01-01', endDate: '2026-01-02' }),
  listPayouts: (client) => client.listPayouts(auth, '2026-01-01'),
};

const status = fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 404, 429, 500, 502);

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
        expect(await outcome(call(lazadaAnswering(body, code).client))).toBe('refused');
      }),
      { numRuns: 40 },
    );
  });

  it('never crashes on JSON of any shape, and takes none without code 0 for an answer', async () => {
    const code = fc.oneof(fc.constantFrom('1', 'E0501', 'ApiCallLimit'), fc.array(fc.jsonValue()));
    const members = { code, data: fc.jsonValue(), result: fc.jsonValue(), detail: fc.jsonValue() };
    const body = fc.oneof(fc.jsonValue(), fc.record(members, { requiredKeys: [] }));
    await fc.assert(
      fc.asyncProperty(body, status, async (sent, httpStatus) => {
        expect(await outcome(call(lazadaAnswering(sent, httpStatus).client))).toBe('refused');
      }),
      { numRuns: 40 },
    );
  });

  it('never crashes on success of any shape', async () => {
    const element = fc.dictionary(
      fc.constantFrom('module', 'orders', 'items', 'products', 'skus', 'data', 'code'),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), element), async (data) => {
        await outcome(call(lazadaAnswering({ code: '0', data, result: data }).client));
      }),
      { numRuns: 40 },
    );
  });
});
