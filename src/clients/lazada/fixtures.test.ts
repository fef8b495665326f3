import { describe, expect, it } from 'vitest';
import { fixtureNames, loadFixture } from '@/tests/fixtures/load';
import type { LazadaClient } from './lazada-client';
import { parsePush } from './parse-push';
import { lazadaAnswering, TEST_LAZADA_AUTH as auth } from './test-lazada';

type Ask = (client: LazadaClient) => Promise<unknown>;

const days = { startDate: '2016-05-11', endDate: '2016-05-17' };
const write = { itemId: '12345', skuId: '9', sellerSku: 'A', price: 1 };
const code = (client: LazadaClient) => client.createToken('c');
const refresh = (client: LazadaClient) => client.refreshToken('r');
const seller = (client: LazadaClient) => client.getSeller(auth);
const orders = (client: LazadaClient) => client.listOrders(auth, { sortBy: 'updated_at', sortDirection: 'ASC' });
const prices = (client: LazadaClient) => client.updatePrices(auth, [write]);

/** How each answer is asked for, and what it means. */
const MEANINGS: Record<string, [Ask, unknown]> = {
  'token-create': [
    code,
    {
      accessToken: '50000201f12…',
      expiresInSeconds: 864_000,
      refreshExpiresInSeconds: 4_320_000,
      sellers: [{ country: 'sg', sellerId: '1152180742', userId: '1152180742', shortCode: 'SGLYT0OS' }],
    },
  ],
  'token-create-documented': [code, { country: 'sg', expiresInSeconds: 10, sellers: [{ country: 'sg' }] }],
  'token-refresh': [
    refresh,
    { country: 'id', expiresInSeconds: 2_592_000, refreshExpiresInSeconds: 14_924_290, sellers: [{ country: 'id' }] },
  ],
  'seller-get-documented': [
    seller,
    { sellerId: '10', name: 'abc shop', isVerified: true, isCrossBorder: false, status: 'ACTIVE' },
  ],
  'seller-warehouse-get': [
    (client) => client.listWarehouses(auth),
    [
      { code: 'dropshipping', isDefault: true, address: '1 Lê Lợi' },
      { code: 'MY10RV7-WH-10002', isDefault: false },
    ],
  ],
  'products-get': [
    (client) => client.listProducts(auth),
    {
      totalItems: 1,
      unreadable: [],
      items: [{ itemId: '2494373306', skus: [{ sellerSku: 'AO-DEN-M', sellable: 20 }] }],
    },
  ],
  'price-quantity-update': [prices, { failures: [] }],
  'error-501-negative-sellable': [
    prices,
    {
      failures: [{ skuId: '9', code: '501', message: expect.stringContaining('negative sellable'), kind: 'rejected' }],
    },
  ],
  'orders-get': [
    orders,
    { countTotal: 1, orders: [{ orderId: '525106346980318', price: 92_000, voucherSeller: 4_600 }] },
  ],
  'order-items-get': [
    (client) => client.getOrderItems(auth, '444084687369495'),
    [{ orderItemId: '444084687469495', sellerSku: 'OTO123', itemPrice: 2_000, isFulfilledByLazada: false }],
  ],
  'fulfill-pack': [
    (client) => client.pack(auth, [], { allocateType: 'TFS' }),
    { items: [{ ok: true, packageId: 'FP094612143977611', trackingNumber: 'LEXDO0069388114' }] },
  ],
  'cancel-validate': [
    (client) => client.validateCancel(auth, '1', ['2']),
    {
      tipType: 'warn',
      reasons: [{ reasonId: '10000019' }, { reasonId: '10000021', name: 'Out of Stock' }, { reasonId: '10000023' }],
    },
  ],
  'reverse-orders': [
    (client) => client.listReverseOrders(auth, { pageNo: 1 }),
    {
      total: 1,
      orders: [{ isReturnToMerchant: true, lines: [{ refundAmount: 10_000, createdAt: new Date(1785000000000) }] }],
    },
  ],
  'reverse-detail': [
    (client) => client.getReverseOrder(auth, '530604924807019'),
    {
      isReturnToMerchant: true,
      lines: [{ refundAmount: 10_000, createdAt: new Date(1785000000000), isDispute: false }],
    },
  ],
  'order-trace': [
    (client) => client.traceOrder(auth, '525106346980318'),
    { packages: [{ packageId: 'FP094612143977611', events: [{ statusCode: '1200', at: new Date(1785000000000) }] }] },
  ],
  'transaction-details': [
    (client) => client.listTransactions(auth, days),
    { transactions: [{ orderId: '525106346980318', amount: -0.62, transactionDate: '17 May 2016' }], unreadable: [] },
  ],
  'payout-status': [
    (client) => client.listPayouts(auth, '2016-05-01'),
    { payouts: [{ payout: 3_962.41, isPaid: true, createdAt: new Date('2016-05-17T17:00:00Z') }], unreadable: [] },
  ],
};

const REFUSALS: Record<string, [Ask, unknown]> = {
  'error-illegal-access-token': [seller, { kind: 'unauthorized', requestId: '0b8fda7c15382754292091841' }],
  'error-api-call-limit': [orders, { kind: 'throttled', retryAfterMs: 1_000, code: 'ApiCallLimit' }],
};

const line = { orderId: '525106346980318', orderItemId: '525106347080318' };
const at = new Date(1785000000000);
const PUSHES: Record<string, unknown> = {
  'push-order': { type: 'order', sellerId: '200012345678', ...line, orderStatus: 'pending', statusUpdatedAt: at },
  'push-order-canceled': { type: 'order', ...line, reverseOrderId: '530604924807019', sentAt: new Date(1785000001000) },
  'push-verify-probe': { type: 'order', sellerId: '9999', orderId: '123456', sentAt: new Date(1603766859530) },
  'push-product-qc': { type: 'product_qc', itemId: '2494373306', status: 'REJECTED' },
  'push-product-edited': { type: 'product', change: 'edited', skus: [{ skuId: '12215141846' }], statusUpdatedAt: at },
  'push-shallow-stock': { type: 'shallow_stock', skuId: '12215141846' },
  'push-token-expiring': { type: 'token_expiring', sellerId: '200012345678', expiresAt: new Date(1785172800000) },
  'push-reverse-order': { type: 'reverse_order', ...line, reverseStatus: 'RTM_INIT' },
  'push-seller-status': { type: 'seller_status', status: 'close' },
  'push-fulfillment': { type: 'fulfillment', packageId: 'FP094612143977611', status: 'READY_TO_SHIP' },
  'push-category-tree': { type: 'other', messageType: 12, sellerId: '' },
};

const answering = (name: string) => {
  const { payload, status } = loadFixture('lazada', name);
  return lazadaAnswering(payload, status).client;
};

describe('what Lazada really sends', () => {
  it.each(Object.entries(MEANINGS))('R8.4 %s', async (name, [ask, meaning]) => {
    expect(await ask(answering(name))).toMatchObject(meaning as object);
  });

  it.each(Object.entries(REFUSALS))('R8.4 %s', async (name, [ask, meaning]) => {
    await expect(ask(answering(name))).rejects.toMatchObject(meaning as object);
  });

  it.each(Object.entries(PUSHES))('%s', (name, meaning) => {
    expect(parsePush(loadFixture('lazada', name).payload)).toMatchObject(meaning as object);
  });

  it('leaves no fixture without a meaning', () => {
    const known = [MEANINGS, REFUSALS, PUSHES].flatMap((table) => Object.keys(table));
    expect(known.toSorted()).toEqual(fixtureNames('lazada'));
  });
});
