import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOrder, readOrder, ship, stockOf } from '../testing/orders';
import { type Rig, SHIRT_L, SHIRT_M, startRig } from '../testing/rig';
import type { WireOrder } from '../testing/wire';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.close());

const two = { line_items: [{ variant_id: SHIRT_M, quantity: 2 }] };
const paid = { ...two, transactions: [{ kind: 'capture', amount: 220_000 }] };

const cancel = async (id: number, body: unknown = {}) =>
  (await rig.call<{ order: WireOrder }>('POST', `/com/orders/${id}/cancel.json`, body)).body.order;
const refund = (id: number, body: unknown) =>
  rig.call<{ refund: WireOrder['refunds'][number] }>('POST', `/com/orders/${id}/refunds.json`, { refund: body });

describe('POST cancel', () => {
  it('without a body: reason customer, a refund record, still pending, units written off', async () => {
    const order = await cancel((await placeOrder(rig, two)).id);
    expect(order).toMatchObject({
      cancelled_status: 'cancelled',
      cancel_reason: 'customer',
      financial_status: 'pending',
    });
    expect(order.refunds).toMatchObject([{ note: 'Khách hủy', restock: false, transactions: [] }]);
    expect(stockOf(rig, SHIRT_M)).toEqual([8, 0, 8]);
  });

  it('with restock: units go back, lines say so', async () => {
    const order = await cancel((await placeOrder(rig, two)).id, { reason: 'inventory', restock: true });
    expect(order.cancel_reason).toBe('inventory');
    expect(order.line_items[0]).toMatchObject({ fulfillment_status: 'restock', fulfillable_quantity: 0 });
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 0, 10]);
  });

  it('gives money back: all of it, or the amount named', async () => {
    const all = await cancel((await placeOrder(rig, paid)).id);
    expect(all.financial_status).toBe('refunded');
    expect(all.refunds[0]?.transactions).toMatchObject([{ amount: -220_000, kind: 'refund', status: 'Thành công' }]);
    const part = await cancel((await placeOrder(rig, paid)).id, { amount: '20000' });
    expect([part.financial_status, part.cancel_reason]).toEqual(['partially_refunded', 'other']);
  });

  it('calls the shipment off, unless told to leave it', async () => {
    const [first, second] = [await placeOrder(rig, two), await placeOrder(rig, two)];
    await ship(rig, first.id);
    await ship(rig, second.id);
    const calledOff = await cancel(first.id, { restock: true });
    expect(calledOff.fulfillment_status).toBe('fulfilled');
    expect(calledOff.fulfillments[0]).toMatchObject({
      carrier_status_code: 'cancel',
      carrier_status_name: 'Hủy giao hàng',
    });
    expect(calledOff.fulfillments[0]?.cancel_date).toBe('2026-03-10T02:00:00Z');
    expect(calledOff.fulfillments[0]?.line_items[0]?.fulfillment_status).toBe('Nhập kho');
    const left = await cancel(second.id, { ignore_cancel_fulfillment: true });
    expect(left.fulfillments[0]?.carrier_status_code).toBe('readytopick');
    expect(stockOf(rig, SHIRT_M)).toEqual([8, 0, 8]);
  });

  it('happens once', async () => {
    const { id } = await placeOrder(rig, two);
    await cancel(id);
    expect((await rig.call('POST', `/com/orders/${id}/cancel.json`, {})).status).toBe(422);
  });
});

describe('POST refunds', () => {
  it('of a unit that has not left frees it; the rest can still be shipped', async () => {
    const order = await placeOrder(rig, two);
    const line = order.line_items[0]?.id;
    const { status, body } = await refund(order.id, {
      restock: true,
      refund_line_items: [{ line_item_id: line, quantity: 1 }],
    });
    expect(status).toBe(201);
    expect(body.refund.refund_line_items).toMatchObject([{ line_item_id: line, quantity: 1 }]);
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 1, 9]);
    const fulfillment = await ship(rig, order.id);
    expect(fulfillment.line_items[0]?.quantity).toBe(1);
    expect((await readOrder(rig, order.id)).fulfillment_status).toBe('fulfilled');
    expect(stockOf(rig, SHIRT_M)).toEqual([9, 0, 9]);
  });

  it('of goods that left returns them only with restock, and never twice', async () => {
    const order = await placeOrder(rig, paid);
    await ship(rig, order.id);
    const line = order.line_items[0]?.id;
    await refund(order.id, {
      restock: false,
      refund_line_items: [{ line_item_id: line, quantity: 1 }],
      transactions: [{ amount: 110_000, kind: 'refund' }],
    });
    expect((await readOrder(rig, order.id)).financial_status).toBe('partially_refunded');
    expect(stockOf(rig, SHIRT_M)).toEqual([8, 0, 8]);
    await refund(order.id, {
      restock: true,
      refund_line_items: [{ line_item_id: line, quantity: 1 }],
      transactions: [{ amount: 110_000, kind: 'refund' }],
    });
    expect((await readOrder(rig, order.id)).financial_status).toBe('refunded');
    expect(stockOf(rig, SHIRT_M)).toEqual([9, 0, 9]);
    expect((await refund(order.id, { refund_line_items: [{ line_item_id: line, quantity: 1 }] })).status).toBe(422);
  });

  it('refuses more money than was taken, and changes nothing', async () => {
    const order = await placeOrder(rig, two);
    const line = order.line_items[0]?.id;
    const body = {
      restock: true,
      refund_line_items: [{ line_item_id: line, quantity: 1 }],
      transactions: [{ amount: 1, kind: 'refund' }],
    };
    expect((await refund(order.id, body)).status).toBe(422);
    expect(stockOf(rig, SHIRT_M)).toEqual([10, 2, 8]);
  });
});

describe('transactions', () => {
  const transact = (id: number, transaction: unknown) =>
    rig.call<{ transaction: { kind: string; status: string; parent_id: number | null; amount: number } }>(
      'POST',
      `/com/orders/${id}/transactions.json`,
      { transaction },
    );

  it('a capture after confirming points to the pending transaction; kinds are capitalised here', async () => {
    const { id } = await placeOrder(rig, { line_items: [{ variant_id: SHIRT_L }] });
    await rig.call('POST', `/com/orders/${id}/confirm.json`, {});
    const [pending] = (await readOrder(rig, id)).transactions;
    const { status, body } = await transact(id, { kind: 'Capture', amount: 170_000 });
    expect(status).toBe(201);
    expect(body.transaction).toMatchObject({
      kind: 'Capture',
      status: 'success',
      parent_id: pending?.id,
      amount: 170_000,
    });
    expect((await readOrder(rig, id)).financial_status).toBe('paid');
    expect((await transact(id, { kind: 'capture', amount: 1 })).status).toBe(422);
  });

  it('an unpaid order can be voided, a paid one not', async () => {
    const unpaid = await placeOrder(rig, two);
    await transact(unpaid.id, { kind: 'void' });
    expect((await readOrder(rig, unpaid.id)).financial_status).toBe('voided');
    expect((await transact((await placeOrder(rig, paid)).id, { kind: 'void' })).status).toBe(422);
  });
});
