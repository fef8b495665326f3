import { describe, expect, it } from 'vitest';
import { haravanAnswering, haravanSaying, sentJson, TEST_HARAVAN_AUTH as auth } from './test-haravan';

const fulfillment = {
  id: 21,
  order_id: 12,
  status: 'success',
  carrier_status_code: 'readytopick',
  cod_amount: '105100.0',
  line_items: [],
};

describe('fulfillments', () => {
  it('R4.2 creates one for some lines', async () => {
    const { client, sent } = haravanSaying({ fulfillment }, 201);
    const made = await client.createFulfillment(auth, '12', {
      lineItemIds: ['11'],
      trackingNumber: 'LEX1',
      locationId: '5',
    });
    expect(made).toMatchObject({ id: '21', orderId: '12', carrierStatusCode: 'readytopick', codAmount: 105_100 });
    expect(sentJson(sent[0])).toEqual({
      fulfillment: { tracking_number: 'LEX1', location_id: 5, notify_customer: false, line_items: [{ id: 11 }] },
    });
  });

  it('updates the tracking number', async () => {
    const { client, sent } = haravanSaying({ fulfillment });
    await client.updateFulfillment(auth, '12', '21', { trackingNumber: 'LEX2' });
    expect(sent[0]).toMatchObject({
      method: 'PUT',
      url: 'https://apis.haravan.com/com/orders/12/fulfillments/21.json',
    });
    expect(sentJson(sent[0])).toEqual({ fulfillment: { id: 21, tracking_number: 'LEX2' } });
  });

  it('R8.4 asks again when the list comes empty-bodied, then calls it malformed', async () => {
    const passing = haravanAnswering((_message, index) => ({
      body: index === 0 ? '' : { fulfillments: [fulfillment] },
    }));
    expect(await passing.client.listFulfillments(auth, '12')).toHaveLength(1);
    const lasting = haravanSaying('');
    await expect(lasting.client.listFulfillments(auth, '12')).rejects.toMatchObject({ kind: 'malformed' });
    expect(lasting.sent).toHaveLength(3);
  });
});

describe('transactions and refunds', () => {
  it('captures with an explicit amount, once', async () => {
    const { client, sent } = haravanSaying(
      { transaction: { id: 1, kind: 'Capture', amount: 105100.0, parent_id: 2 } },
      201,
    );
    expect(await client.createTransaction(auth, '12', { amount: 105_100, kind: 'Capture' })).toMatchObject({
      id: '1',
      kind: 'capture',
      parentId: '2',
    });
    expect(sentJson(sent[0])).toEqual({ transaction: { amount: 105_100, kind: 'Capture' } });
    const lost = haravanSaying('<html>', 504);
    const again = lost.client.createTransaction(auth, '12', { amount: 1, kind: 'Capture' });
    await expect(again).rejects.toMatchObject({ kind: 'ambiguous' });
    expect(lost.sent).toHaveLength(1);
  });

  it('lists transactions', async () => {
    const { client } = haravanSaying({ transactions: [{ kind: 'Pending', amount: 1 }] });
    expect(await client.listTransactions(auth, '12')).toMatchObject([{ kind: 'pending', amount: 1 }]);
  });

  it('R4.2 refunds part of an order, with or without money', async () => {
    const { client, sent } = haravanSaying({ refund: { id: 31, restock: false, transactions: [] } }, 201);
    const lines = [{ lineItemId: '11', quantity: 1 }];
    expect(await client.createRefund(auth, '12', { restock: true, lines, amount: 46_000 })).toMatchObject({ id: '31' });
    await client.createRefund(auth, '12', { restock: false, lines: [], note: 'x' });
    expect(sent.map(sentJson)).toEqual([
      {
        refund: {
          restock: true,
          notify: false,
          refund_line_items: [{ line_item_id: 11, quantity: 1 }],
          transactions: [{ amount: 46_000, kind: 'refund' }],
        },
      },
      { refund: { restock: false, notify: false, note: 'x', refund_line_items: [], transactions: [] } },
    ]);
  });

  it('lists refunds', async () => {
    const { client } = haravanSaying({ refunds: [{ id: 31, restock: 'true' }] });
    expect(await client.listRefunds(auth, '12')).toMatchObject([{ id: '31', restock: true, lines: [] }]);
  });
});

describe('customers', () => {
  it('R4.3 finds by phone and creates', async () => {
    const customer = {
      id: 7,
      first_name: 'A',
      last_name: 'Nguyễn Văn',
      phone: '0909',
      tags: null,
      addresses: [{ ward: '' }],
    };
    const found = haravanSaying({ customers: [customer] });
    expect(await found.client.searchCustomers(auth, '0909 1')).toMatchObject([
      { id: '7', lastName: 'Nguyễn Văn', tags: [] },
    ]);
    expect(found.sent[0]?.url).toContain('/customers/search.json?query=0909%201');
    const made = haravanSaying({ customer }, 201);
    await made.client.createCustomer(auth, { firstName: 'A', phone: '0909', addresses: [{ address1: '1 Lê Lợi' }] });
    expect(sentJson(made.sent[0])).toMatchObject({
      customer: { first_name: 'A', phone: '0909', addresses: [{ address1: '1 Lê Lợi' }], send_email_welcome: false },
    });
  });
});
