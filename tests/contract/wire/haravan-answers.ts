import type { HaravanRig } from '../haravan/haravan-stage';
import { HARAVAN, HARAVAN_LOCATION } from '../contract-seed';

type Ask = (rig: HaravanRig) => Promise<unknown> | unknown;

const line = { variantId: HARAVAN.blackId, productId: HARAVAN.productId, quantity: 2, price: 150_000 };
const address = {
  firstName: 'A',
  lastName: 'Nguyễn Văn',
  phone: '0900000001',
  address1: '1 Lê Lợi',
  country: 'Vietnam',
  countryCode: 'VN',
  province: 'Hồ Chí Minh',
  provinceCode: 'HC',
  district: 'Quận 1',
  districtCode: 'HC466',
  ward: 'Phường Tân Định',
  wardCode: '26734',
};

/** A marketplace's order as the channel writes it: a known line and one that nothing is linked to. */
const marketplaceOrder = ({ stage: { client, auth } }: HaravanRig) =>
  client.createOrder(auth, {
    name: '525106346980318',
    lineItems: [
      { ...line, properties: [{ name: 'X-Haravan-SalesChannel-LineId', value: '525106347080318' }] },
      { title: 'Hàng lạ', sku: 'LA-1', quantity: 1, price: 50_000 },
    ],
    email: 'guest@haravan.com',
    source: 'lazada',
    sourceName: 'lazada',
    shippingAddress: address,
    billingAddress: address,
    discountCodes: [{ code: 'LAZADA', amount: 10_000 }],
    shippingLines: [{ code: 'LEX', title: 'LEX VN', price: 15_000 }],
    tags: ['LEX VN'],
    note: 'n',
    noteAttributes: [{ name: 'X-Haravan-SalesChannel-BranchName', value: 'Áo Đẹp' }],
  });

const raw = async ({ url, stage }: HaravanRig, method: string, path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${stage.auth.accessToken}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return answer.json();
};

/** How to bring the sandbox to answer what a fixture of tests/fixtures/haravan recorded; undefined: the client's last answer. */
export const HARAVAN_ANSWERS: Record<string, Ask> = {
  shop: ({ stage: { client, auth } }) => client.getShop(auth),
  locations: ({ stage: { client, auth } }) => client.listLocations(auth),
  products: ({ stage: { client, auth } }) => client.listProducts(auth),
  'inventory-locations': ({ stage: { client, auth } }) =>
    client.readStock(auth, { locationIds: [HARAVAN_LOCATION], variantIds: [HARAVAN.blackId] }),
  'inventory-adjustments': async ({ stage: { client, auth } }) => {
    const lines = [{ productId: HARAVAN.productId, variantId: HARAVAN.blackId, quantity: 3 }];
    await client.setStock(auth, { locationId: HARAVAN_LOCATION, type: 'adjust', reason: 'shrinkage', lines });
    await client.listAdjustments(auth, {});
  },
  customers: async ({ stage: { client, auth } }) => {
    const addresses = [address];
    await client.createCustomer(auth, { firstName: 'A', lastName: 'Nguyễn Văn', phone: '0900000001', addresses });
    await client.searchCustomers(auth, '0900000001');
  },
  'orders-marketplace': async (rig) => {
    await marketplaceOrder(rig);
    await rig.stage.client.listOrders(rig.stage.auth);
  },
  'order-partially-paid': (rig) => {
    const applied_discounts = [{ description: 'Giảm', amount: 30_000 }];
    const discounted = { variant_id: Number(HARAVAN.blackId), quantity: 2, price: 120_000, total_discount: 30_000 };
    const order = {
      line_items: [{ ...discounted, applied_discounts }],
      discount_codes: [{ code: 'GIAM', amount: 10_000, is_coupon_code: false }],
      financial_status: 'paid',
      transactions: [{ kind: 'capture' }],
    };
    return raw(rig, 'POST', '/com/orders.json', { order });
  },
  'order-canceled': async (rig) => {
    const { client, auth } = rig.stage;
    const { id, lineItems } = await marketplaceOrder(rig);
    await client.createTransaction(auth, id, { kind: 'Capture', amount: 355_000 });
    await client.createFulfillment(auth, id, { lineItemIds: lineItems.map((one) => one.id), trackingNumber: 'LEX1' });
    await client.cancelOrder(auth, id, { reason: 'customer', restock: true, amount: 355_000 });
  },
  'order-tags': async ({ stage: { client, auth, order } }) => {
    await client.addOrderTags(auth, (await order()).orderId, ['VIP']);
  },
  fulfillments: async ({ stage: { client, auth, shipped } }) => {
    await client.listFulfillments(auth, (await shipped()).orderId);
  },
  transactions: async ({ stage: { client, auth, order } }) => {
    const { orderId } = await order();
    await client.confirmOrder(auth, orderId);
    await client.createTransaction(auth, orderId, { kind: 'Capture', amount: 100_000 });
    await client.listTransactions(auth, orderId);
  },
  refund: async (rig) => {
    const { client, auth } = rig.stage;
    const { id, lineItems } = await marketplaceOrder(rig);
    await client.createTransaction(auth, id, { kind: 'Capture', amount: 300_000 });
    const lines = lineItems.map((one) => ({ lineItemId: one.id, quantity: 1 }));
    await client.createRefund(auth, id, { restock: false, lines, amount: 150_000, note: 'n' });
  },
  provinces: ({ stage: { client, auth } }) => client.listProvinces(auth),
  districts: ({ stage: { client, auth } }) => client.listDistricts(auth, '50'),
  wards: ({ stage: { client, auth } }) => client.listWards(auth, '476'),
  token: async ({ stage: { client, code } }) => {
    const { code: given, redirectUri } = await code();
    await client.exchangeCode(given, redirectUri);
  },
  'token-refused': ({ stage: { client } }) => client.exchangeCode('made-up', 'http://127.0.0.1:9/'),
  'user-claims': (rig) => raw(rig, 'GET', '/connect/userinfo'),
  'webhook-subscribed': ({ stage: { client, auth } }) => client.subscribeWebhooks(auth),
  'webhook-subscriptions': async ({ stage: { client, auth } }) => {
    await client.subscribeWebhooks(auth);
    await client.listWebhooks(auth);
  },
  throttled: ({ stage: { client, auth }, sandbox }) => {
    sandbox.faults.add({ match: { path: '/com/orders' }, kind: 'throttle', count: 1 });
    return client.listOrders(auth);
  },
  'error-missing': ({ stage: { client, auth }, sandbox }) => {
    sandbox.control.setModes({ missingIs: 422 });
    return client.getOrder(auth, '1');
  },
  'error-too-many-variants': (rig) => {
    const ids = Array.from({ length: 51 }, (_, index) => index + 1).join(',');
    return raw(rig, 'GET', `/com/inventory_locations.json?location_ids=${HARAVAN_LOCATION}&variant_ids=${ids}`);
  },
  'error-text': (rig) => raw(rig, 'POST', '/com/metafields.json', { metafield: { namespace: 'n', value: 'v' } }),
  'error-map': async (rig) => {
    const { customerId } = await rig.stage.customer();
    await rig.stage.client.addCustomerAddress(rig.stage.auth, customerId, address);
    const { customer } = await raw(rig, 'GET', `/com/customers/${customerId}.json`);
    return raw(rig, 'DELETE', `/com/customers/${customerId}/addresses/${customer.default_address.id}.json`);
  },
};
