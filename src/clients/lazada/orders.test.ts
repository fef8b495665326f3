import { describe, expect, it } from 'vitest';
import { loadFixture } from '@/tests/fixtures/load';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

const fixture = (name: string): unknown => loadFixture('lazada', name).payload;

/** The same answer in the style of the documentation's samples: every number and flag is text (lazada.md §9.7). */
function docStyle(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(docStyle);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, docStyle(inner)]));
}

const query = { sortBy: 'updated_at', sortDirection: 'ASC' } as const;

describe('orders', () => {
  it('R4.1 reads live orders and doc-style ones to the same meaning', async () => {
    const live = await lazadaAnswering(fixture('orders-get')).client.listOrders(auth, query);
    const doc = await lazadaAnswering(docStyle(fixture('orders-get'))).client.listOrders(auth, query);
    expect(doc).toEqual(live);
    expect(live).toMatchObject({ count: 1, countTotal: 1, unreadable: [] });
    expect(live.orders[0]).toMatchObject({
      orderId: '525106346980318',
      statuses: ['pending'],
      itemsCount: 2,
      createdAt: new Date('2026-07-16T05:04:01Z'),
      addressUpdatedAt: undefined,
      price: 92_000,
      voucher: 4_600,
      voucherSeller: 4_600,
      voucherCode: undefined,
      shippingFee: 17_700,
      shippingFeeDiscountPlatform: 20_000,
      paymentMethod: 'COD',
      needCancelConfirm: false,
      addressShipping: {
        phone: '84******59',
        address3: 'Hồ Chí Minh',
        address5: 'Phường Tân Phú',
        lastName: undefined,
      },
    });
  });

  it('R4.1 reads live items and doc-style ones to the same meaning', async () => {
    const live = await lazadaAnswering(fixture('order-items-get')).client.getOrderItems(auth, '1');
    const doc = await lazadaAnswering(docStyle(fixture('order-items-get'))).client.getOrderItems(auth, '1');
    expect(doc).toEqual(live);
    expect(live[0]).toMatchObject({
      orderItemId: '444084687469495',
      orderId: '444084687369495',
      sellerSku: 'OTO123',
      skuId: '12215141846',
      productId: '2494373306',
      status: 'pending',
      itemPrice: 2_000,
      paidPrice: 2_000,
      shippingAmount: 59_800,
      createdAt: new Date('2023-11-29T15:23:20Z'),
      slaTimeStamp: new Date('2023-12-01T16:59:59Z'),
      cancelReturnInitiator: undefined,
      packageId: undefined,
      isFulfilledByLazada: false,
      hasPaymentTimeField: false,
      shipmentProvider: 'LEX VN',
      buyerId: '200000069495',
    });
  });

  it.each([
    ['1697193374592', new Date(1697193374592)],
    ['', undefined],
  ])('tells a payment time of %j from a missing one', async (payment_time, paymentTime) => {
    const item = {
      order_item_id: 1,
      order_id: 2,
      sku: 'A',
      status: 'pending',
      item_price: 1,
      paid_price: 1,
      payment_time,
    };
    const times = { created_at: '2023-11-29 22:23:20', updated_at: '2023-11-29 22:23:20' };
    const { client } = lazadaAnswering({ code: '0', data: [{ ...item, ...times }] });
    expect((await client.getOrderItems(auth, '2'))[0]).toMatchObject({ paymentTime, hasPaymentTimeField: true });
  });

  it('R4.7 asks with rounded bounds in Vietnamese time', async () => {
    const { client, sent } = lazadaAnswering(fixture('orders-get'));
    const updateAfter = new Date('2026-07-24T17:00:00.900Z');
    await client.listOrders(auth, { ...query, updateAfter, updateBefore: updateAfter });
    expect(pooledParams(sent[0])).toMatchObject({
      update_after: '2026-07-25T00:00:00+07:00',
      update_before: '2026-07-25T00:00:01+07:00',
      limit: '100',
      offset: '0',
    });
  });

  it('R8.4 sets an unreadable order aside and keeps the page', async () => {
    const broken = { order_id: 7, created_at: 'soon', updated_at: '', price: 'free', shipping_fee: 0 };
    const { client } = lazadaAnswering({ code: '0', data: { count: 1, countTotal: 1, orders: [broken] } });
    const page = await client.listOrders(auth, query);
    expect(page.orders).toEqual([]);
    expect(page.unreadable).toEqual([{ id: '7', reason: expect.stringContaining('created_at') }]);
  });

  it('R8.4 does not take success without data for an empty page', async () => {
    const { client } = lazadaAnswering({ code: '0', data: {} });
    await expect(client.listOrders(auth, query)).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('reads the items of many orders', async () => {
    const { client, sent } = lazadaAnswering({
      code: '0',
      data: [
        { order_id: 525106346980318, order_number: 1, order_items: [] },
        { order_id: '2', order_items: [] },
      ],
    });
    const read = await client.getItemsOfOrders(auth, ['525106346980318', '2']);
    expect(read.map((one) => one.orderId)).toEqual(['525106346980318', '2']);
    expect(pooledParams(sent[0]).order_ids).toBe('[525106346980318,2]');
  });

  it("takes another shop's order for not found", async () => {
    const { client } = lazadaAnswering({ code: '16', type: 'ISP', message: 'E016: "1" Invalid Order ID' });
    await expect(client.getOrder(auth, '1')).rejects.toMatchObject({ kind: 'not_found', code: '16' });
  });
});
