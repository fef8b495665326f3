import { describe, expect, test } from 'vitest';
import { fulfillmentId, lazadaOrderId, orderItemId, packageId } from '../ids';
import { dong } from '../money';
import { readItemStatus } from './item-status';
import type { OrderItem } from './order-item';
import type { HaravanOrderState, PlanFacts } from './plan-facts';
import { planHaravanSteps } from './plan-fulfillment';

type Row = { status: string; parcel?: string } & Partial<Pick<OrderItem, 'everShipped' | 'cancelCause'>>;

function item(at: number, { status, parcel, ...more }: Row): OrderItem {
  return {
    orderItemId: orderItemId(`${at + 1}`),
    status: readItemStatus(status),
    packageId: parcel === undefined ? null : packageId(parcel),
    trackingNumber: parcel === undefined ? null : `T${parcel}`,
    carrier: parcel === undefined ? null : 'LEX VN',
    everShipped: false,
    cancelCause: status === 'canceled' ? 'buyer' : null,
    ...more,
  };
}

type Haravan = Partial<Omit<HaravanOrderState, 'captured' | 'refunded'>> & { captured?: number; refunded?: number };

/** Each item is worth 100 đồng; a COD order unless said otherwise. */
function plan(rows: Row[], haravan: Haravan = {}, more: Partial<PlanFacts> = {}) {
  const { captured = 0, refunded = 0, ...state } = haravan;
  const items = rows.map((row, at) => item(at, row));
  return planHaravanSteps({
    orderId: lazadaOrderId('100'),
    items,
    shares: new Map(items.map((each) => [each.orderItemId, dong(100)])),
    payment: 'cod',
    haravan: {
      canceled: false,
      voided: false,
      fulfillments: [],
      refundedItemIds: [],
      ...state,
      captured: dong(captured),
      refunded: dong(refunded),
    },
    orderProcessing: 'lazada',
    restock: { onCancel: true, returns: false },
    force: 'none',
    ...more,
  });
}

function fulfillment(
  id: string,
  carrierState: HaravanOrderState['fulfillments'][number]['carrierState'],
  ...items: string[]
) {
  return { fulfillmentId: fulfillmentId(id), carrierState, itemIds: items.map(orderItemId) };
}

function created(parcel: string, itemIds: string[], carrierState: string | null) {
  const kind = 'create_fulfillment';
  return { kind, packageId: parcel, itemIds, trackingNumber: `T${parcel}`, carrier: 'LEX VN', carrierState };
}

describe('R4.2 delivery', () => {
  test.each([
    ['pending', []],
    ['packed', []],
    ['ready_to_ship', [created('P', ['1'], null)]],
    ['shipped', [created('P', ['1'], 'delivering')]],
    ['failed_delivery', [created('P', ['1'], 'cancel')]],
    ['shipped_back', [created('P', ['1'], 'waitingforreturn')]],
    ['returned', [created('P', ['1'], 'return')]],
    ['shipped_back_failed', [created('P', ['1'], 'waitingforreturn')]],
    ['rtm_init', [created('P', ['1'], 'delivered'), { kind: 'capture', amount: 100 }]],
    ['never_heard_of', []],
  ])('first seen as %s', (status, steps) => {
    expect(plan([{ status, parcel: 'P' }]).steps).toEqual(steps);
  });

  test('split packages get a fulfillment each', () => {
    const rows = [
      { status: 'shipped', parcel: 'P1' },
      { status: 'ready_to_ship', parcel: 'P2' },
      { status: 'pending' },
    ];
    expect(plan(rows).steps).toEqual([created('P1', ['1'], 'delivering'), created('P2', ['2'], null)]);
  });

  test('a fulfillment moves on by what it carries, also one made by hand for two packages', () => {
    const rows = [
      { status: 'delivered', parcel: 'P1' },
      { status: 'shipped', parcel: 'P2' },
    ];
    const fulfillments = [fulfillment('F', 'readytopick', '1', '2')];
    expect(plan(rows, { fulfillments, captured: 100 }).steps).toEqual([
      { kind: 'set_carrier_status', fulfillmentId: 'F', state: 'delivering' },
    ]);
  });

  test('a fulfillment that was canceled by hand and made anew is left alone', () => {
    const fulfillments = [fulfillment('F1', 'cancel', '1'), fulfillment('F2', 'readytopick', '1')];
    expect(plan([{ status: 'shipped', parcel: 'P' }], { fulfillments }).steps).toEqual([
      { kind: 'set_carrier_status', fulfillmentId: 'F2', state: 'delivering' },
    ]);
    const delivered = plan([{ status: 'delivered', parcel: 'P' }], { fulfillments, captured: 100 });
    expect(delivered.steps).toEqual([{ kind: 'set_carrier_status', fulfillmentId: 'F2', state: 'delivered' }]);
  });

  test('what was refunded is not sent any more', () => {
    const refundedItemIds = [orderItemId('1')];
    expect(plan([{ status: 'returned', parcel: 'P' }], { refundedItemIds }).steps).toEqual([]);
  });

  test('late news changes nothing', () => {
    const fulfillments = [fulfillment('F', 'delivered', '1')];
    expect(plan([{ status: 'shipped', parcel: 'P' }], { fulfillments, captured: 100 }).steps).toEqual([]);
  });

  test('the rest of a package that is partly fulfilled is fulfilled too', () => {
    const rows = [
      { status: 'ready_to_ship', parcel: 'P' },
      { status: 'ready_to_ship', parcel: 'P' },
    ];
    expect(plan(rows, { fulfillments: [fulfillment('F', 'readytopick', '1')] }).steps).toEqual([
      created('P', ['2'], null),
    ]);
  });

  test('digital goods are delivered without a package', () => {
    const step = { ...created('P', ['1'], 'delivered'), packageId: null, trackingNumber: null, carrier: null };
    expect(plan([{ status: 'delivered' }, { status: 'pending' }]).steps).toEqual([
      step,
      { kind: 'capture', amount: 100 },
    ]);
  });
});

describe('R4.2 payment', () => {
  test('prepaid is captured in full, with an explicit amount, whatever the delivery', () => {
    const rows = [{ status: 'pending' }, { status: 'pending' }];
    expect(plan(rows, {}, { payment: 'prepaid' }).steps).toEqual([{ kind: 'capture', amount: 200 }]);
    expect(plan(rows, { captured: 150 }, { payment: 'prepaid' }).steps).toEqual([{ kind: 'capture', amount: 50 }]);
    expect(plan(rows, { captured: 200 }, { payment: 'prepaid' }).steps).toEqual([]);
  });

  test('cash on delivery is captured as parcels are delivered', () => {
    const rows = [
      { status: 'delivered', parcel: 'P1' },
      { status: 'shipped', parcel: 'P2' },
    ];
    const fulfillments = [fulfillment('F1', 'delivered', '1'), fulfillment('F2', 'delivering', '2')];
    expect(plan(rows, { fulfillments }).steps).toEqual([{ kind: 'capture', amount: 100 }]);
    expect(plan(rows, { fulfillments, captured: 100 }).steps).toEqual([]);
  });

  test('what the merchant gave back by hand is not captured again', () => {
    const fulfillments = [fulfillment('F', 'delivered', '1')];
    const haravan = { fulfillments, captured: 100, refunded: 20 };
    expect(plan([{ status: 'delivered', parcel: 'P' }], haravan).steps).toEqual([]);
  });

  test('a delivered line that the merchant refunded by hand is neither captured again nor kept back', () => {
    const rows = [
      { status: 'delivered', parcel: 'P' },
      { status: 'returned', parcel: 'P' },
    ];
    const fulfillments = [fulfillment('F', 'delivered', '1', '2')];
    const byHand = { fulfillments, captured: 200, refunded: 100, refundedItemIds: [orderItemId('1')] };
    expect(plan(rows, byHand).steps).toEqual([{ kind: 'refund_lines', itemIds: ['2'], restock: 'no', amount: 100 }]);
    const unpaid = { fulfillments, refundedItemIds: byHand.refundedItemIds };
    expect(plan([{ status: 'delivered', parcel: 'P' }], unpaid).steps).toEqual([]);
  });

  test('returned: refunded without restock, whole or in part', () => {
    const rows = [
      { status: 'delivered', parcel: 'P' },
      { status: 'returned', parcel: 'P' },
    ];
    const fulfillments = [fulfillment('F', 'delivered', '1', '2')];
    const refund = { kind: 'refund_lines', itemIds: ['2'], restock: 'no', amount: 100 };
    expect(plan(rows, { fulfillments, captured: 200 }).steps).toEqual([refund]);
    expect(plan(rows, { fulfillments, captured: 200 }, { payment: 'prepaid' }).steps).toEqual([refund]);
  });

  test('R10.13 returned, where returns go back unseen: with restock, also where no money was taken', () => {
    const returns = { restock: { onCancel: true, returns: true } };
    const fulfillments = [fulfillment('F', 'return', '1')];
    const refund = { kind: 'refund_lines', itemIds: ['1'], restock: 'no' };
    const rows = [{ status: 'returned', parcel: 'P' }];
    const loose = [fulfillment('F', 'readytopick', '1')];
    expect(plan(rows, { fulfillments: loose, captured: 100 }, returns).steps.at(-1)).toMatchObject({ amount: 100 });
    expect(plan(rows, { fulfillments }, returns).steps).toEqual([
      { ...refund, restock: 'unless_restocked', amount: 0 },
    ]);
    expect(plan(rows, { fulfillments, refundedItemIds: [orderItemId('1')] }, returns).steps).toEqual([]);
  });

  test('returned, cash never taken: there is nothing to give back', () => {
    const fulfillments = [fulfillment('F', 'return', '1')];
    expect(plan([{ status: 'returned', parcel: 'P' }], { fulfillments }).steps).toEqual([]);
  });
});

describe('R4.2 cancellation', () => {
  const refund = { kind: 'refund_lines', itemIds: ['2'] };

  test('a part that never shipped is refunded with restock', () => {
    const rows = [{ status: 'pending' }, { status: 'canceled' }];
    expect(plan(rows).steps).toEqual([{ ...refund, restock: 'yes', amount: 0 }]);
    expect(plan(rows, { captured: 200 }, { payment: 'prepaid' }).steps).toEqual([
      { ...refund, restock: 'yes', amount: 100 },
    ]);
    expect(plan(rows, { refundedItemIds: [orderItemId('2')] }).steps).toEqual([]);
  });

  test.each([
    ['out of stock', { cancelCause: 'out_of_stock' }],
    ['shipped before', { everShipped: true }],
    ['delivery failed', { cancelCause: 'failed_delivery' }],
  ] as const)('a part is not restocked: %s', (_case, more) => {
    const rows = [{ status: 'pending' }, { status: 'canceled', ...more }];
    expect(plan(rows).steps).toEqual([{ ...refund, restock: 'no', amount: 0 }]);
  });

  test('a package canceled before pick-up: its fulfillment first, then the lines, unless that restocked them', () => {
    const rows = [
      { status: 'ready_to_ship', parcel: 'P1' },
      { status: 'canceled', parcel: 'P2' },
    ];
    const fulfillments = [fulfillment('F1', 'readytopick', '1'), fulfillment('F2', 'readytopick', '2')];
    expect(plan(rows, { fulfillments }).steps).toEqual([
      { kind: 'set_carrier_status', fulfillmentId: 'F2', state: 'cancel' },
      { ...refund, restock: 'unless_restocked', amount: 0 },
    ]);
  });

  test('goods on the road according to Haravan are not restocked', () => {
    const rows = [
      { status: 'shipped', parcel: 'P1' },
      { status: 'canceled', parcel: 'P2' },
    ];
    const fulfillments = [fulfillment('F1', 'delivering', '1'), fulfillment('F2', 'delivering', '2')];
    expect(plan(rows, { fulfillments }).steps.at(-1)).toEqual({ ...refund, restock: 'no', amount: 0 });
  });

  test('R10.13 where the shop restocks by hand nothing goes back by itself', () => {
    const byHand = { restock: { onCancel: false, returns: false } };
    const part = [{ status: 'pending' }, { status: 'canceled' }];
    expect(plan(part, {}, byHand).steps).toEqual([{ ...refund, restock: 'no', amount: 0 }]);
    expect(plan([{ status: 'canceled' }], {}, byHand).steps[0]).toMatchObject({ kind: 'cancel_order', restock: false });
  });

  test('the whole order, unpaid: canceled, restocked, voided', () => {
    expect(plan([{ status: 'canceled' }, { status: 'canceled' }]).steps).toEqual([
      { kind: 'cancel_order', restock: true, reason: 'customer', refundAmount: 0 },
      { kind: 'void_payment' },
    ]);
  });

  test('the whole order, paid: captured if need be, canceled, refunded', () => {
    const cancel = { kind: 'cancel_order', restock: true, reason: 'customer', refundAmount: 100 };
    expect(plan([{ status: 'canceled' }], {}, { payment: 'prepaid' }).steps).toEqual([
      { kind: 'capture', amount: 100 },
      cancel,
    ]);
    expect(plan([{ status: 'canceled' }], { captured: 100 }, { payment: 'prepaid' }).steps).toEqual([cancel]);
  });

  test('the whole order, out of stock: not restocked, reason inventory', () => {
    expect(plan([{ status: 'canceled', cancelCause: 'out_of_stock' }]).steps[0]).toEqual({
      kind: 'cancel_order',
      restock: false,
      reason: 'inventory',
      refundAmount: 0,
    });
  });

  test('the whole order, restock differing by line: those lines first', () => {
    const rows: Row[] = [{ status: 'canceled' }, { status: 'canceled', cancelCause: 'out_of_stock' }];
    expect(plan(rows, { captured: 200 }, { payment: 'prepaid' }).steps).toEqual([
      { kind: 'refund_lines', itemIds: ['1'], restock: 'yes', amount: 100 },
      { kind: 'cancel_order', restock: false, reason: 'customer', refundAmount: 100 },
    ]);
  });

  test('R8.2 what is canceled on both sides is left alone, but for a void that is missing', () => {
    expect(plan([{ status: 'canceled' }], { canceled: true, voided: true }).steps).toEqual([]);
    expect(plan([{ status: 'canceled' }], { canceled: true }).steps).toEqual([{ kind: 'void_payment' }]);
  });
});

describe('R4.5 processing at Haravan: statuses do not flow', () => {
  const atHaravan = { orderProcessing: 'haravan' } as const;

  test.each([['ready_to_ship'], ['shipped'], ['delivered'], ['returned'], ['canceled']])(
    '%s changes nothing',
    (status) => {
      expect(plan([{ status, parcel: 'P' }], { captured: 100 }, atHaravan).steps).toEqual([]);
    },
  );

  test('but what was paid before the order came in is captured', () => {
    const paid = { ...atHaravan, payment: 'prepaid' } as const;
    expect(plan([{ status: 'delivered', parcel: 'P' }], {}, paid).steps).toEqual([{ kind: 'capture', amount: 100 }]);
  });

  test('R4.6 Sẵn sàng giao hàng makes it Chờ giao hàng all the same', () => {
    const pressed = { ...atHaravan, force: 'ready_to_ship' } as const;
    expect(plan([{ status: 'ready_to_ship', parcel: 'P' }], {}, pressed).steps).toEqual([created('P', ['1'], null)]);
  });

  test('R4.6 Hủy đơn hàng cancels it all the same', () => {
    const pressed = { ...atHaravan, force: 'cancel' } as const;
    expect(plan([{ status: 'canceled' }], {}, pressed).steps).toEqual([
      { kind: 'cancel_order', restock: true, reason: 'customer', refundAmount: 0 },
      { kind: 'void_payment' },
    ]);
    expect(plan([{ status: 'pending' }, { status: 'canceled' }], {}, pressed).steps).toEqual([
      { kind: 'refund_lines', itemIds: ['2'], restock: 'yes', amount: 0 },
    ]);
  });

  test('a cancellation that nobody followed is an issue until it is', () => {
    const issue = {
      code: 'cancellation_while_processing_at_haravan',
      facts: { orderId: '100', orderItemIds: ['2'] },
    };
    const rows = [{ status: 'pending' }, { status: 'canceled' }];
    expect(plan(rows, {}, atHaravan).issues).toEqual([issue]);
    expect(plan(rows, { refundedItemIds: [orderItemId('2')] }, atHaravan).issues).toEqual([]);
    expect(plan(rows, {}, { ...atHaravan, force: 'cancel' }).issues).toEqual([]);
    expect(plan(rows).issues).toEqual([]);
  });
});

describe('R4.2 what a person must look at', () => {
  test.each([
    ['lost_by_3pl', 'package_lost'],
    ['damaged', 'package_damaged'],
    ['package_scrapped', 'package_scrapped'],
    ['shipped_back_failed', 'return_failed'],
  ])('%s → %s, once per package', (status, code) => {
    const rows = [
      { status, parcel: 'P1' },
      { status, parcel: 'P1' },
      { status, parcel: 'P2' },
    ];
    expect(plan(rows).issues).toEqual([
      { code, facts: { orderId: '100', packageId: 'P1', orderItemIds: ['1', '2'] } },
      { code, facts: { orderId: '100', packageId: 'P2', orderItemIds: ['3'] } },
    ]);
  });

  test('R8.4 an unknown status', () => {
    expect(plan([{ status: 'never_heard_of' }]).issues).toEqual([
      { code: 'order_status_unknown', facts: { orderId: '100', status: 'never_heard_of', orderItemIds: ['1'] } },
    ]);
  });

  test('canceled in Haravan by hand while Lazada waits for the goods', () => {
    expect(plan([{ status: 'pending' }, { status: 'delivered' }], { canceled: true })).toEqual({
      steps: [],
      issues: [{ code: 'order_canceled_at_haravan_only', facts: { orderId: '100', orderItemIds: ['1'] } }],
    });
    expect(plan([{ status: 'canceled' }], { canceled: true, voided: true }).issues).toEqual([]);
  });

  test('an order without items yields nothing', () => {
    expect(plan([])).toEqual({ steps: [], issues: [] });
  });
});
