import { describe, expect, test } from 'vitest';
import { expectedOrder, isExpected } from '../oracle/expected-order';
import { orderDifferences } from '../oracle/order-differences';
import type { HaravanOrder } from '../oracle/raw-haravan';
import { HANOI, HCM, order, org, seller, variant } from './oracle-scene';

const haravan = org({ 1: [variant(1, 'A'), variant(2, 'B')], 2: [variant(3, 'D')], 3: [variant(4, 'D')] });

describe('R4.1 the order that the oracle expects', () => {
  test('one line per unit; a code that nobody or several bear stays a custom line', () => {
    const { lines } = expectedOrder(
      order([
        ['A', 'pending'],
        ['A', 'pending'],
        ['D', 'pending'],
        ['?', 'pending'],
      ]),
      haravan,
      null,
    );
    expect(lines.map(({ variantId }) => variantId)).toEqual([1, 1, null, null]);
  });

  test('money is items less vouchers plus shipping, the warehouse the default one', () => {
    const money = { voucherSeller: 5_001, voucherPlatform: 2_000, shippingFee: 15_500 };
    const found = expectedOrder(
      order(
        [
          ['A', 'pending'],
          ['B', 'pending'],
        ],
        money,
      ),
      haravan,
      null,
    );
    expect([found.total, found.locationId]).toEqual([208_499, HCM]);
    expect(expectedOrder(order([['A', 'pending']]), haravan, HANOI).locationId).toBe(HANOI);
  });

  test.each([
    [[['A', 'unpaid']], 'MOMO_WALLET', null, false],
    [[['A', 'canceled']], 'MOMO_WALLET', null, false],
    [[['A', 'canceled']], 'MOMO_WALLET', 1, true],
    [[['A', 'canceled']], 'COD', null, true],
    [[['A', 'pending']], 'MOMO_WALLET', 1, true],
  ] as const)('%j by %s paid at %s: %s', (units, paymentMethod, paidAt, expected) => {
    expect(
      isExpected(
        order(
          units.map(([code, status]) => [code, status]),
          { paymentMethod, paidAt },
        ),
      ),
    ).toBe(expected);
  });
});

describe('R4.2 deliveries and payment', () => {
  test.each([
    ['pending', []],
    ['packed', []],
    ['ready_to_ship', ['readytopick']],
    ['shipped', ['delivering']],
    ['delivered', ['delivered']],
    ['failed_delivery', ['cancel']],
    ['shipped_back', ['waitingforreturn']],
    ['returned', ['return']],
    ['canceled', []],
  ])('%s', (status, deliveries) => {
    expect(expectedOrder(order([['A', status, 'P1']]), haravan, null).deliveries).toEqual(deliveries);
  });

  test('each parcel by its least advanced item', () => {
    const parcels = order([
      ['A', 'shipped', 'P1'],
      ['B', 'ready_to_ship', 'P1'],
      ['A', 'delivered', 'P2'],
    ]);
    expect(expectedOrder(parcels, haravan, null).deliveries).toEqual(['readytopick', 'delivered']);
  });

  test.each([
    [['pending'], null, 'pending'],
    [['canceled'], null, 'voided'],
    [['delivered'], 1, 'paid'],
    [['canceled', 'pending'], 1, 'partially_refunded'],
    [['returned'], 1, 'refunded'],
    [['returned'], null, 'pending'],
  ])('%j, paid %s, is %s', (statuses, paidAt, payment) => {
    const units = statuses.map((status): [string, string] => ['A', status]);
    expect(expectedOrder(order(units, { paidAt }), haravan, null).payment).toBe(payment);
  });
});

describe('R4.1, R4.3, R4.4 differences', () => {
  const sold = order([['A', 'shipped', 'P1']], { shippingFee: 20_000 });
  const brought: HaravanOrder = {
    id: 1,
    name: sold.orderId,
    source_name: 'lazada',
    location_id: HCM,
    total_price: 120_000,
    financial_status: 'pending',
    fulfillment_status: 'fulfilled',
    cancelled_at: null,
    customer: { first_name: 'Minh', last_name: 'Nguyễn Văn', phone: '0912345659' },
    shipping_address: { address1: '12 Nguyễn Thị Thập', district: 'Quận 7', province: 'Hồ Chí Minh', ward: null },
    line_items: [{ id: 5, variant_id: 1, sku: 'A', quantity: 1, price: 100_000, properties: [] }],
    fulfillments: [{ id: 7, status: 'success', carrier_status_code: 'delivering', line_items: [{ id: 5 }] }],
  };
  const judge = (...orders: HaravanOrder[]) => orderDifferences({ ...haravan, orders }, seller([], [sold]), null);

  test('none', () => expect(judge(brought)).toEqual([]));
  test('missing', () => expect(judge()).toEqual([`${sold.orderId}: missing in Haravan`]));
  test('twice', () => expect(judge(brought, brought)).toEqual([`${sold.orderId}: 2 times in Haravan`]));

  test.each([
    [{ total_price: 120_001 }, 'total 120001, not 120000'],
    [{ source_name: 'web' }, 'sales channel web'],
    [{ location_id: HANOI }, `locationId ${HANOI}, not ${HCM}`],
    [{ shipping_address: { ...brought.shipping_address, ward: 'Phường Tân Phú' } }, 'ward Phường Tân Phú'],
    [
      { customer: { ...brought.customer, phone: '84912345659' } as HaravanOrder['customer'] },
      "buyer's phone 84912345659, not 0912345659",
    ],
    [{ financial_status: 'paid' }, 'payment paid, not pending'],
  ])('%o', (change, said) => {
    expect(judge({ ...brought, ...change })).toEqual([`${sold.orderId}: ${said}`]);
  });

  test('lines and deliveries', () => {
    const wrong = {
      ...brought,
      fulfillments: [],
      line_items: brought.line_items.map((line) => ({ ...line, variant_id: null })),
    };
    expect(judge(wrong)).toEqual([
      `${sold.orderId}: line too many: custom at 100000`,
      `${sold.orderId}: line missing: 1 at 100000`,
      `${sold.orderId}: delivery missing: delivering`,
    ]);
  });
});
