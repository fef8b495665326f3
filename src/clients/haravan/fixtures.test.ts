import { describe, expect, it } from 'vitest';
import { fixtureNames, loadFixture } from '@/tests/fixtures/load';
import type { HaravanClient } from './haravan-client';
import { haravanAnswering, TEST_HARAVAN_AUTH as auth } from './test-haravan';
import { readWebhookHeaders } from './webhook-headers';

type Ask = (client: HaravanClient) => Promise<unknown>;

const order = (client: HaravanClient) => client.getOrder(auth, '1');
const stock = (client: HaravanClient) => client.readStock(auth, { locationIds: ['1'], variantIds: ['2'] });
const customer = (client: HaravanClient) => client.updateCustomer(auth, '1', { firstName: '' });

/** How each answer is asked for, and what it means. */
const MEANINGS: Record<string, [Ask, unknown]> = {
  token: [(client) => client.exchangeCode('c', 'r'), { expiresInSeconds: 86_400, refreshToken: '…' }],
  shop: [(client) => client.getShop(auth), { id: '200000244883', shop: 'shop-2', phone: undefined }],
  locations: [
    (client) => client.listLocations(auth),
    [{ isPrimary: true }, { type: 'ontheroad' }, { isUnavailableQuantity: true }],
  ],
  products: [
    (client) => client.listProducts(auth),
    {
      unreadable: [],
      products: [
        {
          tags: ['VIP', 'a', 'b'],
          publishedAt: undefined,
          variants: [
            { barcode: 'AO-DO-M', price: 150_000, compareAtPrice: undefined, tracksInventory: true },
            { barcode: undefined, sku: undefined, tracksInventory: false, allowsBackorder: true },
          ],
        },
      ],
    },
  ],
  'inventory-locations': [
    stock,
    [
      { locationId: '1000001', onHand: 47, committed: 24, available: 23 },
      { onHand: -3, available: -15 },
    ],
  ],
  'inventory-adjustments': [
    (client) => client.listAdjustments(auth, {}),
    [{ number: 'IA100017', type: 'set', tags: [], lines: [{ variantId: '1074000001', quantity: 5 }] }],
  ],
  customers: [
    (client) => client.searchCustomers(auth, '0900000000'),
    [{ firstName: 'A', lastName: 'Nguyễn Văn', tags: [], addresses: [{ provinceCode: 'HC', countryCode: 'vn' }] }],
  ],
  'orders-marketplace': [
    (client) => client.listOrders(auth),
    {
      unreadable: [],
      orders: [
        {
          name: '525106346980318',
          sourceName: 'lazada',
          totalPrice: 113_100,
          gatewayCode: 'COD',
          noteAttributes: [{}, { name: 'X-Haravan-SalesChannel-BranchId', value: '200012345678' }],
          lineItems: [{ variantId: '1074000001' }, { variantId: undefined, sku: 'QUAN-32', properties: [] }],
        },
      ],
    },
  ],
  'order-partially-paid': [
    (client) => client.createOrder(auth, { lineItems: [] }),
    { financialStatus: 'partially_paid', isConfirmed: true, lineItems: [{ quantity: 2, totalDiscount: 15_000 }] },
  ],
  'order-canceled': [
    order,
    {
      isCanceled: true,
      cancelReason: 'customer',
      fulfillmentStatus: 'fulfilled',
      lineItems: [{ fulfillmentStatus: 'restock' }],
      fulfillments: [{ carrierStatusCode: 'cancel' }],
      refunds: [{ restock: false, transactions: [{ amount: -92_000 }] }],
    },
  ],
  'order-tags': [(client) => client.addOrderTags(auth, '1', ['a1', 'a2']), ['VIP', 'a1', 'a2']],
  fulfillments: [
    (client) => client.listFulfillments(auth, '1'),
    [
      {
        carrierStatusCode: 'readytopick',
        codStatusCode: 'codpending',
        codAmount: 105_100,
        lineItems: [{ quantity: 1 }],
      },
    ],
  ],
  transactions: [
    (client) => client.listTransactions(auth, '1'),
    [{ kind: 'pending' }, { kind: 'capture', parentId: '1400000001', amount: 105_100 }],
  ],
  refund: [
    (client) => client.createRefund(auth, '1', { restock: false, lines: [] }),
    { note: 'Khách hủy', lines: [{ lineItemId: '1500000001', quantity: 1 }], transactions: [{ amount: -92_000 }] },
  ],
  provinces: [(client) => client.listProvinces(auth), [{ code: 'HI' }, { code: 'QM' }, { id: '50', code: 'HC' }]],
  districts: [(client) => client.listDistricts(auth, '50'), [{ code: 'HC466', name: 'Quận 1' }, {}, { id: '481' }]],
  wards: [(client) => client.listWards(auth, '476'), [{ id: '27208', code: '27208', name: 'Phường 15' }]],
  'webhook-subscribed': [(client) => client.subscribeWebhooks(auth), undefined],
  'webhook-subscriptions': [
    (client) => client.listWebhooks(auth),
    [{ event: 'orders/create' }, { event: 'app/uninstalled' }],
  ],
};

const REFUSALS: Record<string, [Ask, unknown]> = {
  'token-refused': [(client) => client.exchangeCode('c', 'r'), { kind: 'unauthorized', code: 'invalid_grant' }],
  'error-map': [customer, { kind: 'rejected', platformMessage: "name: can't be blank" }],
  'error-text': [customer, { kind: 'rejected', platformMessage: "Key can't be blank" }],
  'error-missing': [order, { kind: 'not_found', platformMessage: 'Dữ liệu không tồn tại!' }],
  'error-too-many-variants': [stock, { kind: 'rejected', platformMessage: 'Tối đa chỉ được 50 biến thể' }],
  throttled: [(client) => client.listOrders(auth), { kind: 'throttled', retryAfterMs: 2_000 }],
};

/** Webhooks are read by their headers, the body only says "look again"; claims from a signed token, in id-token.test.ts. */
const ELSEWHERE = ['user-claims', 'webhook-inventory', 'webhook-uninstalled'];

function answering(name: string): HaravanClient {
  const { payload, status, headers = {} } = loadFixture('haravan', name);
  const lower = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
  return haravanAnswering(() => ({ status, headers: lower, body: payload })).client;
}

describe('what Haravan really sends', () => {
  it.each(Object.entries(MEANINGS))('R8.4 %s', async (name, [ask, meaning]) => {
    const read = await ask(answering(name));
    if (meaning === undefined) expect(read).toBeUndefined();
    else expect(read).toMatchObject(meaning as object);
  });

  it.each(Object.entries(REFUSALS))('R8.4 %s', async (name, [ask, meaning]) => {
    await expect(ask(answering(name))).rejects.toMatchObject(meaning as object);
  });

  it.each([
    ['webhook-inventory', 'inventorylocationbalances/update'],
    ['webhook-uninstalled', 'app/uninstalled'],
  ])('%s names its topic and shop', (name, topic) => {
    const headers = new Headers(loadFixture('haravan', name).headers);
    expect(readWebhookHeaders((header) => headers.get(header))).toMatchObject({ topic, orgId: '200000244883' });
  });

  it('leaves no fixture without a meaning', () => {
    const known = [...Object.keys(MEANINGS), ...Object.keys(REFUSALS), ...ELSEWHERE];
    expect(known.toSorted()).toEqual(fixtureNames('haravan'));
  });
});
