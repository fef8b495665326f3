import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Rig, startRig } from '../testing/rig';
import { SELLER } from '../testing/seed';

let rig: Rig;
let token: string;
beforeEach(async () => {
  rig = await startRig();
  token = await rig.token();
});
afterEach(() => rig.close());

type Reasons = {
  data: { tip_type: string; tip_content: string; reason_options: { reason_id: number; reason_name: string }[] };
};
const control = () => rig.sandbox.control;
const place = (quantity = 2) =>
  control().placeOrder({ sellerId: SELLER, lines: [{ sellerSku: 'AO-DEN-M', quantity }] });
const target = (orderId: string, ids: string[]) => ({ order_id: orderId, order_item_id_list: `[${ids.join(',')}]` });
const validate = async (orderId: string, ids: string[]) =>
  (await rig.call('/order/reverse/cancel/validate', target(orderId, ids), token)) as unknown as Reasons;
const cancel = (orderId: string, ids: string[], reason_id: string) =>
  rig.call('/order/reverse/cancel/create', { ...target(orderId, ids), reason_id }, token);
const reasonId = async (orderId: string, ids: string[], name: string) =>
  String((await validate(orderId, ids)).data.reason_options.find((reason) => reason.reason_name === name)?.reason_id);
const seller = () => control().state(SELLER).sellers[0];
const items = () => seller()?.orders[0]?.items ?? [];

describe('the seller cancels', () => {
  test('reasons come per order, with ids that differ', async () => {
    const [a, b] = [place(1), place(1)];
    const { data } = await validate(a.orderId, a.orderItemIds);
    expect(data.reason_options.map((reason) => reason.reason_name)).toEqual([
      'Sourcing Delay',
      'Out of Stock',
      'Wrong Price or Pricing Error',
    ]);
    const strange = await cancel(b.orderId, b.orderItemIds, '1');
    expect(strange.code).toBe('117');
  });

  test('one of two items; the wire says who and why', async () => {
    const { orderId, orderItemIds } = place();
    const one = orderItemIds.slice(0, 1);
    const answer = await cancel(orderId, one, await reasonId(orderId, one, 'Sourcing Delay'));
    expect(answer).toMatchObject({ code: '0', data: { tip_type: 'success' } });
    expect(items().map((item) => item.status)).toEqual(['canceled', 'pending']);
    expect(seller()?.items[0]?.skus[0]).toMatchObject({ sellable: 9, occupied: 1 });
    expect(await rig.call('/order/items/get', { order_id: orderId }, token)).toMatchObject({
      data: [{ reason: 'Sourcing Delay', cancel_return_initiator: 'cancellation-seller' }, { reason: '' }],
    });
  });

  test.each(['Out of Stock', 'Wrong Price or Pricing Error'])('%s takes the SKU off sale', async (name) => {
    const { orderId, orderItemIds } = place(1);
    await cancel(orderId, orderItemIds, await reasonId(orderId, orderItemIds, name));
    expect(seller()?.items[0]?.skus[0]).toMatchObject({ sellable: 0, occupied: 0 });
  });

  test('a packed item warns of its package, and takes it along', async () => {
    const { orderId, orderItemIds } = place();
    control().advanceOrder({ sellerId: SELLER, orderId, to: 'packed' });
    const one = orderItemIds.slice(0, 1);
    expect((await validate(orderId, one)).data).toMatchObject({ tip_type: 'warning' });
    await cancel(orderId, one, await reasonId(orderId, one, 'Sourcing Delay'));
    expect(items().map((item) => item.status)).toEqual(['canceled', 'canceled']);
  });

  test('what has shipped cannot be cancelled', async () => {
    const { orderId, orderItemIds } = place(1);
    const id = await reasonId(orderId, orderItemIds, 'Sourcing Delay');
    for (const to of ['packed', 'ready_to_ship', 'shipped'] as const)
      control().advanceOrder({ sellerId: SELLER, orderId, to });
    expect((await validate(orderId, orderItemIds)).data).toMatchObject({ tip_type: 'error', reason_options: [] });
    expect(await cancel(orderId, orderItemIds, id)).toMatchObject({
      code: '123',
      message: expect.stringMatching(/^E0123: /),
    });
    expect(items()[0]?.status).toBe('shipped');
  });

  test('an unknown order or line', async () => {
    const { orderId } = place(1);
    expect((await cancel('1', ['2'], '3')).code).toBe('122');
    expect((await cancel(orderId, ['2'], '3')).code).toBe('124');
  });
});

describe('the buyer asks to cancel', () => {
  const ask = () => {
    const { orderId } = place(1);
    const reverseOrderId = control().requestCancel({ sellerId: SELLER, orderId, autoCancelAfterMs: 60_000 });
    return { orderId, reverseOrderId };
  };
  const decide = (reverse_order_id: string, agree_cancel: string) =>
    rig.call('/order/reverse/cancel/seller/decide', { reverse_order_id, agree_cancel }, token);

  test('the order says so until the seller decides', async () => {
    const { orderId, reverseOrderId } = ask();
    const order = () => rig.call('/order/get', { order_id: orderId }, token);
    expect(await order()).toMatchObject({ data: { need_cancel_confirm: true, statuses: ['pending'] } });
    expect(await rig.call('/order/items/get', { order_id: orderId }, token)).toMatchObject({
      data: [
        {
          need_cancel_confirm: true,
          reverse_order_id: reverseOrderId,
          cancel_trigger_time: expect.stringMatching(/^\d{13}$/),
        },
      ],
    });
    expect((await decide(reverseOrderId, 'false')).code).toBe('0');
    expect(await order()).toMatchObject({ data: { need_cancel_confirm: false, statuses: ['pending'] } });
    expect((await decide(reverseOrderId, 'true')).code).toBe('131');
  });

  test('agreeing cancels for the buyer', async () => {
    const { orderId, reverseOrderId } = ask();
    await decide(reverseOrderId, 'true');
    expect(await rig.call('/order/items/get', { order_id: orderId }, token)).toMatchObject({
      data: [{ status: 'canceled', cancel_return_initiator: 'cancellation-customer', reason: 'Change of mind' }],
    });
  });

  test('agreed, it is pending until logistics confirms', async () => {
    control().setModes({ cancelConfirmMs: 60_000 });
    const { orderId, reverseOrderId } = ask();
    await decide(reverseOrderId, 'true');
    const flags = async () => {
      const answer = await rig.call('/order/items/get', { order_id: orderId }, token);
      const [item] = answer.data as unknown as Record<string, unknown>[];
      return [item?.status, item?.need_cancel_confirm, item?.is_cancel_pending];
    };
    expect(await flags()).toEqual(['pending', false, true]);
    expect((await decide(reverseOrderId, 'true')).code).toBe('131');
    rig.clock.advance(60_000);
    expect(await flags()).toEqual(['canceled', false, false]);
  });

  test('silence cancels when the time is over, unless the parcel has left', async () => {
    ask();
    const gone = ask();
    for (const to of ['packed', 'ready_to_ship', 'shipped'] as const) {
      control().advanceOrder({ sellerId: SELLER, orderId: gone.orderId, to });
    }
    rig.clock.advance(60_000);
    expect(seller()?.orders.map((order) => order.items[0]?.status)).toEqual(['canceled', 'shipped']);
  });
});
