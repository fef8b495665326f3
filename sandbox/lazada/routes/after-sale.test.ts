import { beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../testing/desk';
import { SELLER } from '../testing/seed';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});

const advance = (orderId: string, ...steps: ('packed' | 'ready_to_ship' | 'shipped' | 'delivered' | 'returned')[]) => {
  for (const to of steps) desk.control.advanceOrder({ sellerId: SELLER, orderId, to });
};
const deliver = (more: object = {}) => {
  const { orderId } = desk.place(1, { shippingFee: 17_700, shippingFeePlatformDiscount: 20_000, ...more });
  advance(orderId, 'packed', 'ready_to_ship', 'shipped', 'delivered');
  return orderId;
};
const DAY_MS = 86_400_000;

describe('logistics trace', () => {
  const trace = (orderId: string, more: object = {}) =>
    desk.call('/logistic/order/trace', { order_id: orderId, ...more });

  test('only after ready to ship, newest first', () => {
    const { orderId } = desk.place();
    advance(orderId, 'packed');
    expect(trace(orderId)).toMatchObject({
      result: { success: false, error_code: { displayMessage: 'Dropshipping invalid' } },
    });
    advance(orderId, 'ready_to_ship', 'shipped');
    expect(trace(orderId)).toMatchObject({
      code: '0',
      result: {
        success: true,
        module: [
          {
            package_detail_info_list: [
              {
                ofc_package_id: desk.items(orderId)[0]?.packageId,
                logistic_detail_info_list: [
                  { detail_type: 'shipped' },
                  {
                    status_code: '1200',
                    detail_type: 'ready_to',
                    event_time: desk.clock.now(),
                    event_date: '2026-03-02',
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    expect(trace(orderId, { ofcPackageIdList: ['FP1'] })).toMatchObject({ result: { success: false } });
    expect(trace('1')).toMatchObject({ result: { error_code: { displayMessage: 'INPUT_PARAM_VALID' } } });
  });
});

test('an invoice number is kept and shown', () => {
  const { orderId, orderItemIds } = desk.place();
  const set = (id: string) => desk.call('/order/invoice_number/set', { order_item_id: id, invoice_number: 'HD-7' });
  expect([set('1').code, set(orderItemIds[0] ?? '').code]).toEqual(['20', '34']);
  advance(orderId, 'packed');
  expect(set(orderItemIds[0] ?? '')).toMatchObject({ data: { invoice_number: 'HD-7' } });
  expect(desk.call('/order/items/get', { order_id: orderId })).toMatchObject({ data: [{ invoice_number: 'HD-7' }] });
});

describe('finance', () => {
  const details = (more: object = {}) =>
    desk.call('/finance/transaction/details/get', { start_time: '2026-03-01', end_time: '2026-03-31', ...more });
  const rows = (more: object = {}) => details(more).data as unknown as Record<string, string>[];
  const payouts = () =>
    desk.call('/finance/payout/status/get', { created_after: '2026-01-01' }).data as unknown as Record<
      string,
      string
    >[];

  test('a delivered unit brings its price, fees and shipping, as text', () => {
    const orderId = deliver();
    expect(rows().map((row) => [row.fee_name, row.amount])).toEqual(
      expect.arrayContaining([
        ['Item Price Credit', '150000.00'],
        ['Commission', '-6000.00'],
        ['Shipping Fee (Paid By Customer)', '17700.00'],
        ['Shipping Fee Paid by Seller', '-37700.00'],
        ['Shipping Fee Voucher (by Lazada)', '20000.00'],
      ]),
    );
    expect(rows()[0]).toMatchObject({
      order_no: orderId,
      transaction_date: '02 Mar 2026',
      statement: '02 Mar 2026 - 08 Mar 2026',
      paid_status: 'Not paid',
      seller_sku: 'AO-DEN-M',
    });
    expect(rows({ trans_type: '13' })).toHaveLength(1);
    expect(rows({ trade_order_id: '1' })).toHaveLength(0);
    expect(rows({ limit: '2', offset: '1' })).toEqual(rows().slice(1, 3));
  });

  test.each([
    [{ start_time: '2025-01-01' }, '1000012'],
    [{ trans_type: 'all' }, '1000014'],
    [{ end_time: '31/03/2026' }, '17'],
    [{ limit: '501' }, '19'],
  ])('%o is code %s', (change, code) => {
    expect(details(change).code).toBe(code);
  });

  test('a week is paid on the third day after it, but for what is held', () => {
    deliver();
    const held = deliver();
    desk.control.holdPayout({ sellerId: SELLER, orderId: held, held: true });
    expect(payouts()).toEqual([]);
    desk.clock.advance(7 * DAY_MS);
    expect(payouts()).toMatchObject([{ paid: '0', item_revenue: '150000.00', payout: '139500.00 VND' }]);
    desk.clock.advance(3 * DAY_MS);
    expect(payouts()).toMatchObject([{ paid: '1', created_at: '2026-03-02 00:00:00' }]);
    const paid = new Set(rows().map((row) => `${row.order_no === held} ${row.paid_status}`));
    expect([...paid].sort()).toEqual(['false Paid', 'true Not paid']);
  });

  test('a return takes the price back; a charge without a rule is a row like others', () => {
    const orderId = deliver();
    desk.clock.advance(DAY_MS);
    advance(orderId, 'returned');
    desk.control.chargeOrder({ sellerId: SELLER, orderId, feeName: 'Shipping Fee Adjustment', amount: -12_000 });
    expect(
      rows()
        .slice(-3)
        .map((row) => [row.fee_name, row.amount]),
    ).toEqual(
      expect.arrayContaining([
        ['Reversal Item Price', '-150000.00'],
        ['Reversal Commission', '6000.00'],
        ['Shipping Fee Adjustment', '-12000.00'],
      ]),
    );
  });

  test('account transactions, in another envelope', () => {
    deliver();
    const answer = desk.call('/finance/transaction/accountTransactions/query', {
      start_time: '20260301',
      end_time: '20260331',
      page_num: '1',
      page_size: '3',
    });
    expect(answer).toMatchObject({ success: true, error_code: '', code: '0', data: [{}, {}, {}] });
  });
});
