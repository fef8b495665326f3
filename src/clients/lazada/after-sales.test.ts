import { describe, expect, it } from 'vitest';
import { lazadaAnswering, pooledParams, TEST_LAZADA_AUTH as auth } from './test-lazada';

describe('after the sale', () => {
  it('lists reverse orders', async () => {
    const line = {
      reverse_order_line_id: 3,
      trade_order_line_id: 4,
      refund_amount: 10000,
      is_need_refund: 1,
      seller_sku_id: 'A',
    };
    const order = {
      reverse_order_id: 1,
      trade_order_id: 2,
      request_type: 'RETURN',
      is_rtm: true,
      reverse_order_lines: [line],
    };
    const { client, sent } = lazadaAnswering({ code: '0', result: { success: true, total: 1, items: [order] } });
    const page = await client.listReverseOrders(auth, { pageNo: 1, modifiedFrom: new Date(1784900000000) });
    expect(page).toMatchObject({
      total: 1,
      orders: [
        {
          reverseOrderId: '1',
          isReturnToMerchant: true,
          lines: [{ refundAmount: 10_000, isNeedRefund: true, sellerSku: 'A' }],
        },
      ],
    });
    expect(pooledParams(sent[0])).toMatchObject({
      page_no: '1',
      ReverseOrderLineModifiedTimeRangeStart: '1784900000000',
    });
  });

  it('traces an order', async () => {
    const event = { title: 'Đã lấy hàng', status_code: '1200', detail_type: 'ready_to', event_time: 1785000000000 };
    const parcel = { ofc_package_id: 'FP1', tracking_number: 'LEX1', logistic_detail_info_list: [event] };
    const { client } = lazadaAnswering({
      code: '0',
      result: { module: [{ package_detail_info_list: [parcel] }], success: true },
    });
    expect(await client.traceOrder(auth, '1')).toEqual({
      packages: [
        {
          packageId: 'FP1',
          trackingNumber: 'LEX1',
          events: [
            {
              title: 'Đã lấy hàng',
              description: undefined,
              statusCode: '1200',
              detailType: 'ready_to',
              at: new Date(1785000000000),
            },
          ],
        },
      ],
    });
  });

  it('R10.16 lists fees and payouts', async () => {
    const fee = { order_no: '1', orderItem_no: '2', fee_name: 'Commission', amount: '-620.00', VAT_in_amount: '0.00' };
    const fees = await lazadaAnswering({ code: '0', data: [fee, { amount: 'x' }] }).client.listTransactions(auth, {
      startDate: '2026-01-01',
      endDate: '2026-01-31',
    });
    expect(fees.transactions).toMatchObject([{ orderId: '1', feeName: 'Commission', amount: -620 }]);
    expect(fees.unreadable).toHaveLength(1);
    const payout = { statement_number: 'VN1', payout: '396241 VND', paid: '1', opening_balance: '0.00' };
    const { payouts } = await lazadaAnswering({ code: '0', data: [payout] }).client.listPayouts(auth, '2026-01-01');
    expect(payouts).toMatchObject([{ statementNumber: 'VN1', payout: 396_241, isPaid: true }]);
  });

  it('reads the seller and one warehouse that comes alone', async () => {
    const data = {
      seller_id: '10',
      name: 'abc shop',
      verified: 'true',
      cb: 'false',
      status: 'ACTIVE',
      location: 'Hà Nội (Mới)',
    };
    expect(await lazadaAnswering({ code: '0', data }).client.getSeller(auth)).toMatchObject({
      sellerId: '10',
      isVerified: true,
      isCrossBorder: false,
    });
    const module = { code: 'dropshipping', name: 'Kho', defaultAddress: true };
    const { client, sent } = lazadaAnswering({ code: '0', result: { module } });
    expect(await client.listWarehouses(auth)).toMatchObject([{ code: 'dropshipping', isDefault: true }]);
    expect(pooledParams(sent[0]).addressTypes).toBe('["warehouse"]');
  });
});
